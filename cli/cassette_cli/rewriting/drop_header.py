"""Take a header out of the interactions that have it."""

from collections.abc import Iterable, Iterator

from cassette_cli.document import Delete, Intent
from cassette_cli.model import Cassette
from cassette_cli.rewriting.header_fields import HeaderField
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.operation import Operation, Step


def drop_header(target: HeaderTarget) -> Operation:
    """Take out every field of the name, with all of its values."""

    def operation(cassette: Cassette) -> Step:
        return Step(
            tuple(
                intent
                for interaction in cassette.interactions
                for side in target.sides
                for intent in deletions(target.fields(interaction, side))
            )
        )

    return operation


def deletions(fields: Iterable[HeaderField]) -> Iterator[Intent]:
    """What takes fields out of their containers."""
    for field in fields:
        for index in field.indexes:
            yield Delete(field.container, index)
