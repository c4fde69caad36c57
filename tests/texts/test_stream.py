import pytest

from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.streams.aws_event_stream import FRAMING as AWS
from cassette_cli.streams.aws_frames import spell_frame
from cassette_cli.streams.sse import FRAMING as SSE
from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.event_texts import EventTexts
from cassette_cli.texts.leaf import Located
from cassette_cli.texts.stream import BinaryStream, TextStream

_STREAM = """\
event: e
data: one
id: 1
data: two

data: three

"""


def _text_stream() -> TextStream:
    return TextStream(_STREAM, SSE, EventTexts(SSE.decode(_STREAM), no_deltas))


@pytest.mark.parametrize(
    ("number", "offset", "rest"),
    [
        pytest.param(0, 1, "ne\nid", id="in its line"),
        pytest.param(0, 4, "two\n", id="in a later line"),
        pytest.param(1, 0, "three", id="in a later event"),
    ],
)
def test_places(number: int, offset: int, rest: str) -> None:
    located = _text_stream().locate(number, offset)
    assert located.steps == (f"sse[{number}]",)
    assert _STREAM.startswith(rest, located.offset)


def test_an_offset_beyond_all_data_is_at_the_event() -> None:
    assert _text_stream().locate(1, 99).offset == _STREAM.index("data: three")


@pytest.mark.parametrize(
    ("edits", "edited"),
    [
        pytest.param(
            {1: [Edit(Span(0, 5), "3")]}, _STREAM.replace("three", "3"), id="data in one line"
        ),
        pytest.param(
            {0: [Edit(Span(4, 7), "2")]}, _STREAM.replace("two", "2"), id="one line of several"
        ),
        pytest.param(
            {0: [Edit(Span(2, 5), "-")]},
            _STREAM.replace("one", "on-wo").replace("data: two\n", ""),
            id="the end of a line, and the beginning of the next",
        ),
    ],
)
def test_edits(edits: dict[int, list[Edit]], edited: str) -> None:
    assert splice(_STREAM, _text_stream().lift(edits)) == edited


def test_frames() -> None:
    """As a text they have a character for each byte."""
    name, value = b":event-type", b"chunk"
    header = len(name).to_bytes() + name + b"\x07" + len(value).to_bytes(2) + value
    frames = [spell_frame(header, b'{"a": "b"}'), spell_frame(header, b'{"a": "c"}')]
    content = b"".join(frames)
    stream = BinaryStream(content, AWS, EventTexts(AWS.decode(content), no_deltas))
    assert stream.locate(1, 3) == Located(("event[1]",), len(frames[0]))
    edited = splice(content.decode("latin-1"), stream.lift({1: [Edit(Span(7, 8), "é")]}))
    assert edited.encode("latin-1") == frames[0] + spell_frame(header, '{"a": "é"}'.encode())
