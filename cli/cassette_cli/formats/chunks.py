"""A body in chunks as a server sent them: a JSON list of base64 or hex, in one string."""

import re
from base64 import b64decode, b64encode
from binascii import Error

from cassette_cli.document import Scalar
from cassette_cli.json_values import read_json, write_json
from cassette_cli.model import Body

_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")


def read_chunks(node: Scalar, encoding: str) -> Body | None:
    """The body that the chunks make up, in "base64" or "hex"; None for any other text."""
    match read_json(node.value):
        case [_, *_] as chunks:
            parts = [_decoded(chunk, encoding) for chunk in chunks if isinstance(chunk, str)]
        case _:
            return None
    data = b"".join(part for part in parts if part is not None)
    whole = len(parts) == len(chunks) and None not in parts
    return Body(data, (f"{encoding}-chunks",), node) if whole else None


def write_chunks(data: bytes, encoding: str) -> str:
    """One chunk that holds it all, which a recorder plays like many."""
    packed = b64encode(data).decode("ascii") if encoding == "base64" else data.hex()
    return write_json([packed])


def _decoded(chunk: str, encoding: str) -> bytes | None:
    if encoding == "hex":
        return bytes.fromhex(chunk) if _HEX.fullmatch(chunk) else None
    try:
        return b64decode(chunk, validate=True)
    except Error:
        return None
