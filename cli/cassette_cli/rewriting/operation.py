"""An operation on a cassette, and the run of several, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from cassette_cli.document import Intent, apply
from cassette_cli.errors import EditError, FormatError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette, Interaction


@dataclass(frozen=True, slots=True)
class Step:
    """What an operation does to a document, and what it has to tell about it.

    `holds(cassette)` is what has to be true of the cassette that the edited document holds.
    """

    intents: tuple[Intent, ...] = ()
    notes: tuple[str, ...] = ()
    holds: Callable[[Cassette], bool] = lambda _: True


Operation: TypeAlias = Callable[[Cassette], Step]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A cassette after some operations, and what they had to tell."""

    cassette: Cassette
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.cassette.document.text


def rewrite(cassette: Cassette, operations: Iterable[Operation]) -> Rewritten:
    """Do the operations in turn, each on what the one before it left.

    Raises EditError where an edit cannot be made, or cannot be proven.
    """
    notes: list[str] = []
    for operation in operations:
        step = operation(cassette)
        notes += step.notes
        if step.intents:
            cassette = _carry_out(cassette, step)
    return Rewritten(cassette, tuple(notes))


@contextmanager
def errors_at(cassette: Cassette, interaction: Interaction) -> Iterator[None]:
    """Name the line of an interaction in errors that name no place."""
    try:
        yield
    except EditError as error:
        node = interaction.sources.get("interaction")
        if node is not None and not error.where:
            line, _ = cassette.document.line_and_column(node.start)
            error.where = f"{cassette.path}:{line}"
        raise


def _carry_out(cassette: Cassette, step: Step) -> Cassette:
    document = apply(cassette.document, step.intents)
    try:
        after = read_cassette(document)
    except FormatError:
        raise EditError(
            "the file would be no cassette any more",
            where=cassette.path,
            hint="delete the file instead",
        ) from None
    if not step.holds(after):
        raise EditError("the edit would be read as something else", where=cassette.path)
    return after
