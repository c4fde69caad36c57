"""Keep some interactions of a cassette, drop the others, and number what stays anew."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from cassette_cli.document import Delete
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette, Interaction
from cassette_cli.rewriting.interaction_list import interaction_lists, renumbering
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep the interactions at these 0-based positions."""

    positions: frozenset[int]
    told: ClassVar[Told] = Told("interaction dropped", "interactions dropped")

    def plan(self, cassette: Cassette) -> Plan:
        """Raises EditError where the format holds one interaction, and that one would go."""
        interactions = cassette.interactions
        dropped = [one.index for one in interactions if one.index not in self.positions]
        if not dropped:
            return Plan()
        containers = interaction_lists(cassette)
        if not containers:
            raise EditError(
                f"a file of the format {cassette.format} holds one interaction",
                where=cassette.path,
                hint="delete the file instead",
            )
        deletions = [Delete(each, index) for each in containers for index in dropped]
        kept = self._kept(cassette)
        return Plan(
            (*deletions, *renumbering(kept)),
            len(dropped),
            origins=tuple(one.index for one in kept),
        )

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether what was kept is all that is left, in the same order."""
        return after.interactions == tuple(_numbered(self._kept(before)))

    def _kept(self, cassette: Cassette) -> list[Interaction]:
        return [one for one in cassette.interactions if one.index in self.positions]


def _numbered(interactions: Iterable[Interaction]) -> Iterable[Interaction]:
    return (replace(one, index=index) for index, one in enumerate(interactions))
