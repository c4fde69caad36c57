"""What a comparison tells: changes, each with its kind, how much it matters, and its place."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cassette_cli.json_values import Json


class ChangeKind(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


class Category(StrEnum):
    """How much a change matters: noise is what two recordings of the same thing differ in."""

    CONTENT = "content"
    HEADER = "header"
    USAGE = "usage"
    NOISE = "noise"


class Repeat(NamedTuple):
    """Where else a change is: positions of two interactions that correspond, and the path there."""

    a: int | None
    b: int | None
    path: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two cassettes.

    `a` and `b` are positions of interactions, None on the side that has none. `path` reads like
    `completion.messages[0].parts[0].content`. Media and vectors are described, not repeated.
    `repeats` are the same change in other interactions, which is told here alone.
    """

    kind: ChangeKind
    category: Category
    a: int | None
    b: int | None
    path: str
    before: Json = None
    after: Json = None
    repeats: tuple[Repeat, ...] = ()

    @property
    def matters(self) -> bool:
        """Whether two cassettes with this change are different."""
        return self.category in (Category.CONTENT, Category.HEADER)
