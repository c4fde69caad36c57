"""Make steps in turn: plan each, make its edits, and prove what came of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cassette_cli.counted import counted
from cassette_cli.document import Intent, apply
from cassette_cli.errors import EditError, FormatError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.step import CassetteStep, Told


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was made, and how many things it changed."""

    step: CassetteStep
    count: int


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A cassette after some steps, each with its count, and their remarks for the user.

    `origins` gives, for each interaction, its position before all steps; None for a new one.
    """

    cassette: Cassette
    done: tuple[Done, ...] = ()
    notes: tuple[str, ...] = ()
    origins: tuple[int | None, ...] = ()

    @property
    def text(self) -> str:
        return self.cassette.document.text

    @property
    def told(self) -> str:
        """What was done, in words: `3 headers dropped, 1 text replaced`; "" for nothing."""
        counts: Counter[Told] = Counter()
        for each in self.done:
            counts[each.step.told] += each.count
        return ", ".join(
            counted(count, told.one, told.several) for told, count in counts.items() if count
        )

    def then(self, steps: Iterable[CassetteStep]) -> "Rewritten":
        """The same after further steps."""
        more = rewrite(self.cassette, steps)
        return Rewritten(
            more.cassette,
            (*self.done, *more.done),
            (*self.notes, *more.notes),
            tuple(None if at is None else self.origins[at] for at in more.origins),
        )


def rewrite(cassette: Cassette, steps: Iterable[CassetteStep]) -> Rewritten:
    """Make the steps in turn, each on what the one before it left.

    Raises EditError where an edit cannot be made, or cannot be proven.
    """
    done: list[Done] = []
    notes: list[str] = []
    origins: tuple[int | None, ...] = tuple(range(len(cassette.interactions)))
    for step in steps:
        plan = step.plan(cassette)
        notes += plan.notes
        count, before = plan.count, cassette
        if plan.intents:
            cassette = _edited(cassette, plan.intents)
            if not step.holds(before, cassette):
                raise EditError("the edit would be read as something else", where=before.path)
        if isinstance(step, InEach):
            count = step.made(before, cassette, count)
        done.append(Done(step, count))
        if plan.origins is not None:
            origins = tuple(None if at is None else origins[at] for at in plan.origins)
    return Rewritten(cassette, tuple(done), tuple(notes), origins)


def _edited(cassette: Cassette, intents: Iterable[Intent]) -> Cassette:
    document = apply(cassette.document, intents)
    try:
        return read_cassette(document)
    except FormatError:
        raise EditError(
            "the file would be no cassette any more",
            where=cassette.path,
            hint="delete the file instead",
        ) from None
