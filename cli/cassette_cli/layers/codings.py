"""Content codings of HTTP (RFC 9110, section 8.4.1): gzip, deflate, br, zstd.

Decoders give None for what is not data of their coding, and raise TooLargeError instead of
filling the memory. Encoders are given the data that they replace, and follow its ways as far as
they can; the same arguments give the same bytes. Libraries are imported when a body needs them.
"""

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

from cassette_cli.gzip_data import (
    GZIP_MAGIC,
    MAX_DECODED_BYTES,
    check_size,
    decode_gzip,
    encode_gzip,
    inflate,
)

_RAW_DEFLATE = -zlib.MAX_WBITS
_DEFAULT_LEVEL = 6
_BROTLI_QUALITY = 5
# RFC 1950, section 2.2: how hard zlib tried, in the two highest bits of its second byte.
_ZLIB_LEVELS = (1, 3, _DEFAULT_LEVEL, 9)


class Coding(NamedTuple):
    """One coding. `magic` is how its data begins, where that says it for sure.

    `encode(new, old)` gives data that decodes to `new`, in the manner of the data `old`.
    """

    name: str
    decode: Callable[[bytes], bytes | None]
    encode: Callable[[bytes, bytes], bytes]
    magic: bytes = b""


def decode_deflate(data: bytes) -> bytes | None:
    """A zlib stream (RFC 1950), or the raw deflate that some servers send under this name."""
    for window_bits in (zlib.MAX_WBITS, _RAW_DEFLATE):
        decoded = inflate(zlib.decompressobj(window_bits), data)
        if decoded is not None:
            return decoded
    return None


def encode_deflate(new: bytes, old: bytes) -> bytes:
    """A zlib stream where the old one is, else raw deflate."""
    if old and inflate(zlib.decompressobj(), old) is None:
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
    check_size(decoded)
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
            check_size(reader.read(MAX_DECODED_BYTES + 1))
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


_GZIP = Coding("gzip", decode_gzip, encode_gzip, GZIP_MAGIC)

CODINGS = {
    "gzip": _GZIP,
    "x-gzip": _GZIP,
    "deflate": Coding("deflate", decode_deflate, encode_deflate),
    "br": Coding("br", decode_brotli, encode_brotli),
    "zstd": Coding("zstd", decode_zstd, encode_zstd, b"\x28\xb5\x2f\xfd"),
}
