from dataclasses import replace

import pytest

from cassette_cli.json_values import Json
from cassette_cli.model import Body, Interaction, Request, Response
from cassette_cli.reading import Reading
from cassette_cli.render.text.listing import COLUMNS, Row, row_cells, row_json, row_of, total_line

_CALL = Row(
    "a.yaml", 1, "POST", "https://example.org/chat", 200, "openai-chat", "m-1", True, 0, 61, 1500.0  # noqa: FBT003 -- its fields
)  # fmt: skip
_GET = Row("a.yaml", 0, "GET", "https://example.org/")
_OTHER = Row("b.yaml", None, note="3 WebSocket messages")


def _chat(answer: str) -> Interaction:
    request = Request("POST", "/v1/chat/completions", (), Body('{"model": "m-0"}'))
    return Interaction(2, request, Response(200, None, (), Body(answer)), duration_ms=3.0)


_ASKED = Row("a.yaml", 2, "POST", "/v1/chat/completions", 200, "openai-chat", "m-0")


@pytest.mark.parametrize(
    ("interaction", "row"),
    [
        pytest.param(
            Interaction(2, Request("GET", "/"), Response(200), duration_ms=3.0),
            Row("a.yaml", 2, "GET", "/", 200, duration_ms=3.0),
            id="no model call",
        ),
        pytest.param(
            _chat('data: {"model": "m-1", "choices": []}\n\n'),
            replace(_ASKED, model="m-1", streamed=True, duration_ms=3.0),
            id="the model that answered",
        ),
        pytest.param(
            _chat('{"choices": [], "usage": {"prompt_tokens": 2, "completion_tokens": 1}}'),
            replace(_ASKED, input_tokens=2, output_tokens=1, duration_ms=3.0),
            id="or the one that was asked",
        ),
    ],
)
def test_row_of(interaction: Interaction, row: Row) -> None:
    assert row_of("a.yaml", Reading(interaction)) == row


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        pytest.param(
            _CALL,
            "a.yaml|1|POST|https://example.org/chat|200|openai-chat|m-1|streamed|0|61|1.5 s",
            id="a model call",
        ),
        pytest.param(_GET, "a.yaml|0|GET|https://example.org/|||||||", id="what is not known"),
        pytest.param(_OTHER, "b.yaml|-||3 WebSocket messages|||||||", id="no HTTP"),
        pytest.param(
            Row("a\n", 0, "G\tT", "\x1b", None, "x", "m\t"),
            "a\\n|0|G\\tT|\\x1b||x|m\\t||||",
            id="no cell breaks out of its column",
        ),
    ],
)
def test_row_cells(row: Row, cells: str) -> None:
    assert row_cells(row) == tuple(cells.split("|"))
    assert len(row_cells(row)) == len(COLUMNS)


@pytest.mark.parametrize(
    ("row", "value"),
    [
        pytest.param(
            _CALL,
            {
                "path": "a.yaml",
                "index": 1,
                "method": "POST",
                "url": "https://example.org/chat",
                "status_code": 200,
                "dialect": "openai-chat",
                "model": "m-1",
                "streamed": True,
                "input_tokens": 0,
                "output_tokens": 61,
                "duration_ms": 1500.0,
            },
            id="a model call",
        ),
        pytest.param(
            _OTHER,
            {
                "path": "b.yaml",
                "index": None,
                "method": "",
                "url": "",
                "status_code": None,
                "dialect": None,
                "model": None,
                "streamed": False,
                "input_tokens": None,
                "output_tokens": None,
                "duration_ms": None,
                "not_http": "3 WebSocket messages",
            },
            id="no HTTP",
        ),
    ],
)
def test_row_json(row: Row, value: Json) -> None:
    assert row_json(row) == value


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        pytest.param([], "0 files, 0 interactions (0 model calls), 0 tokens in, 0 out", id="none"),
        pytest.param(
            [_GET, _CALL],
            "1 file, 2 interactions (1 model call), 0 tokens in, 61 out, 1.5 s",
            id="one file",
        ),
        pytest.param(
            [_GET, _OTHER],
            "2 files, 1 interaction (0 model calls), 0 tokens in, 0 out",
            id="a file without HTTP counts as a file",
        ),
    ],
)
def test_total_line(rows: list[Row], line: str) -> None:
    assert total_line(rows) == line
