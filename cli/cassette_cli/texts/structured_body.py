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
from cassette_cli.text import splice
from cassette_cli.texts.leaf import AtPath, EditsByNumber, Kind, Located, Part, Texts
from cassette_cli.texts.scalars import NamedScalar, is_below, scalars_of


@dataclass(frozen=True, eq=False)
class StructuredBody:
    """The body of the `message` ("request" or "response") below a node that spells `value`."""

    document: Document
    message: str
    source: Node
    value: Json

    def texts(self) -> Iterator[Texts]:
        strings = [scalar for scalar in self._scalars if scalar.is_string]
        names = [string.name for string in strings]
        yield Texts(Kind.FIELD, [string.scalar.value for string in strings], names)

    def parts(self) -> Iterator[Part]:
        for number, (scalar, _, name, _) in enumerate(self._scalars):
            if self._scalars[number].is_string:
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
        return Located((f"{self.message}.body", found.location), place)

    def intents(self, edits: EditsByNumber) -> Iterator[Intent]:
        for number, these in edits.items():
            found = self._scalars[number]
            if found.is_string:
                yield ReplaceText(found.scalar, tuple(these))
            else:
                yield SetValue(found.scalar, splice(found.scalar.value, these))

    @cached_property
    def _scalars(self) -> tuple[NamedScalar, ...]:
        return tuple(scalars_of(self.source, ""))
