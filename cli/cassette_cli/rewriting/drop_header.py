"""Take a header out of the interactions that have it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.document import Delete, Intent
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.header_fields import HeaderField
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class DropHeader:
    """Take out every field of the name, with all of its values."""

    target: HeaderTarget
    told: ClassVar[Told] = Told("header dropped", "headers dropped")

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Counts fields: one with two values counts once."""
        fields = list(self.target.fields(reading.interaction))
        return Plan(tuple(deletions(fields)), len(fields))

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether no such field is left."""
        return not any(self.target.fields(after.interaction))


def deletions(fields: Iterable[HeaderField]) -> Iterator[Intent]:
    """What takes fields out of their containers."""
    for field in fields:
        for index in field.indexes:
            yield Delete(field.container, index)
