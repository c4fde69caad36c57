"""Reading the shapes that recorders share: paths of keys, header maps, stored bodies."""

import re
from collections.abc import Callable, Iterable, Iterator

from cassette_cli.document import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    bytes_of,
    is_binary,
    is_null,
    json_of,
    scalar_value,
    text_of,
)
from cassette_cli.errors import ParseError
from cassette_cli.formats.object_bodies import content_node, joined_parts
from cassette_cli.gzip_data import TooLargeError, decode_gzip
from cassette_cli.model import Body, Header, Structured

# More headers or chunks than anybody records; a few aliases can stand for billions.
_MAX_NODES = 50_000
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_ZIPPED = ("base64", "zlib")
_HEX_PAIRS = re.compile(r"(?:[0-9a-fA-F]{2})*")


def entry(node: Node | None, *path: str) -> Node | None:
    """The node at a path of keys, or None where there is none."""
    for key in path:
        if not isinstance(node, Mapping):
            return None
        node = node.get(key)
    return node


def items(node: Node | None) -> tuple[Node, ...]:
    """The items of a sequence; none of anything else."""
    return node.items if isinstance(node, Sequence) else ()


def first_item(node: Node | None) -> Node | None:
    """The first item of a sequence, or None."""
    return next(iter(items(node)), None)


def first_scalar(node: Node | None) -> Scalar | None:
    """A scalar, or the first of a list of such; None for anything else."""
    found = first_item(node) if isinstance(node, Sequence) else node
    return found if isinstance(found, Scalar) else None


def scalars(*nodes: Node | None) -> tuple[Scalar, ...]:
    """Those of the nodes that are scalars."""
    return tuple(node for node in nodes if isinstance(node, Scalar))


def is_number_or_boolean(node: Node | None) -> bool:
    """Whether a node is a scalar that stands for itself, neither text nor null."""
    return isinstance(node, Scalar) and isinstance(scalar_value(node), int | float)


def is_text(node: Node | None) -> bool:
    """Whether a node is a scalar that stands for text."""
    return isinstance(node, Scalar) and isinstance(scalar_value(node), str)


def read_number(node: Node | None) -> float | None:
    """The number that a scalar stands for; None for anything else."""
    value = scalar_value(node) if isinstance(node, Scalar) else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def has_keys(node: Node | None, *keys: str) -> bool:
    """Whether a node is a mapping with all of these keys."""
    return isinstance(node, Mapping) and all(node.get(key) is not None for key in keys)


def has_only_keys(node: Node | None, *keys: str) -> bool:
    """Whether a node is a mapping with none but these keys, whichever of them."""
    return isinstance(node, Mapping) and set(node.keys()) <= set(keys)


def read_headers(node: Node | None) -> tuple[Header, ...]:
    """Header fields, in file order: a mapping or pairs, of names to a value or to several."""
    headers: list[Header] = []
    for key, values in _name_and_values(node):
        name_node = name_scalar(key)
        name = text_of(name_node)
        if name is not None:
            for value_node in leaves(values):
                value = text_of(value_node)
                if value is not None:
                    headers.append(Header(name, value, value_node, name_node))
    return tuple(headers)


def read_named_headers(node: Node | None) -> tuple[Header, ...]:
    """Header fields from a list of `{name, value}` or `{name, values}`; from a mapping, too."""
    if not isinstance(node, Sequence):
        return read_headers(node)
    headers: list[Header] = []
    for item in node.items:
        name_node = entry(item, "name")
        name, values = text_of(name_node), entry(item, "value") or entry(item, "values")
        if name is not None and values is not None:
            headers += (
                Header(name, text_of(value) or "", value, name_node) for value in leaves(values)
            )
    return tuple(headers)


def leaves(node: Node) -> Iterable[Node]:
    """What stands below a list, and lists in it (tuples of Python); a node that is no list.

    Raises ParseError where aliases expand beyond all reason.
    """
    if isinstance(node, Scalar):
        return (node,)
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        return node.items  # as nearly every header has it
    return _below_lists(node)


