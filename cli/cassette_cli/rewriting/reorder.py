"""Put the interactions of a cassette into another order, and number them anew."""

from dataclasses import dataclass, replace
from typing import ClassVar

from cassette_cli.document import Move
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.interaction_list import interaction_lists, renumbering
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class Reorder:
    """Put the interactions at these positions first, in this order; the others follow in theirs."""

    positions: tuple[int, ...]
    told: ClassVar[Told] = Told("interaction moved", "interactions moved")

    def plan(self, cassette: Cassette) -> Plan:
        """Counts the interactions that stand elsewhere afterwards."""
        order = self._order(cassette)
        changed = [at for at, index in enumerate(order) if at != index]
        containers = interaction_lists(cassette)
        if not changed:
            return Plan()
        if not containers:
            raise EditError(f"a file of the format {cassette.format} keeps them in no list")
        start, end = changed[0], changed[-1] + 1
        # What is moved to one place comes to stand there in the order of the moves.
        moves = [Move(each, index, start) for each in containers for index in order[start:end]]
        ordered = [cassette.interactions[index] for index in order]
        return Plan((*moves, *renumbering(ordered)), len(changed), origins=order)

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether the same interactions stand in this order."""
        return after.interactions == tuple(
            replace(before.interactions[index], index=at)
            for at, index in enumerate(self._order(before))
        )

    def _order(self, cassette: Cassette) -> tuple[int, ...]:
        every = range(len(cassette.interactions))
        return tuple(dict.fromkeys((*self.positions, *every)))
