"""Take a step in many interactions at once."""

from dataclasses import dataclass

from cassette_cli.model import Cassette, Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile, errors_at
from cassette_cli.rewriting.step import Counting, Plan, Step, Told


@dataclass(frozen=True, slots=True)
class InEach:
    """A step in each interaction of a cassette, or in those at `positions`: no other changes."""

    step: Step
    positions: frozenset[int] | None = None

    @property
    def told(self) -> Told:
        return self.step.told

    def plan(self, cassette: Cassette) -> Plan:
        """The plans of the step for all of these interactions, as one."""
        file = CassetteFile(cassette)
        plans = [
            self._plan_one(interaction, file)
            for interaction in cassette.interactions
            if self._includes(interaction.index)
        ]
        return Plan(
            tuple(intent for plan in plans for intent in plan.intents),
            sum(plan.count for plan in plans),
            tuple(note for plan in plans for note in plan.notes),
        )

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether the step holds in each of these interactions, and the others are as before."""
        olds, news = before.interactions, after.interactions
        return len(olds) == len(news) and all(map(self._holds_in_one, olds, news))

    def made(self, before: Cassette, after: Cassette, planned: int) -> int:
        """How many of the planned things were done."""
        step = self.step
        if not isinstance(step, Counting):
            return planned
        pairs = zip(before.interactions, after.interactions, strict=True)
        return sum(
            step.made(Reading(old), Reading(new)) for old, new in pairs if self._includes(old.index)
        )

    def _includes(self, index: int) -> bool:
        return self.positions is None or index in self.positions

    def _plan_one(self, interaction: Interaction, file: CassetteFile) -> Plan:
        with errors_at(file.cassette, interaction):
            return self.step.plan(Reading(interaction), file)

    def _holds_in_one(self, old: Interaction, new: Interaction) -> bool:
        if not self._includes(old.index):
            return new == old
        return self.step.holds(Reading(old), Reading(new))
