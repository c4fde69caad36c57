"""Interactions that an option selects by position: `0`, `2-4`, `-1`, `0,3`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import typer

from cassette_cli.errors import CassetteError

_SELECTOR = re.compile(r"(-?\d+)(?:-(-?\d+))?")


class SelectionError(CassetteError):
    """No interaction of a cassette is among those asked for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Interactions by position: ranges with both ends included, negative ones from the end.

    No range at all selects everything.
    """

    ranges: tuple[tuple[int, int], ...] = ()

    def of(self, count: int, path: str = "") -> list[int]:
        """The selected positions among `count`, ascending.

        Raises SelectionError where there are none.
        """
        return sorted(self.in_order(count, path))

    def in_order(self, count: int, path: str = "") -> list[int]:
        """The selected positions among `count`, as they were named, each once.

        Raises SelectionError where there are none.
        """
        if not self.ranges:
            return list(range(count))
        wanted = dict.fromkeys(
            index
            for first, last in self.ranges
            for index in range(_from_start(first, count), _from_start(last, count) + 1)
        )
        selected = [index for index in wanted if 0 <= index < count]
        if not selected:
            raise SelectionError("no such interaction", where=path, hint=holds(count))
        return selected


def holds(count: int) -> str:
    """What there is to choose from, as a hint."""
    if not count:
        return "the cassette has no interactions"
    return f"the cassette has {count}, numbered 0 to {count - 1}"


def read_selection(selectors: Iterable[str] | None) -> Selection:
    """Read selectors; none selects everything. Raises typer.BadParameter for anything else."""
    ranges: list[tuple[int, int]] = []
    if not selectors:
        return Selection()
    for selector in ",".join(selectors).split(","):
        found = _SELECTOR.fullmatch(selector.strip())
        if found is None:
            raise typer.BadParameter(f"{selector!r} is not a position: write 0, 2-4, -1 or 0,3")
        ranges.append((int(found[1]), int(found[2] or found[1])))
    return Selection(tuple(ranges))


def _from_start(index: int, count: int) -> int:
    return index + count if index < 0 else index
