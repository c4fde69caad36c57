from collections.abc import Callable
from textwrap import dedent

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.event_json import CHECK

_GOOD = 'data: {"a": 1}\n\n'
_LINES = dedent("""\
    {"a": 1}
    {"a":
    {"a": 3}
    """)


@pytest.mark.parametrize(
    ("kind", "body", "locations"),
    [
        pytest.param("text/event-stream", _GOOD * 3, [], id="all whole"),
        pytest.param(
            "text/event-stream",
            f'{_GOOD * 2}data: {{"a": 1\n\n{_GOOD}',
            ["response.body › sse[2]"],
            id="one broken",
        ),
        pytest.param("text/event-stream", f"{_GOOD * 2}data: [DONE]\n\n", [], id="a marker"),
        pytest.param("text/event-stream", f"{_GOOD * 2}data: \n\n", [], id="nothing"),
        pytest.param("text/event-stream", f"{_GOOD * 2}data: keep-alive\n\n", [], id="words"),
        pytest.param(
            "text/event-stream", "data: Hello there\n\ndata: {}\n\n", [], id="a stream of text"
        ),
        pytest.param("application/x-ndjson", _LINES, ["response.body"], id="a line"),
        pytest.param("", _LINES, ["response.body"], id="of no type"),
        pytest.param("application/x-ndjson", '{"a": "b",', ["response.body"], id="an only line"),
        pytest.param("text/plain", _LINES, [], id="lines of text"),
        pytest.param("application/json", '{\n"a": 1,\n', [], id="a document over lines"),
        pytest.param("application/json", '{\n"a": 1\n}', [], id="a whole document"),
    ],
)
def test_event_json(
    find: Callable[..., list[Problem]], kind: str, body: str, locations: list[str]
) -> None:
    headers = {"Content-Type": [kind]} if kind else {}
    found = find(CHECK, ({}, {"headers": headers, "body": {"string": body}}))
    assert [problem.location.name for problem in found] == locations
