"""Reading the shapes that recorders share: header maps, statuses, binary scalars, item lists."""

from collections.abc import Iterator

from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.document.resolve import bytes_of, is_binary, is_null, text_of
from cassette_cli.model import Body, Header, Sources


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


def has_keys(node: Node | None, *keys: str) -> bool:
    """Whether a node is a mapping with all of these keys."""
    return isinstance(node, Mapping) and set(keys) <= set(node.keys())


def read_headers(node: Node | None) -> tuple[Header, ...]:
    """Header fields from a mapping of names to a value or a list of values, in file order."""
    if not isinstance(node, Mapping):
        return ()
    return tuple(
        Header(name, value, value_node, name_node)
        for key, values in node.entries
        if (name_node := _name_scalar(key)) is not None
        for value_node in _values(values)
        if (value := text_of(value_node)) is not None and (name := text_of(name_node)) is not None
    )


def read_body(node: Node | None) -> Body | None:
    """A body that is a scalar: text, or base64 under a binary tag; None for null and absent."""
    if not isinstance(node, Scalar) or is_null(node):
        return None
    if is_binary(node):
        return Body(bytes_of(node), ("base64",), node)
    return Body(node.value, (), node)


def sources(**nodes: Node | None) -> Sources:
    """Name the nodes that fields were read from; "__" in a keyword stands for the dot."""
    return {name.replace("__", "."): node for name, node in nodes.items() if node is not None}


def _name_scalar(key: Node) -> Scalar | None:
    """The name in a header key, which may hide in a Python object: `? !!python/object… [Accept]`."""
    match key:
        case Scalar():
            return key
        case Sequence(items=(Scalar() as only,)):
            return only
        case Mapping():
            return _name_scalar(key.get("args") or Scalar("null", "", key.start, key.start))
    return None


def _values(node: Node) -> Iterator[Node]:
    """The value scalars below a header: one, a list, or lists in a list (tuples of Python)."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _values(item)
    else:
        yield node
