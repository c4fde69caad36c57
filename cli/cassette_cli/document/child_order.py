"""The new order of a collection's children, from the intents for it."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias, assert_never

from cassette_cli.document.intents import ContainerIntent, Copy, Delete, Insert, Move
from cassette_cli.errors import EditError

# The index of a child that there is, or one to be made.
Slot: TypeAlias = int | Insert


class Gap(NamedTuple):
    """What comes to stand before a child, and whether the child itself stays in its place.

    The last gap of an arrangement has no child.
    """

    added: tuple[Slot, ...]
    stays: bool


def arrange(count: int, intents: Iterable[ContainerIntent]) -> tuple[Gap, ...]:
    """One gap for each of `count` children, and one for the end."""
    added: list[list[Slot]] = [[] for _ in range(count + 1)]
    deleted: set[int] = set()
    moved: set[int] = set()
    for intent in intents:
        match intent:
            case Delete(index=index):
                deleted.add(index)
            case Insert(index=index):
                added[index].append(intent)
            case Copy(index=index, after=after):
                added[after + 1].append(index)
            case Move(index=index, to=to):
                if index in moved:
                    raise EditError(f"child {index} is moved twice")
                moved.add(index)
                added[to if to <= index else to + 1].append(index)
            case _:
                assert_never(intent)
    if both := moved & deleted:
        raise EditError(f"child {min(both)} is moved and deleted")
    gone = deleted | moved
    return tuple(
        Gap(tuple(slots), index < count and index not in gone) for index, slots in enumerate(added)
    )


def order(gaps: Iterable[Gap]) -> tuple[Slot, ...]:
    """The children as they will stand."""
    slots: list[Slot] = []
    for index, gap in enumerate(gaps):
        slots += gap.added
        if gap.stays:
            slots.append(index)
    return tuple(slots)
