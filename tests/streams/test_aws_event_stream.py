from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import EditError
from cassette_cli.model import Header
from cassette_cli.streams.aws_event_stream import FRAMING
from cassette_cli.streams.aws_frames import spell_frame
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def header(name: str, value: str) -> bytes:
    size = len(value.encode()).to_bytes(2)
    return len(name).to_bytes() + name.encode() + b"\x07" + size + value.encode()


def message(payload: bytes | str, name: str = "chunk", kind: str = "event") -> bytes:
    headers = header(f":{kind}-type", name) + header(":message-type", kind)
    return spell_frame(headers, payload if isinstance(payload, bytes) else payload.encode())


def wrap(inner: bytes) -> bytes:
    return b'{"p": "abc", "bytes": "' + b64encode(inner) + b'", "x": "\\u00e9"}'


def data_of(content: bytes) -> list[str]:
    return [event.data for event in FRAMING.decode(content)]


def test_an_event_has_its_name_and_its_places() -> None:
    first, second = message('{"a": "é"}', "contentBlockDelta"), message(wrap(b'{"b": 2}'))
    encoded = b64encode(b'{"b": 2}')
    start = (first + second).index(encoded)
    assert FRAMING.decode(first + second) == (
        Event(
            '{"a": "é"}',
            Span(0, len(first)),
            (Span(first.index(b"{"), len(first) - 4),),
            name="contentBlockDelta",
            value={"a": "é"},
        ),
        Event(
            '{"b": 2}',
            Span(len(first), len(first + second)),
            (Span(start, start + len(encoded)),),
            name="chunk",
            value={"b": 2},
        ),
    )


@pytest.mark.parametrize(
    ("payload", "data"),
    [
        pytest.param(b"", "", id="no payload is no data"),
        pytest.param(b"plain", "plain", id="text"),
        pytest.param(b"\xff\x00", "�\0", id="what is no text is made visible"),
        pytest.param(wrap(b'{"a": "\xc3\xa9"}'), '{"a": "é"}', id="wrapped JSON is unwrapped"),
        pytest.param(wrap(b"hello"), wrap(b"hello").decode(), id="wrapped text stays wrapped"),
        pytest.param(wrap(b"42"), wrap(b"42").decode(), id="a wrapped number may be text"),
        pytest.param(wrap(b"\xff"), wrap(b"\xff").decode(), id="wrapped bytes stay wrapped"),
        pytest.param(b'{"bytes": "abc"}', '{"bytes": "abc"}', id="no base64"),
        pytest.param(b'"bytes": "e30="', '"bytes": "e30="', id="what is no JSON wraps nothing"),
        pytest.param(
            b'{"trace": {"bytes": "e30="}}', '{"trace": {"bytes": "e30="}}', id="deeper bytes"
        ),
    ],
)
def test_data_of_a_payload(payload: bytes, data: str) -> None:
    assert data_of(message(payload)) == [data]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(
            message("", "throttlingException", "exception"),
            "throttlingException",
            id="that of an exception",
        ),
        pytest.param(
            spell_frame(header(":error-code", "Internal"), b""), "Internal", id="that of an error"
        ),
        pytest.param(spell_frame(header("other", "x"), b""), None, id="none"),
    ],
)
def test_names(content: bytes, name: str | None) -> None:
    assert [event.name for event in FRAMING.decode(content)] == [name]


def test_headers_of_an_event() -> None:
    content = message("first") + message("second", "trace")
    assert FRAMING.headers(content, FRAMING.decode(content)[1]) == (
        Header(":event-type", "trace"),
        Header(":message-type", "event"),
    )
    assert FRAMING.headers(b"", FRAMING.decode(content)[0]) == ()


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        pytest.param(message("a") + message("b"), (), id="whole frames need no note"),
        pytest.param(
            message("a") + message("b")[:-1] + b"!" + message("c"),
            ("event 1: the checksum is wrong",),
            id="a wrong checksum",
        ),
        pytest.param(
            message("a") + message("b")[:-1],
            ("event 1: the stream is cut off in it",),
            id="a stream that is cut off",
        ),
        pytest.param(
            spell_frame(b"", b"") + b"!!!" + spell_frame(b"", b"") + b"?",
            ("bytes 16 to 19 belong to no event", "bytes 35 to 36 belong to no event"),
            id="bytes of no event",
        ),
    ],
)
def test_notes(content: bytes, notes: tuple[str, ...]) -> None:
    assert FRAMING.notes(content) == notes


def test_an_event_that_is_cut_off_is_not_dispatched() -> None:
    events = FRAMING.decode(message("a") + message("b")[:-1])
    assert [(event.data, event.dispatched) for event in events] == [("a", True), ("b", False)]


@pytest.mark.parametrize(
    ("before", "data", "after"),
    [
        pytest.param(message("old"), "new é", message("new é"), id="plain payload"),
        pytest.param(
            message(wrap(b'{"a":1}')),
            '{"a":"é"}',
            message(wrap(b'{"a":"\xc3\xa9"}')),
            id="base64 is wrapped again, what surrounds it stays",
        ),
        pytest.param(message(b"\xff"), "�", message(b"\xff"), id="unchanged bytes stay"),
    ],
)
def test_replace(before: bytes, data: str, after: bytes) -> None:
    around = message("x"), message("y")
    content = FRAMING.replace(before.join(around), {1: data})
    assert content == after.join(around)


@pytest.mark.parametrize(
    ("payload", "data"),
    [
        pytest.param(b"\xff", "text", id="bytes are not overwritten with text"),
        pytest.param(b"old", "\ud800", id="half a surrogate pair is no text"),
        pytest.param(wrap(b"{}"), "text", id="wrapped JSON has to stay JSON"),
        pytest.param(b"old", wrap(b"{}").decode(), id="data that would be unwrapped"),
    ],
)
def test_what_cannot_be_carried_is_refused(payload: bytes, data: str) -> None:
    with pytest.raises(EditError):
        FRAMING.replace(message(payload), {0: data})


def test_text_is_no_event_stream() -> None:
    assert not FRAMING.matches("text")
    with pytest.raises(TypeError):
        FRAMING.decode("text")


@given(st.binary())
def test_no_bytes_raise(tail: bytes) -> None:
    content = message("a") + tail
    assert FRAMING.matches(content)
    assert data_of(content)[:1] == ["a"]
    FRAMING.notes(content)
