"""Nodes of a YAML or JSON document, each with the span of source text that spells it.

Nodes are named tuples, not dataclasses: a document has many, and a tuple is built four times as
fast. Nothing is resolved here: `value` is the text of a scalar after folding and escapes, its type
is asked for where it is needed (`resolve`).
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from cassette_cli.text import Span


class Scalar(NamedTuple):
    """A leaf. `style` is "" (plain), "'", '"', "|" or ">"; JSON literals are plain.

    The span starts at the tag or anchor where there is one; that of a block scalar ends at the
    start of the line after it, trailing blank lines included.
    """

    value: str
    style: str
    start: int
    end: int
    tag: str | None = None
    anchor: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Mapping(NamedTuple):
    """Entries in source order; keys may repeat, and may be any node (`? [a, b]`)."""

    entries: "tuple[tuple[Node, Node], ...]"
    flow: bool
    start: int
    end: int
    tag: str | None = None
    anchor: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def get(self, key: str) -> "Node | None":
        """The value of the last entry with this key, as YAML loaders and JSON parsers take it."""
        for name, value in reversed(self.entries):
            if name[0] == key and isinstance(name, Scalar):
                return value
        return None

    def keys(self) -> tuple[str, ...]:
        """The text of all scalar keys, in order."""
        return tuple(name.value for name, _ in self.entries if isinstance(name, Scalar))


class Sequence(NamedTuple):
    """Items in source order."""

    items: "tuple[Node, ...]"
    flow: bool
    start: int
    end: int
    tag: str | None = None
    anchor: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Alias(NamedTuple):
    """`*name`: stands for the anchored node, which is not copied here."""

    name: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Comment(NamedTuple):
    """`# text`: `value` is what stands behind the `#`, up to the end of the line.

    It belongs to no other node: `Document.comments` lists those of a file.
    """

    value: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


Node: TypeAlias = Scalar | Mapping | Sequence | Alias
Location: TypeAlias = tuple[type, int, int]


def location_of(node: Node) -> Location:
    """What a node is known by: resolving aliases makes new collections with the old spans."""
    return type(node), node.start, node.end


def walk(node: Node) -> Iterator[Node]:
    """Every node of a tree, parents first, in source order."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Mapping):
            stack.extend(child for entry in reversed(node.entries) for child in reversed(entry))
        elif isinstance(node, Sequence):
            stack.extend(reversed(node.items))
