"""AWS event streams: the binary framing of Bedrock and other services.

https://smithy.io/2.0/aws/amazon-eventstream.html. Bedrock's InvokeModelWithResponseStream puts the
model's own JSON into base64 inside the payload: `{"bytes": "eyJ0eXBlIjo…", "p": "abcd"}`. There the
inner JSON is the data. Agents send plain text in `bytes`; that payload stays as it is.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cassette_cli.errors import EditError
from cassette_cli.json_values import read_json
from cassette_cli.model import Header
from cassette_cli.streams.aws_frames import (
    CUT_OFF,
    Frame,
    frame_at,
    frames,
    is_frame_start,
    write_frame,
)
from cassette_cli.streams.aws_headers import read_headers
from cassette_cli.streams.event import Cut, Event, Framing, read_events
from cassette_cli.streams.proof import check_replaced
from cassette_cli.text import ByteEdit, Span, splice_bytes

_NAMES = (":event-type", ":exception-type", ":error-code")
# A frame of the type "error" has no payload: its headers tell what went wrong.
_ERROR_MESSAGE = ":error-message"
_WRAPPED = re.compile(rb'"bytes"\s*:\s*"([A-Za-z0-9+/]+={0,2})"')


def matches(content: str | bytes) -> bool:
    """Whether bytes begin like a frame."""
    return isinstance(content, bytes) and is_frame_start(content, 0)


def decode(content: str | bytes) -> tuple[Event, ...]:
    """An event for each frame whose headers are there; one that is cut off is not dispatched."""
    stream = _as_bytes(content)
    events = read_events([_cut(stream, frame) for frame in _frames(stream)])
    if _ERROR_MESSAGE.encode() not in stream:
        return events
    return tuple(
        event._replace(error=_headers_of(stream, frame).get(_ERROR_MESSAGE))
        for event, frame in zip(events, _frames(stream), strict=True)
    )


def notes(content: str | bytes) -> tuple[str, ...]:
    """Which frames are broken, and which bytes belong to none."""
    return tuple(_notes(_as_bytes(content)))


def headers(content: str | bytes, event: Event) -> tuple[Header, ...]:
    """The headers of an event that `decode` gave for this content."""
    stream = _as_bytes(content)
    frame = frame_at(stream, event.span.start)
    return read_headers(stream[slice(*frame.headers)]) if frame else ()


def replace(content: str | bytes, new_data: Mapping[int, str]) -> bytes:
    """Spell the stream with other data in the events of these indexes.

    Lengths and checksums follow; headers and what surrounds wrapped data stay byte for byte.
    """
    stream = _as_bytes(content)
    found = _frames(stream)
    edits = [
        ByteEdit(found[index].span, _with_data(stream, found[index], data))
        for index, data in new_data.items()
    ]
    result = splice_bytes(stream, edits)
    check_replaced(decode(stream), decode(result), new_data)
    return result


def _as_bytes(content: str | bytes) -> bytes:
    if isinstance(content, str):
        raise TypeError("AWS event streams are bytes")
    return content


@lru_cache(1)
def _frames(stream: bytes) -> tuple[Frame, ...]:
    """The frames of a stream; who asks for its events asks for its notes, too."""
    return tuple(frames(stream))


def _cut(stream: bytes, frame: Frame) -> Cut:
    values = _headers_of(stream, frame)
    data, span = _read_data(stream[slice(*frame.payload)])
    start = frame.payload.start
    data_span = Span(start + span.start, start + span.end)
    name = next((values[name] for name in _NAMES if name in values), None)
    return data, frame.span, (data_span,), name, None, frame.fault != CUT_OFF


def _headers_of(stream: bytes, frame: Frame) -> dict[str, str]:
    return {field.name: field.value for field in read_headers(stream[slice(*frame.headers)])}


def _notes(stream: bytes) -> Iterator[str]:
    position = 0
    for index, frame in enumerate(_frames(stream)):
        if position < frame.span.start:
            yield f"bytes {position} to {frame.span.start} belong to no event"
        if frame.fault:
            yield f"event {index}: {frame.fault}"
        position = frame.span.end
    if position < len(stream):
        yield f"bytes {position} to {len(stream)} belong to no event"


def _read_data(payload: bytes) -> tuple[str, Span]:
    """The data in a payload, and where it stands: all of it, or the base64 inside."""
    wrapped = _WRAPPED.search(payload)
    text = payload.decode("utf-8", "replace")
    if wrapped:
        inner = _unwrap(wrapped[1])
        match read_json(text):
            case {"bytes": str(encoded)} if inner and encoded.encode() == wrapped[1]:
                return inner, Span(*wrapped.span(1))
    return text, Span(0, len(payload))


def _unwrap(encoded: bytes) -> str | None:
    """The JSON object in base64, or None where there is something else."""
    try:
        inner = b64decode(encoded, validate=True).decode()
    except ValueError:
        return None
    return inner if isinstance(read_json(inner), dict) else None


def _with_data(stream: bytes, frame: Frame, data: str) -> bytes:
    payload = stream[slice(*frame.payload)]
    old_data, span = _read_data(payload)
    if data != old_data:
        _check_text(payload, frame)
        # What UTF-8 cannot spell becomes "?" here, and the proof refuses it.
        new_bytes = data.encode("utf-8", "replace")
        if span != (0, len(payload)):
            new_bytes = b64encode(new_bytes)
        payload = splice_bytes(payload, [ByteEdit(span, new_bytes)])
    return write_frame(stream, frame, payload)


def _check_text(payload: bytes, frame: Frame) -> None:
    try:
        payload.decode()
    except UnicodeDecodeError as error:
        raise EditError(
            f"the event at byte {frame.span.start} of the stream holds bytes that are no text"
        ) from error


FRAMING = Framing(
    name="aws-event-stream",
    matches=matches,
    decode=decode,
    replace=replace,
    notes=notes,
    headers=headers,
)
