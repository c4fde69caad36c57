"""Header fields where they stand in the file, in each of the shapes that recorders give them."""

from collections.abc import Iterator
from typing import NamedTuple

from cassette_cli.document import Mapping, Node, Scalar, Sequence, text_of
from cassette_cli.formats.fields import leaves, name_scalar


class HeaderField(NamedTuple):
    """A field: the children of a container that make it up, and its values in that container.

    `line` is true where name and value stand in one string, as they do on the wire.
    """

    name: str
    container: Mapping | Sequence
    indexes: tuple[int, ...]
    value: Node
    line: bool = False

    @property
    def values(self) -> tuple[Scalar, ...]:
        return tuple(leaf for leaf in leaves(self.value) if isinstance(leaf, Scalar))

    def is_called(self, name: str) -> bool:
        """Whether it has this name; case does not count (RFC 9110, section 5.1)."""
        return self.name.lower() == name.lower()


def header_fields(node: Node | None) -> tuple[HeaderField, ...]:
    """The fields below a node, in file order: of a mapping, pairs, a flat list, or lines."""
    match node:
        case Mapping():
            return tuple(_entries(node))
        case Sequence(items) if items and all(isinstance(item, Scalar) for item in items):
            return tuple(_flat_list(node))
        case Sequence():
            return tuple(_pairs(node))
    return ()


def is_named(item: Mapping) -> bool:
    """Whether a mapping is one field, of a name and a value (HAR), and not a field an entry."""
    return item.get("name") is not None and set(item.keys()) & {"value", "values"} != set()


def _entries(node: Mapping) -> Iterator[HeaderField]:
    for index, (key, value) in enumerate(node.entries):
        yield HeaderField(text_of(name_scalar(key)) or "", node, (index,), value)


def _flat_list(node: Sequence) -> Iterator[HeaderField]:
    """Names and values in turn, or lines with both."""
    if ":" in (text_of(node.items[0]) or "")[1:]:
        for index, item in enumerate(node.items):
            name = (text_of(item) or "").partition(":")[0].strip()
            yield HeaderField(name, node, (index,), item, line=True)
        return
    for index in range(0, len(node.items) - 1, 2):
        name_node, value = node.items[index : index + 2]
        yield HeaderField(text_of(name_node) or "", node, (index, index + 1), value)


def _pairs(node: Sequence) -> Iterator[HeaderField]:
    """Pairs in a list, or in a list in it: tuples of Python, and a frozen set of such.

    A pair may be a mapping with a name and a value (HAR); any other mapping holds several fields.
    """
    for index, item in enumerate(node.items):
        match item:
            case Sequence(items=(Scalar() as name, value)):
                yield HeaderField(text_of(name) or "", node, (index,), value)
            case Sequence():
                yield from _pairs(item)
            case Mapping() if is_named(item):
                named = item.get("value") or item.get("values") or item
                yield HeaderField(text_of(item.get("name")) or "", node, (index,), named)
            case Mapping():
                yield from _entries(item)
