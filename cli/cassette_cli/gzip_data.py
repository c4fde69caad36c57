"""Gzip data (RFC 1952), of bodies and of files: off, and on again in the manner of the old data.

What would fill the memory is not read: decoders raise TooLargeError instead.
"""

import zlib

MAX_DECODED_BYTES = 64 * 1024 * 1024
GZIP_MAGIC = b"\x1f\x8b\x08"

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_RAW_DEFLATE = -zlib.MAX_WBITS
_DEFAULT_LEVEL = 6
# What follows the magic: no flags, no time, no extra flags, an unknown system.
_PLAIN_GZIP_HEADER = GZIP_MAGIC + bytes(6) + b"\xff"
# RFC 1952, section 2.3.1: what the extra flags of gzip say about compression.
_GZIP_LEVELS = {2: 9, 4: 1}


class TooLargeError(ValueError):
    """The data would decompress to more than MAX_DECODED_BYTES."""


def decode_gzip(data: bytes) -> bytes | None:
    """All members of a gzip file (RFC 1952), or None where one is broken or cut off."""
    if not data:
        return None
    decoded = b""
    # What pads a file to the size of a block is no member (RFC 1952, section 2.2).
    while data.strip(b"\0"):
        decompressor = zlib.decompressobj(_GZIP_OR_ZLIB)
        member = inflate(decompressor, data)
        if member is None:
            return None
        decoded += member
        check_size(decoded)
        data = decompressor.unused_data
    return decoded


def encode_gzip(new: bytes, old: bytes) -> bytes:
    """One member with the header of the old one: its time, name, system and level."""
    header = _gzip_header(old) if old.startswith(GZIP_MAGIC) else _PLAIN_GZIP_HEADER
    level = _GZIP_LEVELS.get(header[8], _DEFAULT_LEVEL)
    trailer = zlib.crc32(new).to_bytes(4, "little") + (len(new) % 2**32).to_bytes(4, "little")
    return header + zlib.compress(new, level, _RAW_DEFLATE) + trailer


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


def inflate(decompressor: "zlib._Decompress", data: bytes) -> bytes | None:
    """The whole of what the decompressor reads, or None where the data is broken or cut off."""
    try:
        decoded = decompressor.decompress(data, MAX_DECODED_BYTES + 1)
    except zlib.error:
        return None
    check_size(decoded)
    return decoded if decompressor.eof else None


def check_size(decoded: bytes) -> bytes:
    """Give data back; raises TooLargeError where there is too much of it."""
    if len(decoded) > MAX_DECODED_BYTES:
        raise TooLargeError
    return decoded
