"""A file as it is written: its comments, keys, anchors and scalars, whatever they stand for.

What no reader of a format lists as a text of an interaction is one here all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cassette_cli.document import (
    Alias,
    Comment,
    Document,
    EditComment,
    Intent,
    Mapping,
    Node,
    RenameAnchor,
    ReplaceText,
    Scalar,
    SetValue,
    is_binary,
    source_offset,
    walk,
)
from cassette_cli.json_path import write_path
from cassette_cli.text import splice
from cassette_cli.texts.leaf import EditsByNumber, Kind, Located, Part, Texts
from cassette_cli.texts.scalars import NamedScalar, scalars_of


class Anchor(NamedTuple):
    """The name of an anchor, and the node that has it."""

    name: str
    node: Node


@dataclass(frozen=True, eq=False)
class WholeFile:
    """Comments, keys and values of all documents in a file, and the names of its anchors.

    Scalars of base64 text are left out, and those that start at the offsets of `listed`: somebody
    knows them for what they are.
    """

    document: Document
    listed: frozenset[int] = frozenset()

    def texts(self) -> Iterator[Texts]:
        yield Texts(Kind.TEXT, [part.text for part in self.parts()])

    def parts(self) -> Iterator[Part]:
        for number, written in enumerate(self._written):
            match written:
                case Comment(value):
                    yield Part(number, Kind.TEXT, "", value)
                case Anchor(name):
                    yield Part(number, Kind.TEXT, "", name)
                case NamedScalar(scalar):
                    yield Part(number, Kind.TEXT, "", scalar.value)

    def node(self, number: int) -> Node | Comment:
        written = self._written[number]
        match written:
            case Anchor(_, node):
                return node
            case NamedScalar(scalar):
                return scalar
        return written

    def locate(self, number: int, offset: int) -> Located:
        written = self._written[number]
        match written:
            case Comment():
                return Located(("comment",), written.start + 1 + offset)
            case Anchor(name, node):
                start = self.document.text.find(f"&{name}", node.start)
                return Located(("anchor",), max(start + 1, node.start) + offset)
        path = write_path(written.path[:-1] if written.is_key else written.path)
        place = source_offset(self.document, written.scalar, offset)
        return Located((f"{path} (key)".lstrip() if written.is_key else path,), place)

    def intents(self, edits: EditsByNumber) -> Iterator[Intent]:
        names = _Names(self.document)
        for number, these in edits.items():
            written = self._written[number]
            match written:
                case Comment():
                    yield EditComment(written, tuple(these))
                case Anchor(name):
                    yield RenameAnchor(name, names.new_anchor(splice(name, these)))
                case NamedScalar(scalar, is_key=True):
                    yield SetValue(scalar, names.new_key(scalar, splice(scalar.value, these)))
                case NamedScalar(scalar):
                    yield ReplaceText(scalar, tuple(these))

    @cached_property
    def _written(self) -> tuple[Comment | Anchor | NamedScalar, ...]:
        written: list[Comment | Anchor | NamedScalar] = list(self.document.comments)
        for root in self.document.roots:
            written += _anchors(root)
            written += (one for one in scalars_of(root, "") if self._spells_text(one))
        return tuple(written)

    def _spells_text(self, named: NamedScalar) -> bool:
        return named.scalar.start not in self.listed and not is_binary(named.scalar)


def _anchors(root: Node) -> Iterator[Anchor]:
    for node in walk(root):
        if not isinstance(node, Alias) and node.anchor is not None:
            yield Anchor(node.anchor, node)


class _Names:
    """Names that are given to keys and anchors: each differs from those that stand beside it."""

    def __init__(self, document: Document) -> None:
        self._mappings = [
            node for root in document.roots for node in walk(root) if isinstance(node, Mapping)
        ]
        anchors = (anchor.name for root in document.roots for anchor in _anchors(root))
        self._anchors = set(anchors)
        self._keys: dict[int, set[str]] = {}

    def new_anchor(self, name: str) -> str:
        return _distinct(name, self._anchors)

    def new_key(self, key: Scalar, name: str) -> str:
        for mapping in self._mappings:
            if any(other is key for other, _ in mapping.entries):
                taken = self._keys.setdefault(id(mapping), set(mapping.keys()))
                return _distinct(name, taken)
        return name


def _distinct(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken; from now on it is."""
    number, distinct = 1, name
    while distinct in taken:
        number += 1
        distinct = f"{name}-{number}"
    taken.add(distinct)
    return distinct
