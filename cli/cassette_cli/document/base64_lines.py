"""Base64 in the lines that a recorder writes: 76 (PyYAML), 70 (go-yaml), or one (Psych)."""

import re
from base64 import b64encode

from cassette_cli.document.nodes import Scalar
from cassette_cli.document.resolve import bytes_of
from cassette_cli.text import Edit, Span, difference

_LINE = re.compile(r"\S+")
_BLANK = re.compile(r"\s+")
_NO_LIMIT = 0
_PYYAML = 76


def byte_edits(scalar: Scalar, data: bytes) -> tuple[Edit, ...]:
    """Edits of a scalar's value that give it other bytes, with as little change as can be."""
    if bytes_of(scalar) == data:
        return ()
    packed = b64encode(data).decode("ascii")
    if sum(map(len, scalar.value.split())) == len(packed):
        return _changed_lines(scalar.value, packed)
    return difference(scalar.value, _wrapped(scalar, packed))


def _changed_lines(value: str, packed: str) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    position = 0
    for line in _LINE.finditer(value):
        start, length = line.start(), len(line[0])
        for span, text in difference(line[0], packed[position : position + length]):
            edits.append(Edit(Span(start + span.start, start + span.end), text))
        position += length
    return tuple(edits)


def _wrapped(scalar: Scalar, packed: str) -> str:
    lines = scalar.value.split()
    blank = _BLANK.search(scalar.value)
    separator = blank[0] if blank else "\n"
    ending = scalar.value[len(scalar.value.rstrip()) :]
    width = len(lines[0]) if len(lines) > 1 else _usual_width(scalar)
    if width == _NO_LIMIT:
        return packed + ending
    groups = [packed[start : start + width] for start in range(0, len(packed), width)]
    return separator.join(groups) + ending


def _usual_width(scalar: Scalar) -> int:
    """The width of the recorder that writes such a scalar, where a single line does not show it."""
    of_psych = scalar.tag == "!binary"
    return _NO_LIMIT if of_psych or not scalar.style or len(scalar.value) > _PYYAML + 1 else _PYYAML
