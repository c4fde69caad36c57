"""Take a step in those interactions that are chosen by what they hold, just before it is taken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cassette_cli.model import Cassette
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.step import Plan, Step, Told


@dataclass(frozen=True, slots=True)
class InChosen:
    """A step in the interactions at the positions that `choose` gives: no other changes."""

    step: Step
    choose: Callable[[Cassette], Iterable[int]]

    @property
    def told(self) -> Told:
        return self.step.told

    def plan(self, cassette: Cassette) -> Plan:
        """The plans of the step for the chosen interactions, as one."""
        return self._in(cassette).plan(cassette)

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether the step holds in what was chosen, and the others are as before."""
        return self._in(before).holds(before, after)

    def made(self, before: Cassette, after: Cassette, planned: int) -> int:
        """How many of the planned things were done."""
        return self._in(before).made(before, after, planned)

    def _in(self, cassette: Cassette) -> InEach:
        return InEach(self.step, frozenset(self.choose(cassette)))
