"""Write bodies of text as literal blocks, which show them as they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.document import Intent, Restyle, Scalar, Syntax, is_binary, scalar_value
from cassette_cli.model import Body
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.step import Plan, Told

_LITERAL = "|"
# What a recorder would write on a line of its own is easier to read without quotes and folds.
_LONG = 80


@dataclass(frozen=True, slots=True)
class LiteralBodies:
    """Restyle the bodies of several lines, and long ones, where a literal block can hold them."""

    told: ClassVar[Told] = Told("body restyled", "bodies restyled")

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """JSON has no such style: nothing to do."""
        if file.document.syntax is not Syntax.YAML:
            return Plan()
        intents = tuple(intent for body in _bodies(reading) for intent in _restyled(body))
        return Plan(intents, len(intents))

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether everything reads as it did."""
        return after == before

    def made(self, before: Reading, after: Reading) -> int:
        """How many bodies a block could hold."""
        pairs = zip(_bodies(before), _bodies(after), strict=True)
        return sum(not _is_literal(old) and _is_literal(new) for old, new in pairs)


def _bodies(reading: Reading) -> tuple[Body | None, Body | None]:
    return reading.interaction.request.body, reading.interaction.response.body


def _is_literal(body: Body | None) -> bool:
    source = body.source if body is not None else None
    return isinstance(source, Scalar) and source.style == _LITERAL


def _restyled(body: Body | None) -> Iterator[Intent]:
    source = body.source if body is not None else None
    if not isinstance(source, Scalar) or is_binary(source) or source.style == _LITERAL:
        return
    text = scalar_value(source)
    if isinstance(text, str) and ("\n" in text.rstrip("\n") or len(text) > _LONG):
        yield Restyle(source, _LITERAL, required=False)
