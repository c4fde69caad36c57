"""Headers of AWS event stream frames: names with values of ten types, read as text."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from io import BytesIO
from uuid import UUID

from cassette_cli.model import Header

# A stream has few kinds of events, and all of one kind have the same headers.
_CACHE = 64
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(_CACHE)
def read_headers(data: bytes) -> tuple[Header, ...]:
    """The headers in order, up to the first that cannot be read.

    Byte arrays are given in base64, timestamps as ISO 8601.
    """
    stream = BytesIO(data)
    headers: list[Header] = []
    while (header := _read_header(stream)) is not None:
        headers.append(header)
    return tuple(headers)


def _read_header(stream: BytesIO) -> Header | None:
    try:
        name = _read_sized(stream, 1)
        value = _read_value(stream, _read(stream, 1)[0])
    except (EOFError, ValueError):
        return None
    return Header(name.decode("utf-8", "replace"), value)


def _read_value(stream: BytesIO, kind: int) -> str:
    match kind:
        case 0:
            return "true"
        case 1:
            return "false"
        case 2 | 3 | 4 | 5:  # byte, short, integer, long
            return str(_read_integer(stream, 2 ** (kind - 2)))
        case 6:
            return b64encode(_read_sized(stream, 2)).decode("ascii")
        case 7:
            return _read_sized(stream, 2).decode("utf-8", "replace")
        case 8:
            return _timestamp(_read_integer(stream, 8))
        case 9:
            return str(UUID(bytes=_read(stream, 16)))
    raise ValueError(f"unknown type of header value: {kind}")


def _timestamp(milliseconds: int) -> str:
    try:
        return (_EPOCH + timedelta(milliseconds=milliseconds)).isoformat()
    except OverflowError:
        return str(milliseconds)


def _read_integer(stream: BytesIO, size: int) -> int:
    return int.from_bytes(_read(stream, size), signed=True)


def _read_sized(stream: BytesIO, size: int) -> bytes:
    return _read(stream, int.from_bytes(_read(stream, size)))


def _read(stream: BytesIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
