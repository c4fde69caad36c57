"""The steps of `cassette rewrite` that options name, in the order in which they are made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cassette_cli.checks.catalogue import checks
from cassette_cli.checks.fixes import Fix
from cassette_cli.commands.shared.selection import ALL, Selection
from cassette_cli.model import Cassette
from cassette_cli.recorders.matching import BY_DEFAULT, Matching
from cassette_cli.rewriting.decompress import Decompress
from cassette_cli.rewriting.dedupe import Dedupe
from cassette_cli.rewriting.drop_header import DropHeader
from cassette_cli.rewriting.header_target import read_setting, read_target
from cassette_cli.rewriting.in_chosen import InChosen
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.keep import Keep
from cassette_cli.rewriting.literal_bodies import LiteralBodies
from cassette_cli.rewriting.reorder import Reorder
from cassette_cli.rewriting.replace_text import read_replacement
from cassette_cli.rewriting.set_header import SetHeader
from cassette_cli.rewriting.step import CassetteStep, Step


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done, as the command line says it.

    `steps` are made in order, after the interactions are selected and put in order. `matching` says
    by which recorder they will be played.
    """

    keep: Selection | None = None
    drop: Selection | None = None
    order: Selection | None = None
    steps: tuple[CassetteStep, ...] = ()
    matching: Matching = BY_DEFAULT

    @property
    def selects(self) -> bool:
        return self.keep is not None or self.drop is not None or self.order is not None

    def steps_for(self, cassette: Cassette) -> tuple[CassetteStep, ...]:
        """All steps. Raises SelectionError where a cassette has none of what was selected."""
        return (*self._selecting(cassette), *self.steps)

    def _selecting(self, cassette: Cassette) -> Iterator[CassetteStep]:
        """The steps that select and order, by the positions in the file."""
        count = len(cassette.interactions)
        order = self.order.in_order(count, cassette.path) if self.order else []
        if self.keep is not None or self.drop is not None:
            kept = frozenset((self.keep or ALL).some_among(cassette))
            if self.drop is not None:
                kept -= frozenset(self.drop.among(cassette))
            yield Keep(kept)
            places = {index: at for at, index in enumerate(sorted(kept))}
            order = [places[index] for index in order if index in places]
        if order:
            yield Reorder(tuple(order))


def read_steps(
    *,
    dedupe: Dedupe | None,
    fix: bool,
    decompress: bool,
    replace: Iterable[str],
    drop_header: Iterable[str],
    set_header: Iterable[str],
    literal_bodies: bool,
    where: Selection = ALL,
) -> Iterator[CassetteStep]:
    """The steps that options name, in the order in which they are made.

    Those of single interactions are made where these are selected. Raises CassetteError for what is
    written in a wrong way.
    """
    if dedupe:
        yield dedupe
    if fix:
        yield Fix(tuple(check.id for check in checks() if check.fixable))
    if decompress:
        yield _in(where, Decompress())
    yield from (_in(where, read_replacement(text)) for text in replace)
    yield from (_in(where, DropHeader(read_target(text))) for text in drop_header)
    yield from (_in(where, SetHeader(*read_setting(text))) for text in set_header)
    if literal_bodies:
        yield _in(where, LiteralBodies())


def _in(selection: Selection, step: Step) -> CassetteStep:
    """A step in each interaction that is selected."""
    return InChosen(step, selection.among) if selection.asked else InEach(step)
