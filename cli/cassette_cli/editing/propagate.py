"""Have later requests repeat an edited answer as it is now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.editing.echoes import Change, changes_between, is_sealed, repeats, with_changes
from cassette_cli.editing.set_body import SetBodyJson
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import Rewritten
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class Propagate:
    """Make a request repeat the new answer where it repeats the old one."""

    changes: tuple[Change, ...]
    told: ClassVar[Told] = Told("later request changed", "later requests changed")

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """Nothing for a request that repeats nothing of it."""
        if not repeats(reading, self.changes):
            return Plan()
        return self._whole(reading).plan(reading, file)

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether the request is the old one with the new answer in it."""
        if not repeats(before, self.changes):
            return before.interaction == after.interaction
        return self._whole(before).holds(before, after)

    def _whole(self, reading: Reading) -> SetBodyJson:
        return SetBodyJson("request", with_changes(reading.request.value, self.changes))


@dataclass(frozen=True, slots=True)
class Echoes:
    """What an edit of answers means for later requests.

    `repeating` gives for each that repeats an old answer the interaction which gave that. `sealed`
    are the edited answers with a signature, which no longer holds.
    """

    repeating: dict[int, int]
    sealed: tuple[int, ...]
    steps: tuple[InEach, ...]


def echoes_of(before: Cassette, after: Cassette, positions: Iterable[int]) -> Echoes:
    """Which requests of an edited cassette repeat what was edited at these positions."""
    repeating: dict[int, int] = {}
    sealed: list[int] = []
    steps: list[InEach] = []
    for position in sorted(positions):
        new = Reading(after.interactions[position])
        changes = changes_between(Reading(before.interactions[position]), new)
        if not changes:
            continue
        if is_sealed(new):
            sealed.append(position)
        later = [
            one.index
            for one in after.interactions[position + 1 :]
            if repeats(Reading(one), changes)
        ]
        if later:
            repeating = {**dict.fromkeys(later, position), **repeating}
            steps.append(InEach(Propagate(changes), frozenset(later)))
    return Echoes(repeating, tuple(sealed), tuple(steps))


def propagated(edited: Rewritten, echoes: Echoes) -> Rewritten:
    """The edited cassette, with the later requests changed as well."""
    return edited.then(echoes.steps) if echoes.steps else edited
