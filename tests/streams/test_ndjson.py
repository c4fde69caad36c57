import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import EditError
from cassette_cli.streams.event import Event
from cassette_cli.streams.ndjson import FRAMING
from cassette_cli.text import Span
from tests.conftest import source


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('{"a": 1}\n{"b": 2}', id="two lines"),
        pytest.param('\n{"a": 1}\r\n\r\n  {"b": 2} \r\n\n', id="blank lines, indents and CRLF"),
        pytest.param('{"a": 1}\n{"b": 2}\n{"c": ', id="a third line that is cut off"),
        pytest.param('{"a": 1}\n{"a": "cu', id="a second line like the first that is cut off"),
        pytest.param('{"a": "\u2028"}\n{"b": "\x85"}', id="separators of Unicode end no line"),
    ],
)
def test_matches(content: str) -> None:
    assert FRAMING.matches(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="nothing"),
        pytest.param(b'{"a": 1}\n{"b": 2}', id="bytes"),
        pytest.param('{"a": 1}\n', id="a single object"),
        pytest.param('{"a": 1}\n{"b": ', id="one whole line and one that is cut off"),
        pytest.param(
            source("""
                {
                  "a": 1
                }
            """),
            id="JSON over several lines",
        ),
        pytest.param(
            source("""
                {"a": {}
                , "b": {}}
            """),
            id="JSON that is broken at a brace",
        ),
        pytest.param('{"a": 1}\n{}, "b": {}}', id="a second line that is no JSON"),
        pytest.param('{"a": 1}\n{"b": 2}\nand so on', id="text behind"),
        pytest.param('{"a": 1}\n{"b": 2}\n3\n{}', id="a number between"),
        pytest.param(
            source("""
                [1]
                [2]
            """),
            id="lines of arrays",
        ),
        pytest.param(
            source("""
                data: {"a": 1}

                data: {"b": 2}

            """),
            id="server-sent events",
        ),
    ],
)
def test_does_not_match(content: str | bytes) -> None:
    assert not FRAMING.matches(content)


def test_decode() -> None:
    assert FRAMING.decode('\n {"a": 1} \r\n{"b": ') == (
        Event('{"a": 1}', Span(2, 13), (Span(2, 10),), value={"a": 1}),
        Event('{"b":', Span(13, 19), (Span(13, 18),), dispatched=False),
    )


def test_nothing_has_no_events() -> None:
    assert FRAMING.decode("\n\n") == ()


def test_notes() -> None:
    assert FRAMING.notes('{"a": 1}\n{"b"}\n{"c": ') == (
        "event 1: the line is no JSON object",
        "event 2: the stream is cut off in it",
    )


def test_replace_keeps_what_surrounds_a_line() -> None:
    assert FRAMING.replace('{"a": 1} \r\n\n{"b": 2}', {0: "{}", 1: '{"c": 3}'}) == (
        '{} \r\n\n{"c": 3}'
    )


@pytest.mark.parametrize("data", ["", '{\n"a": 1}', " {}"], ids=["blank", "two lines", "indented"])
def test_data_that_is_no_line_is_refused(data: str) -> None:
    with pytest.raises(EditError, match="event 0"):
        FRAMING.replace(
            source("""
                {}
                {}
            """),
            {0: data},
        )


def test_bytes_are_no_ndjson() -> None:
    with pytest.raises(TypeError):
        FRAMING.decode(b"{}\n{}")


@given(st.text('{}"a:,[] \n\r'))
def test_no_text_raises(content: str) -> None:
    FRAMING.matches(content)
    FRAMING.notes(content)
    assert FRAMING.replace(content, {}) == content
