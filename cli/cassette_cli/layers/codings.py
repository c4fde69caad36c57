"""Content codings of HTTP (RFC 9110, section 8.4.1): gzip, deflate, br, zstd.

Decoders give None for what is not data of their coding, and raise TooLargeError instead of
filling the memory. Encoders are given the data that they replace, and follow its ways as far as
they can; the same arguments give the same bytes. Libraries are imported when a body needs them.
"""

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

MAX_DECODED_BYTES = 64 * 1024 * 1024

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_RAW_DEFLATE = -zlib.MAX_WBITS
_DEFAULT_LEVEL = 6
_BROTLI_QUALITY = 5
_GZIP_MAGIC = b"\x1f\x8b\x08"
# What follows the magic: no flags, no time, no extra flags, an unknown system.
_PLAIN_GZIP_HEADER = _GZIP_MAGIC + bytes(6) + b"\xff"
# RFC 1952, section 2.3.1: what the extra flags of gzip say about compression.
_GZIP_LEVELS = {2: 9, 4: 1}
# RFC 1950, section 2.2: how hard zlib tried, in the two highest bits of its second byte.
_ZLIB_LEVELS = (1, 3, _DEFAULT_LEVEL, 9)


class TooLargeError(ValueError):
    """The data would decompress to more than MAX_DECODED_BYTES."""


class Coding(NamedTuple):
    """One coding. `magic` is how its data begins, where that says it for sure.

    `encode(new, old)` gives data that decodes to `new`, in the manner of the data `old`.
    """

    name: str
    decode: Callable[[bytes], bytes | None]
    encode: Callable[[bytes, bytes], bytes]
    magic: bytes = b""


def decode_gzip(data: bytes) -> bytes | None:
    """All members of a gzip file (RFC 1952), or None where one is broken or cut off."""
    if not data:
        return None
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


def encode_gzip(new: bytes, old: bytes) -> bytes:
    """One member with the header of the old one: its time, name, system and level."""
    header = _gzip_header(old) if old.startswith(_GZIP_MAGIC) else _PLAIN_GZIP_HEADER
    level = _GZIP_LEVELS.get(header[8], _DEFAULT_LEVEL)
    trailer = zlib.crc32(new).to_bytes(4, "little") + (len(new) % 2**32).to_bytes(4, "little")
    return header + zlib.compress(new, level, _RAW_DEFLATE) + trailer


def decode_deflate(data: bytes) -> bytes | None:
    """A zlib stream (RFC 1950), or the raw deflate that some servers send under this name."""
    for window_bits in (zlib.MAX_WBITS, _RAW_DEFLATE):
        decoded = _inflate(zlib.decompressobj(window_bits), data)
        if decoded is not None:
            return decoded
    return None


def encode_deflate(new: bytes, old: bytes) -> bytes:
    """A zlib stream where the old one is, else raw deflate."""
    if old and _inflate(zlib.decompressobj(), old) is None:
        return zlib.compress(new, _DEFAULT_LEVEL, _RAW_DEFLATE)
    level = _ZLIB_LEVELS[old[1] >> 6] if old else _DEFAULT_LEVEL
    return zlib.compress(new, level)


def decode_brotli(data: bytes) -> bytes | None:
    """A Brotli stream (RFC 7932)."""
    import brotli  # noqa: PLC0415 -- few bodies need it

    decompressor = brotli.Decompressor()
    try:
        decoded: bytes = decompressor.process(data, output_buffer_limit=MAX_DECODED_BYTES + 1)
    except brotli.error:
        return None
    _check_size(decoded)
    return decoded if decompressor.is_finished() else None


def encode_brotli(new: bytes, _old: bytes) -> bytes:
    """A Brotli stream of middle quality: the old one does not tell its own."""
    import brotli  # noqa: PLC0415 -- few bodies need it

    encoded: bytes = brotli.compress(new, quality=_BROTLI_QUALITY)
    return encoded


def decode_zstd(data: bytes) -> bytes | None:
    """All frames of Zstandard data (RFC 8878)."""
    import zstandard  # noqa: PLC0415 -- few bodies need it

    decompressor = zstandard.ZstdDecompressor()
    decoded = []
    try:
        # A reader is bounded, but takes the end of its input for the end of a frame.
        with decompressor.stream_reader(BytesIO(data), read_across_frames=True) as reader:
            _check_size(reader.read(MAX_DECODED_BYTES + 1))
        while data:
            frame = decompressor.decompressobj()
            decoded.append(frame.decompress(data))
            if not frame.eof:
                return None
            data = frame.unused_data
    except zstandard.ZstdError:
        return None
    return b"".join(decoded) if decoded else None


def encode_zstd(new: bytes, _old: bytes) -> bytes:
    """One frame of the default level; the old frames do not tell theirs."""
    import zstandard  # noqa: PLC0415 -- few bodies need it

    return zstandard.ZstdCompressor().compress(new)


_GZIP = Coding("gzip", decode_gzip, encode_gzip, _GZIP_MAGIC)

CODINGS = {
    "gzip": _GZIP,
    "x-gzip": _GZIP,
    "deflate": Coding("deflate", decode_deflate, encode_deflate),
    "br": Coding("br", decode_brotli, encode_brotli),
    "zstd": Coding("zstd", decode_zstd, encode_zstd, b"\x28\xb5\x2f\xfd"),
}


def _gzip_header(data: bytes) -> bytes:
    """The header of the first member of sound data (RFC 1952, section 2.3)."""
    flags, end = data[3], 10
    if flags & 4:  # an extra field, its length first
        end += 2 + int.from_bytes(data[end : end + 2], "little")
    for text in (8, 16):  # the name of the file, a comment
        if flags & text:
            end = data.index(0, end) + 1
    if flags & 2:  # a checksum of the header
        end += 2
    return data[:end]


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
