"""Give a header of one message all of its values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.document import Intent
from cassette_cli.editing.scalars import named_scalar, set_text
from cassette_cli.errors import EditError
from cassette_cli.model import Header, header_values
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.drop_header import DropHeader
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.set_header import SetHeader
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class SetHeaderValues:
    """Give a header of the request or response these values; none takes it out."""

    side: str
    name: str
    values: tuple[str, ...]
    told: ClassVar[Told] = SetHeader.told

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """Raises EditError where a value would have to be added to several, or taken from them."""
        target = HeaderTarget(self.name, self.side)
        match self.values:
            case ():
                return DropHeader(target).plan(reading, file)
            case (value,):
                return SetHeader(target, value).plan(reading, file)
        return Plan(tuple(self._intents(self._fields(reading))), count=1)

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether the header has these values, in this order."""
        return header_values(HttpMessage(after, self.side).headers, self.name) == self.values

    def _fields(self, reading: Reading) -> list[Header]:
        headers = HttpMessage(reading, self.side).headers
        return [header for header in headers if header.name.lower() == self.name.lower()]

    def _intents(self, fields: list[Header]) -> Iterator[Intent]:
        if len(fields) != len(self.values):
            raise EditError(
                f"{self.name} has {len(fields)} values, and cannot have {len(self.values)}",
                hint="change the values that are there, or leave one",
            )
        for header, value in zip(fields, self.values, strict=True):
            if header.value != value:
                yield set_text(named_scalar(header.source, header.name), value)