def read_body(node: Node | None) -> Body | None:
    """A body as text, as base64 under a binary tag, or as data; None for null and absent."""
    if node is None or is_null(node):
        return None
    if isinstance(node, Mapping) and node.tag:
        return _read_object(node)
    if not isinstance(node, Scalar):
        return read_data(node)
    if is_binary(node):
        return read_base64(node)
    return Body(node.value, (), node)


def _read_object(node: Mapping) -> Body | None:
    content, parts = content_node(node), joined_parts(node)
    if content is not None:
        return read_body(content)
    return read_data(node) if parts is None else Body(parts, ("parts",), node)


def read_base64(node: Scalar) -> Body:
    """A body from a scalar that holds base64, whatever its tag."""
    return Body(bytes_of(node), ("base64",), node)


def read_zlib(node: Scalar) -> Body:
    """A body from base64 of zlib; what is no zlib stays as it is."""
    data = bytes_of(node)
    try:
        unpacked = decode_gzip(data)
    except TooLargeError:
        raise ParseError("a body decompresses to too much to read") from None
    return Body(data, ("base64",), node) if unpacked is None else Body(unpacked, _ZIPPED, node)


def read_base64_or_text(node: Scalar) -> Body:
    """A body in base64, or text where the scalar holds anything else."""
    packed = "".join(node.value.split())
    is_base64 = len(packed) % 4 == 0 and _BASE64.fullmatch(packed)
    return read_base64(node) if is_base64 else Body(node.value, (), node)


def read_hex(node: Scalar | Sequence) -> Body:
    """A body from hexadecimal digits, or from a list of them; digits up to the first fault."""
    digits = "".join(leaf.value for leaf in leaves(node) if isinstance(leaf, Scalar))
    pairs = _HEX_PAIRS.match(digits)
    return Body(bytes.fromhex(pairs[0]) if pairs else b"", ("hex",), node)


def read_data(node: Node) -> Body:
    """A body that the recorder has parsed."""
    return Body(Structured(json_of(node)), ("parsed",), node)


def read_message_body(message: Node | None) -> Body | None:
    """The `body` of a request or response: bare, or in a mapping with its encoding beside it.

    `base64_string` is what VCR and its ports write where they keep the exact bytes; vcr for R has
    `raw_gzip`, which is base64 of zlib, and `fields` of a form as data.
    """
    body = entry(message, "body")
    if not isinstance(body, Mapping) or body.tag:
        return read_body(body)
    zipped, fields = body.get("raw_gzip"), body.get("fields")
    if isinstance(zipped, Scalar) and not is_null(zipped):
        return read_zlib(zipped)
    if fields is not None:
        return read_data(fields)
    packed, text = body.get("base64_string"), body.get("string")
    if isinstance(packed, Scalar) and not is_null(packed):
        return read_base64(packed)
    if text is not None:
        return read_body(text)
    return read_data(body) if body.entries else None


def _name_and_values(node: Node | None) -> Iterator[tuple[Node, Node]]:
    """The entries of a mapping, or pairs in lists: tuples of Python, and a frozen set of such."""
    for found in () if node is None else _below_lists(node, _is_pair):
        match found:
            case Mapping(entries):
                yield from entries
            case Sequence(items=(name, values)):
                yield name, values


def _is_pair(node: Sequence) -> bool:
    return len(node.items) == len(("name", "values")) and isinstance(node.items[0], Scalar)


def _below_lists(
    node: Node, is_whole: Callable[[Sequence], bool] = lambda _: False
) -> Iterator[Node]:
    """A node that is no list, and those below a list; a list that is a whole counts as none."""
    stack = [node]
    for _ in range(_MAX_NODES):
        if not stack:
            return
        found = stack.pop()
        if isinstance(found, Sequence) and not is_whole(found):
            stack.extend(reversed(found.items))
        else:
            yield found
    raise ParseError("its aliases expand to thousands of values")


def name_scalar(key: Node) -> Scalar | None:
    """The name in a header key, which may hide in a Python object: `? !!python/object [Accept]`."""
    match key:
        case Scalar():
            return key
        case Sequence(items=(Scalar() as only,)):
            return only
        case Mapping():
            return name_scalar(key.get("args") or Scalar("null", "", key.start, key.start))
    return None
