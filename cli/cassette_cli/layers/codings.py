"""Content codings of HTTP (RFC 9110, section 8.4.1): gzip, deflate, br, zstd.

Decoders give None for what is not data of their coding, and raise TooLargeError instead of
filling the memory. Libraries are imported when a body needs them.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

MAX_DECODED_BYTES = 64 * 1024 * 1024

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_RAW_DEFLATE = -zlib.MAX_WBITS


class TooLargeError(ValueError):
    """The data would decompress to more than MAX_DECODED_BYTES."""


@dataclass(frozen=True, slots=True)
class Coding:
    """One coding. `magic` is how its data begins, where that says it for sure."""

    name: str
    decode: Callable[[bytes], bytes | None]
    magic: bytes = b""


def decode_gzip(data: bytes) -> bytes | None:
    """All members of a gzip file (RFC 1952), or None where one is broken or cut off."""
    decoded = b""
    while data:
        decompressor = zlib.decompressobj(_GZIP_OR_ZLIB)
        member = _inflate(decompressor, data)
        if member is None:
            return None
        decoded += member
        _check_size(decoded)
        data = decompressor.unused_data
    return decoded


def decode_deflate(data: bytes) -> bytes | None:
    """A zlib stream (RFC 1950), or the raw deflate that some servers send under this name."""
    for window_bits in (zlib.MAX_WBITS, _RAW_DEFLATE):
        decoded = _inflate(zlib.decompressobj(window_bits), data)
        if decoded is not None:
            return decoded
    return None


def decode_brotli(data: bytes) -> bytes | None:
    """A Brotli stream (RFC 7932)."""
    import brotli  # noqa: PLC0415 -- few bodies need it

    decompressor = brotli.Decompressor()
    try:
        decoded: bytes = decompressor.process(data, output_buffer_limit=MAX_DECODED_BYTES)
    except brotli.error:
        return None
    if not decompressor.can_accept_more_data():
        raise TooLargeError
    return decoded if decompressor.is_finished() else None


def decode_zstd(data: bytes) -> bytes | None:
    """All frames of Zstandard data (RFC 8878)."""
    import zstandard  # noqa: PLC0415 -- few bodies need it

    decompressor = zstandard.ZstdDecompressor()
    try:
        with decompressor.stream_reader(BytesIO(data), read_across_frames=True) as reader:
            decoded = reader.read(MAX_DECODED_BYTES + 1)
    except zstandard.ZstdError:
        return None
    return _check_size(decoded)


CODINGS = {
    "gzip": Coding("gzip", decode_gzip, b"\x1f\x8b\x08"),
    "x-gzip": Coding("gzip", decode_gzip, b"\x1f\x8b\x08"),
    "deflate": Coding("deflate", decode_deflate),
    "br": Coding("br", decode_brotli),
    "zstd": Coding("zstd", decode_zstd, b"\x28\xb5\x2f\xfd"),
}


def _inflate(decompressor: "zlib._Decompress", data: bytes) -> bytes | None:
    try:
        decoded = decompressor.decompress(data, MAX_DECODED_BYTES + 1)
    except zlib.error:
        return None
    _check_size(decoded)
    return decoded if decompressor.eof else None


def _check_size(decoded: bytes) -> bytes:
    if len(decoded) > MAX_DECODED_BYTES:
        raise TooLargeError
    return decoded
