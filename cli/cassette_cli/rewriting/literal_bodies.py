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
        """JSON has no such style: nothing to do. Counts also what a block turns out not to hold."""
        if file.document.syntax is not Syntax.YAML:
            return Plan()
        intents = tuple(
            intent
            for body in (reading.interaction.request.body, reading.interaction.response.body)
            for intent in _restyled(body)
        )
        return Plan(intents, len(intents))

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether everything reads as it did."""
        return after == before


def _restyled(body: Body | None) -> Iterator[Intent]:
    source = body.source if body is not None else None
    if not isinstance(source, Scalar) or is_binary(source) or source.style == _LITERAL:
        return
    text = scalar_value(source)
    if isinstance(text, str) and ("\n" in text.rstrip("\n") or len(text) > _LONG):
        yield Restyle(source, _LITERAL, required=False)
