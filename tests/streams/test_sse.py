from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import EditError
from cassette_cli.streams.event import Event
from cassette_cli.streams.sse import FRAMING
from cassette_cli.text import Span
from tests.conftest import source


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("data: a\n\n", id="data"),
        pytest.param("event: x\r\ndata: a\r\n\r\n", id="CRLF"),
        pytest.param(
            source("""
                : ping

                data: a

            """),
            id="a comment first",
        ),
        pytest.param(
            source("""
                id: 1
                retry: 5
                data: a

            """),
            id="other fields first",
        ),
        pytest.param("\ufeffdata: a\n\n", id="a byte order mark"),
        pytest.param(
            source("""
                 data: a

                data: b

            """),
            id="space before the first field",
        ),
    ],
)
def test_matches(content: str) -> None:
    assert FRAMING.matches(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="nothing"),
        pytest.param(b"data: a\n\n", id="bytes"),
        pytest.param('{"data": 1}', id="JSON"),
        pytest.param(": a comment\n\n", id="comments alone"),
        pytest.param("event: x\n\n", id="no data"),
        pytest.param(
            source("""
                Some text.
                data: a

            """),
            id="text first",
        ),
    ],
)
def test_does_not_match(content: str | bytes) -> None:
    assert not FRAMING.matches(content)


@pytest.mark.parametrize(
    ("content", "data"),
    [
        pytest.param(
            source("""
                data: YHOO
                data: +2
                data: 10

            """),
            ["YHOO\n+2\n10"],
            id="data lines join",
        ),
        pytest.param("data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"], id="lines may end in CRLF"),
        pytest.param("data: a\r\rdata: b\r\r", ["a", "b"], id="lines may end in CR"),
        pytest.param(
            source("""
                data:a

                data:  b

            """),
            ["a", " b"],
            id="one space is no data",
        ),
        pytest.param("data\n\ndata\ndata\n\ndata:", ["", "\n", ""], id="empty data are data"),
        pytest.param(": ping\n\n", [], id="a comment alone is no event"),
        pytest.param(
            source("""
                event: x

                data: a

            """),
            ["a"],
            id="an event without data is none",
        ),
        pytest.param(
            source("""
                error: x
                data: a

            """),
            ["a"],
            id="unknown fields are ignored",
        ),
        pytest.param("\ufeffdata: a\n\n", ["a"], id="a byte order mark is no part of a field"),
    ],
)
def test_data(content: str, data: list[str]) -> None:
    assert [event.data for event in FRAMING.decode(content)] == data


def test_fields_of_events() -> None:
    content = "event: x\nid: 1\ndata: a\n\nevent:\ndata: b\ndata:c\n\nid: \0\nid\ndata: d"
    assert FRAMING.decode(content) == (
        Event("a", Span(0, 24), (Span(21, 22),), name="x", id="1"),
        Event("b\nc", Span(24, 47), (Span(37, 38), Span(44, 45)), id="1"),
        Event("d", Span(47, 63), (Span(62, 63),), id="", dispatched=False),
    )


@pytest.mark.parametrize(
    ("before", "data", "after"),
    [
        pytest.param("data: a\n\n", "b", "data: b\n\n", id="one line"),
        pytest.param("data:a\n\n", "b", "data:b\n\n", id="no space is added without need"),
        pytest.param("data:a\n\n", " b", "data:  b\n\n", id="a space is added where it counts"),
        pytest.param("data\n\n", "b", "data: b\n\n", id="a missing colon is added"),
        pytest.param("data\n\n", "", "data\n\n", id="or not"),
        pytest.param(
            source("""
                data: a
                id: 1

            """),
            "b\nc",
            source("""
                data: b
                data: c
                id: 1

            """),
            id="more lines",
        ),
        pytest.param(
            "data: a\r\n\r\n", "\nb", "data: \r\ndata: b\r\n\r\n", id="more lines in CRLF"
        ),
        pytest.param("data\n\n", "\nb", "data: \ndata: b\n\n", id="more lines after none"),
        pytest.param(
            source("""
                data: a
                id: 1
                data: b
                : ping
                data
                event: x

            """),
            "c",
            source("""
                data: c
                id: 1
                : ping
                event: x

            """),
            id="fewer lines leave other fields alone",
        ),
        pytest.param("data: a\ndata: b", "c", "data: c\n", id="fewer lines at the end"),
        pytest.param(
            source("""
                data: a
                data: b

            """),
            "c\nd",
            source("""
                data: c
                data: d

            """),
            id="as many lines",
        ),
    ],
)
def test_replace(before: str, data: str, after: str) -> None:
    assert FRAMING.replace(before, {0: data}) == after


def test_a_carriage_return_is_refused() -> None:
    with pytest.raises(EditError, match="event 0"):
        FRAMING.replace("data: a\n\n", {0: "a\rb"})


@pytest.mark.parametrize("operation", [FRAMING.decode, lambda data: FRAMING.replace(data, {})])
def test_bytes_are_no_server_sent_events(operation: Callable[[bytes], object]) -> None:
    with pytest.raises(TypeError):
        operation(b"data: a\n\n")


@given(st.lists(st.sampled_from(["data", ":", " ", "a", "\n", "\r", "id", "event", "\ufeff"])))
def test_no_text_raises(pieces: list[str]) -> None:
    content = "".join(pieces)
    FRAMING.matches(content)
    assert FRAMING.replace(content, {}) == content


@given(st.text(alphabet="ab: \n", max_size=40))
def test_lines_are_the_same_however_they_break(content: str) -> None:
    decode = FRAMING.decode
    with_returns = decode(content.replace("\n", "\r\n"))
    assert [event.data for event in decode(content)] == [event.data for event in with_returns]
    assert [event.dispatched for event in decode(content)] == [
        event.dispatched for event in with_returns
    ]
