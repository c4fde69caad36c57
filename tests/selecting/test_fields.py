import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.selecting.fields import FIELDS, Recorded

_DOCUMENT = Path(__file__).parents[2] / "docs" / "where.md"


@pytest.mark.parametrize(
    ("field", "value", "positions"),
    [
        pytest.param("method", "post", [0, 1], id="method"),
        pytest.param("url", "https://api.groq.com/*", [0, 1], id="url"),
        pytest.param("host", "api.groq.com", [0, 1], id="host"),
        pytest.param("path", "/openai/v1/chat/*", [0, 1], id="path"),
        pytest.param("path", "/v1/chat/*", [], id="the whole path"),
        pytest.param("status", "2xx", [0, 1], id="status"),
        pytest.param("dialect", "openai-chat", [0, 1], id="dialect"),
        pytest.param("provider", "groq", [0, 1], id="the provider by its host"),
        pytest.param("provider", "openai", [0, 1], id="the provider by its dialect"),
        pytest.param("model", "*kimi-k2*", [0, 1], id="model"),
        pytest.param("tool", "add", [0], id="a tool that the answer calls"),
        pytest.param("role", "tool", [1], id="role"),
        pytest.param("role", "assistant", [0, 1], id="the role of the answer"),
        pytest.param("header", "content-type", [0, 1], id="header"),
        pytest.param("header", "Content-Type=text/event-stream*", [0, 1], id="value of a header"),
        pytest.param("header", "X-Nothing", [], id="no such header"),
        pytest.param("format", "go-vcr", [0, 1], id="format"),
        pytest.param("error", "", [], id="no error"),
        pytest.param("streamed", "", [0, 1], id="streamed"),
        pytest.param("finish", "tool_*", [0], id="finish reason"),
        pytest.param("tokens", ">300", [1], id="tokens in and out"),
        pytest.param("duration", ">400ms", [1], id="duration"),
        pytest.param("text", "api.groq.com", [], id="text of bodies alone"),
        pytest.param("text", "~tool_call(s|_id)", [0, 1], id="a regular expression"),
    ],
)
def test_a_field_asks_an_interaction(
    field: str, value: str, positions: list[int], read_sample: Callable[[str], Cassette]
) -> None:
    cassette = read_sample("go-vcr/openai-chat-multi-tool-streaming.yaml")
    holds = FIELDS[field].ask(value)
    readings = read_interactions(cassette)
    assert [one.index for one in readings if holds(Recorded(one, cassette))] == positions


@pytest.mark.parametrize(("value", "found"), [("", True), ("400", True), ("no such words", False)])
def test_an_error_is_a_status_or_what_the_answer_says(
    value: str, read_sample: Callable[[str], Cassette], *, found: bool
) -> None:
    cassette = read_sample("vcrpy/openai-responses-error.yaml")
    (reading, *_) = read_interactions(cassette)
    assert FIELDS["error"].ask(value)(Recorded(reading, cassette)) is found


def test_every_field_is_documented() -> None:
    rows = re.findall(r"^\| `([a-z]+):", _DOCUMENT.read_text("utf-8"), re.MULTILINE)
    assert rows == list(FIELDS)
