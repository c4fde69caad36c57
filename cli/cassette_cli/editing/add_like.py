"""A copy of an interaction at the end of its cassette, to be made another one."""

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
    """Append a copy of the interaction at this position. `NumberLast` gives it an id of its own."""

    index: int
    told: ClassVar[Told] = Told("interaction added", "interactions added")

    def plan(self, cassette: Cassette) -> Plan:
        """Raises EditError where the format holds one interaction alone."""
        containers = interaction_lists(cassette)
        if not containers:
            with errors_at(cassette, cassette.interactions[self.index]):
                raise EditError(f"a file of the format {cassette.format} holds one interaction")
        count = len(cassette.interactions)
        copies = tuple(Copy(each, self.index, count - 1) for each in containers)
        return Plan(copies, count=1, origins=(*range(count), None))

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether the copy reads as the original, and the others as before."""
        like = before.interactions[self.index]
        copy = replace(like, index=len(before.interactions))
        return after.interactions == (*before.interactions, copy)


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
