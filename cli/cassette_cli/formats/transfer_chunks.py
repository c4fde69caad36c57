"""The chunked transfer coding (RFC 9112, section 7.1), where a recorder keeps it in its file."""

import re

_SIZE_LINE = re.compile(rb"([0-9A-Fa-f]{1,12})[^\r\n]*\r\n")
_LAST_CHUNK = b"0\r\n\r\n"


def join_chunks(data: bytes) -> bytes | None:
    """The data of all chunks; None where it is not coded so, or has trailers."""
    chunks: list[bytes] = []
    position = 0
    while size_line := _SIZE_LINE.match(data, position):
        size = int(size_line[1], 16)
        position = size_line.end()
        if size == 0:
            return b"".join(chunks) if data[position:] == b"\r\n" else None
        chunks.append(data[position : position + size])
        position += size
        if data[position : position + 2] != b"\r\n":
            return None
        position += 2
    return None


def write_chunk(data: bytes) -> bytes:
    """One chunk that holds it all, and the one that ends the body."""
    return (f"{len(data):x}\r\n".encode() + data + b"\r\n" if data else b"") + _LAST_CHUNK
