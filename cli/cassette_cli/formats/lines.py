"""A body as a list of strings that make it up: lines, or the parts of a multipart body.

A string that begins with `b64:` is a part in base64, where the body is bytes.
"""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterator

from cassette_cli.document import Delete, Intent, Scalar, Sequence, SetValue
from cassette_cli.model import Body

_PACKED = "b64:"


def read_lines(node: Sequence) -> Body:
    """The body that the strings of a list make up; bytes where one of them is in base64."""
    parts = [_decoded(item) for item in _scalars(node)]
    if all(isinstance(part, str) for part in parts):
        return Body("".join(map(str, parts)), ("lines",), node)
    return Body(b"".join(map(_as_bytes, parts)), ("lines",), node)


def line_intents(node: Sequence, new: str | bytes) -> Iterator[Intent]:
    """What makes the strings of a list make up another body.

    What is equal at its beginning and end stays as it is; the first string in between gets all that
    is new.
    """
    strings = _scalars(node)
    parts = [_as_bytes(_decoded(item)) for item in strings]
    rest = _as_bytes(new)
    first = min(_equal_parts(parts, rest), len(parts) - 1)
    rest = rest[len(b"".join(parts[:first])) :]
    last = len(parts) - _equal_parts([part[::-1] for part in parts[:first:-1]], rest[::-1])
    rest = rest[: len(rest) - len(b"".join(parts[last:]))]
    for index, (item, part) in enumerate(_recut(strings[first:last], parts[first:last], rest)):
        if part is None:
            yield Delete(node, first + index)
        else:
            yield SetValue(item, _encoded(item, part))


def _recut(
    strings: tuple[Scalar, ...], parts: list[bytes], new: bytes
) -> Iterator[tuple[Scalar, bytes | None]]:
    """A new part for each string: a line each where there are as many, else all in the first."""
    lines = new.splitlines(keepends=True)
    if len(lines) == len(parts):
        yield from zip(strings, lines, strict=True)
        return
    for index, item in enumerate(strings):
        yield item, new if index == 0 else None


def _equal_parts(parts: list[bytes], whole: bytes) -> int:
    """How many of the parts a text begins with."""
    position = 0
    for count, part in enumerate(parts):
        if not whole.startswith(part, position):
            return count
        position += len(part)
    return len(parts)


def _scalars(node: Sequence) -> tuple[Scalar, ...]:
    return tuple(item for item in node.items if isinstance(item, Scalar))


def _decoded(item: Scalar) -> str | bytes:
    if not item.value.startswith(_PACKED):
        return item.value
    try:
        return b64decode(item.value.removeprefix(_PACKED), validate=True)
    except Error:
        return item.value


def _encoded(item: Scalar, part: bytes) -> str:
    if isinstance(_decoded(item), bytes):
        return _PACKED + b64encode(part).decode("ascii")
    return part.decode("utf-8", "surrogateescape")


def _as_bytes(part: str | bytes) -> bytes:
    return part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
