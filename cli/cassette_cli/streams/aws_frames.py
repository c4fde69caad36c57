"""Frames of AWS event streams, https://smithy.io/2.0/aws/amazon-eventstream.html.

A frame is its length and that of its headers, a checksum of both, headers, payload, and a checksum
of it all; numbers are big-endian.
"""

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from cassette_cli.text import Span

CUT_OFF = "the stream is cut off in it"
WRONG_CHECKSUM = "the checksum is wrong"

_PRELUDE = Struct("!III")
_LENGTHS = Struct("!II")
_CHECKSUM = Struct("!I")
_LEAST_LENGTH = _PRELUDE.size + _CHECKSUM.size
_GREATEST_HEADERS_LENGTH = 128 * 1024
_GREATEST_LENGTH = 24 * 1024 * 1024


class Frame(NamedTuple):
    """Where a frame stands, and what is wrong with it: CUT_OFF, WRONG_CHECKSUM, or nothing.

    Spans count bytes. The payload of a frame that is cut off goes as far as the stream does.
    """

    span: Span
    headers: Span
    payload: Span
    fault: str = ""


def frames(content: bytes) -> Iterator[Frame]:
    """All frames in order; bytes that belong to none are skipped."""
    start = 0
    while start < len(content):
        frame = frame_at(content, start)
        if frame is None:
            start = _next_prelude(content, start + 1)
        else:
            yield frame
            start = frame.span.end


def frame_at(content: bytes, start: int) -> Frame | None:
    """The frame that starts at this offset, or None where its headers are not all there."""
    if not _has_lengths(content, start):
        return None
    sound = _has_checksum(content, start, start + _LENGTHS.size)
    if not sound and not _has_colon(content, start):
        return None
    length, headers_length = _LENGTHS.unpack_from(content, start)
    end = start + length
    headers = Span(start + _PRELUDE.size, start + _PRELUDE.size + headers_length)
    if headers.end > len(content):
        return None
    if end > len(content):
        payload = Span(headers.end, min(end - _CHECKSUM.size, len(content)))
        return Frame(Span(start, len(content)), headers, payload, CUT_OFF)
    if sound and _has_checksum(content, start, end - _CHECKSUM.size):
        return Frame(Span(start, end), headers, Span(headers.end, end - _CHECKSUM.size))
    if not is_frame_start(content, end):
        # A payload that was made longer by hand: the next prelude shows where it ends.
        end = _next_prelude(content, end)
    return Frame(Span(start, end), headers, Span(headers.end, end - _CHECKSUM.size), WRONG_CHECKSUM)


def is_frame_start(content: bytes, start: int) -> bool:
    """Whether a frame seems to start here: by the checksum of its lengths, or by its headers."""
    return _is_prelude(content, start) or (
        _has_lengths(content, start) and _has_colon(content, start)
    )


def write_frame(content: bytes, frame: Frame, payload: bytes) -> bytes:
    """The frame with another payload, new lengths and checksums, its headers byte for byte.

    A frame that is cut off stays so: it goes on claiming as many bytes more than there are.
    """
    headers = content[slice(*frame.headers)]
    if frame.fault == CUT_OFF:
        length, _ = _LENGTHS.unpack_from(content, frame.span.start)
        claimed = length + len(payload) - (frame.payload.end - frame.payload.start)
        rest = content[frame.payload.end : frame.span.end]
        return _prelude(claimed, len(headers)) + headers + payload + rest
    return spell_frame(headers, payload)


def spell_frame(headers: bytes, payload: bytes) -> bytes:
    """A whole frame of these parts."""
    prelude = _prelude(_LEAST_LENGTH + len(headers) + len(payload), len(headers))
    message = prelude + headers + payload
    return message + _CHECKSUM.pack(crc32(message))


def _prelude(length: int, headers_length: int) -> bytes:
    lengths = _LENGTHS.pack(length, headers_length)
    return lengths + _CHECKSUM.pack(crc32(lengths))


def _has_lengths(content: bytes, start: int) -> bool:
    if start + _PRELUDE.size > len(content):
        return False
    length: int
    headers_length: int
    length, headers_length = _LENGTHS.unpack_from(content, start)
    return (
        _LEAST_LENGTH + headers_length <= length <= _GREATEST_LENGTH
        and headers_length <= _GREATEST_HEADERS_LENGTH
    )


def _is_prelude(content: bytes, start: int) -> bool:
    return _has_lengths(content, start) and _has_checksum(content, start, start + _LENGTHS.size)


def _has_colon(content: bytes, start: int) -> bool:
    """Whether the first header is AWS's own: a colon stands behind the length of its name."""
    return content.startswith(b":", start + _PRELUDE.size + 1)


def _has_checksum(content: bytes, start: int, end: int) -> bool:
    """Whether the four bytes at `end` are the checksum of those before."""
    return _CHECKSUM.pack(crc32(content[start:end])) == content[end : end + _CHECKSUM.size]


def _next_prelude(content: bytes, start: int) -> int:
    """The offset of the next sound prelude or the end of it all.

    A frame of 16 MiB or more is not found: only a length below that begins with a zero byte.
    """
    position = content.find(b"\0", start)
    while position >= 0:
        if _is_prelude(content, position):
            return position
        position = content.find(b"\0", position + 1)
    return len(content)
