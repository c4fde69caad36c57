"""What the text of a scalar stands for, by the rules of the loaders that recorders use.

Recorders write YAML 1.1 (PyYAML, Psych) or its common part with 1.2 (go-yaml); what only one of
them would resolve is left as text. Tags decide only where they are standard ones.
"""

import re
from base64 import b64decode

from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.errors import ParseError
from cassette_cli.json_values import Json

MAX_VALUES = 2_000_000

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
# Python refuses to read an integer of more than 4300 digits; no recorder means one of 400.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,399})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?)")
_EXPONENT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?")
_SPECIAL_FLOATS = {".inf": "inf", "+.inf": "inf", "-.inf": "-inf", ".nan": "nan"}
_STANDARD = "tag:yaml.org,2002:"
_BINARY_TAGS = frozenset(("tag:yaml.org,2002:binary", "!binary"))


def is_null(node: Node | None) -> bool:
    """Whether a node is absent or null."""
    return node is None or (isinstance(node, Scalar) and _is_plain(node) and node.value in _NULLS)


def is_binary(node: Node | None) -> bool:
    """Whether a node is base64 under `!!binary`, or under the `!binary` that Ruby writes."""
    return isinstance(node, Scalar) and node.tag in _BINARY_TAGS


def text_of(node: Node | None) -> str | None:
    """The text of a scalar, decoded where it is binary; None for null, absent and collections."""
    if not isinstance(node, Scalar):
        return None
    if node.tag in _BINARY_TAGS:
        return bytes_of(node).decode("utf-8", "surrogateescape")
    return None if _is_plain(node) and node.value in _NULLS else node.value


def bytes_of(scalar: Scalar) -> bytes:
    """The bytes of a base64 scalar; those before the first fault where it is broken."""
    packed = "".join(scalar.value.split())
    try:
        return b64decode(packed)
    except ValueError:
        whole = re.match(r"(?:[A-Za-z0-9+/]{4})*", packed)
        return b64decode(whole[0]) if whole else b""


def integer_of(node: Node | None) -> int | None:
    """The integer that a scalar spells, quoted or not; None where it spells none."""
    if isinstance(node, Scalar) and _INTEGER.fullmatch(node.value):
        return int(node.value)
    return None


def scalar_value(scalar: Scalar) -> Json:
    """A scalar as JSON: null, boolean, number or text."""
    value = scalar.value
    if scalar.tag in _BINARY_TAGS:
        return "".join(value.split())
    if not _is_plain(scalar):
        return value
    if value in _NULLS:
        return None
    if value in _BOOLEANS:
        return _BOOLEANS[value]
    if value[:1] in "-+.0123456789":
        if _INTEGER.fullmatch(value):
            return int(value)
        if _FLOAT.fullmatch(value) or (scalar.tag is not None and _EXPONENT.fullmatch(value)):
            return float(value)
        if value.lower() in _SPECIAL_FLOATS:
            return float(_SPECIAL_FLOATS[value.lower()])
    return value


def json_of(node: Node) -> Json:
    """A resolved node as a JSON value. Raises ParseError where aliases expand beyond all reason."""
    return _Expansion().value(node)


class _Expansion:
    """Counts the values that it makes: a few aliases can stand for billions."""

    def __init__(self) -> None:
        self.count = 0

    def value(self, node: Node) -> Json:
        self.count += 1
        if self.count > MAX_VALUES:
            raise ParseError("its aliases expand to millions of values")
        match node:
            case Scalar():
                return scalar_value(node)
            case Mapping(entries):
                return {_key(key): self.value(value) for key, value in entries}
            case Sequence(items):
                return [self.value(item) for item in items]
        return None  # an alias of nothing


def _key(node: Node) -> str:
    return node.value if isinstance(node, Scalar) else str(json_of(node))


def _is_plain(scalar: Scalar) -> bool:
    if scalar.tag is None:
        return not scalar.style
    return scalar.tag.startswith(_STANDARD) and not scalar.tag.endswith(("str", "binary"))
