"""The frames of an AWS event stream are whole.

Each frame begins with its length. Where that is wrong, or bytes are missing, a client cannot find
the next frame and drops the stream.

Fails: a frame that is cut off, or bytes that belong to no frame.

Passes: frames from the first byte to the last.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.exchange import Payload
from cassette_cli.finding import Severity
from cassette_cli.streams.aws_event_stream import FRAMING
from cassette_cli.streams.aws_frames import CUT_OFF, frames

_MEDIA_TYPE = "application/vnd.amazon.eventstream"
# Names of headers of the first frame, which tell the stream where its content-type was dropped.
_HEADERS = (b":event-type", b":message-type")
_FIRST_FRAME = 400


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        response = reading.response
        if not isinstance(response.content, bytes) or not is_event_stream(response):
            continue
        for offset, message in faults(response.content):
            location = body_location(context.document, reading, "response", offset)
            yield Problem(message, location)


def is_event_stream(response: Payload) -> bool:
    """Whether a body is an event stream, or was one before it was damaged."""
    content = response.content
    return isinstance(content, bytes) and (
        response.framing == FRAMING.name
        or (bool(content) and response.media_type == _MEDIA_TYPE)
        or any(name in content[:_FIRST_FRAME] for name in _HEADERS)
    )


def faults(content: bytes) -> Iterator[tuple[int, str]]:
    """The offsets of bytes that belong to no frame and of frames that are cut off."""
    position = 0
    for frame in frames(content):
        if position < frame.span.start:
            yield position, "these bytes belong to no frame"
        if frame.fault == CUT_OFF:
            yield frame.span.start, "the stream ends in the middle of this frame"
        position = frame.span.end
    if position < len(content):
        yield position, "these bytes belong to no frame"


CHECK = Check("eventstream-frame", Severity.ERROR, "AWS event streams consist of frames", run)
