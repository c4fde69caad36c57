"""A body that the recorder stored as data: its strings are nodes of the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.document import (
    Document,
    Intent,
    Node,
    ReplaceText,
    SetValue,
    source_offset,
)
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.model import Body
from cassette_cli.reading import RecordedMessage
from cassette_cli.text import splice
from cassette_cli.texts.leaf import AtPath, EditsByNumber, Kind, Located, Part, Texts
from cassette_cli.texts.lengths import body_length, data_length, length_intents
from cassette_cli.texts.scalars import NamedScalar, is_below, scalars_of


@dataclass(frozen=True, eq=False)
class StructuredBody:
    """The body of a message below a node that spells it.

    `content_length` is the node that a format has for its length, besides the header.
    """

    document: Document
    message: RecordedMessage
    body: Body
    source: Node
    content_length: Node | None = None

    @property
    def value(self) -> Json:
        """What the body is."""
        return self.message.payload.value

    def texts(self) -> Iterator[Texts]:
        names = [name for _, (_, _, name, _) in self._strings]
        yield Texts(Kind.FIELD, [scalar.value for _, (scalar, *_) in self._strings], names)

    def parts(self) -> Iterator[Part]:
        for number, (scalar, _, name, _) in self._strings:
            yield Part(number, Kind.FIELD, name, scalar.value)

    def members(self, paths: frozenset[JsonPath]) -> Iterator[AtPath]:
        """The scalars at these paths or below them, but for keys."""
        for number, (scalar, path, name, is_key) in enumerate(self._scalars):
            if not is_key and is_below(path, paths):
                yield AtPath(number, Part(number, Kind.FIELD, name, scalar.value))

    def node(self, number: int) -> Node:
        return self._scalars[number].scalar

    def locate(self, number: int, offset: int) -> Located:
        found = self._scalars[number]
        place = source_offset(self.document, found.scalar, offset)
        return Located((f"{self.message.name}.body", found.location), place)

    def intents(self, edits: EditsByNumber) -> Iterator[Intent]:
        length = body_length(self.body)
        for number, these in edits.items():
            found = self._scalars[number]
            old, new = found.scalar.value, splice(found.scalar.value, these)
            length += data_length(new) - (data_length(old) if found.is_string else len(old))
            if found.is_string:
                yield ReplaceText(found.scalar, tuple(these))
            else:
                yield SetValue(found.scalar, new)
        yield from length_intents(self.body, self.message.headers, self.content_length, length)

    @cached_property
    def _strings(self) -> list[tuple[int, NamedScalar]]:
        """Those that are strings, with their numbers."""
        return [numbered for numbered in enumerate(self._scalars) if numbered[1].is_string]

    @cached_property
    def _scalars(self) -> tuple[NamedScalar, ...]:
        return tuple(scalars_of(self.source, ""))
