"""A copy of an interaction in its cassette, to be made another one."""

from dataclasses import dataclass, replace
from typing import ClassVar

from cassette_cli.document import Copy
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.cassette_file import errors_at
from cassette_cli.rewriting.interaction_list import interaction_lists, renumbering
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class AddLike:
    """Add a copy of the interaction at position `index`, which comes to stand `at` a position.

    Without one it is appended. `NumberLast` and `NumberAll` give it an id of its own.
    """

    index: int
    at: int | None = None
    told: ClassVar[Told] = Told("interaction added", "interactions added")

    def plan(self, cassette: Cassette) -> Plan:
        """Raises EditError where the format holds one interaction alone."""
        containers = interaction_lists(cassette)
        if not containers:
            with errors_at(cassette, cassette.interactions[self.index]):
                raise EditError(f"a file of the format {cassette.format} holds one interaction")
        count = len(cassette.interactions)
        at = count if self.at is None else self.at
        copies = tuple(Copy(each, self.index, at - 1) for each in containers)
        return Plan(copies, count=1, origins=(*range(at), None, *range(at, count)))

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether the copy reads as the original, and the others as before."""
        old = before.interactions
        at = len(old) if self.at is None else self.at
        expected = (*old[:at], old[self.index], *old[at:])
        return after.interactions == tuple(
            replace(one, index=index) for index, one in enumerate(expected)
        )


@dataclass(frozen=True, slots=True)
class NumberLast:
    """Give the last interaction its position as the id, where a recorder keeps one (go-vcr)."""

    told: ClassVar[Told] = Told("id set", "ids set")

    def plan(self, cassette: Cassette) -> Plan:
        """Nothing to do where there are no ids, or the right one is there."""
        last = cassette.interactions[-1]
        own = {id(node) for node in last.sources.values()}
        numbers = renumbering(cassette.interactions)
        intents = tuple(intent for intent in numbers if id(intent.scalar) in own)
        return Plan(intents, len(intents))

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether everything but the id, which is no part of an interaction, is as before."""
        return after.interactions == before.interactions


@dataclass(frozen=True, slots=True)
class NumberAll:
    """Give every interaction its position as the id, where a recorder keeps one (go-vcr)."""

    told: ClassVar[Told] = NumberLast.told

    def plan(self, cassette: Cassette) -> Plan:
        """Counts the ids that change."""
        intents = tuple(renumbering(cassette.interactions))
        return Plan(intents, len(intents))

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether everything but the ids is as before."""
        return after.interactions == before.interactions
