"""Interactions that options select: by position (`0`, `2-4`, `-1`), and by what they hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from cassette_cli.errors import CassetteError

if TYPE_CHECKING:
    from cassette_cli.model import Cassette

# More digits than any position has are no number to count to.
_SELECTOR = re.compile(r"(-?[0-9]{1,18})(?:-(-?[0-9]{1,18}))?")


class SelectionError(CassetteError):
    """No interaction of a cassette is among those asked for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Interactions by position: ranges with both ends included, negative ones from the end.

    No range at all selects everything. `where` is an expression that they have to fulfil, too.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    where: str = ""

    @property
    def asked(self) -> bool:
        """Whether it was said what to select."""
        return bool(self.ranges or self.where)

    def among(self, cassette: "Cassette") -> list[int]:
        """The selected positions in a cassette, ascending; none where none fulfils `where`.

        Raises SelectionError where there are no such positions.
        """
        positions = self.of(len(cassette.interactions), cassette.path)
        if not self.where:
            return positions
        from cassette_cli.reading import Reading
        from cassette_cli.selecting.where import Where

        where = Where(self.where)
        readings = {position: Reading(cassette.interactions[position]) for position in positions}
        return [at for at, reading in readings.items() if where.holds(reading, cassette)]

    def some_among(self, cassette: "Cassette") -> list[int]:
        """The same; raises SelectionError where it is none."""
        positions = self.among(cassette)
        if self.where and not positions:
            raise SelectionError("no interaction is as --where has it", where=cassette.path)
        return positions

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
        ranges = [(_from_start(one, count), _from_start(last, count)) for one, last in self.ranges]
        selected = dict.fromkeys(
            index
            for first, last in ranges
            for index in range(max(first, 0), min(last, count - 1) + 1)
        )
        if not selected:
            empty = all(first > last for first, last in ranges)
            message = "the range is empty" if empty else "no such interaction"
            raise SelectionError(message, where=path, hint=holds(count))
        return list(selected)


ALL = Selection()


def holds(count: int) -> str:
    """What there is to choose from, as a hint."""
    if not count:
        return "the cassette has no interactions"
    return f"the cassette has {count}, numbered 0 to {count - 1}"


def read_selection(selectors: Iterable[str] | None, where: str | None = None) -> Selection:
    """Read selectors and an expression; none selects everything.

    Raises typer.BadParameter for what is no selector, CassetteError for what is no expression.
    """
    if where:
        from cassette_cli.selecting.where import compile_where

        compile_where(where)
    ranges: list[tuple[int, int]] = []
    if not selectors:
        return Selection(where=where or "")
    for selector in ",".join(selectors).split(","):
        found = _SELECTOR.fullmatch(selector.strip())
        if found is None:
            raise typer.BadParameter(f"{selector!r} is not a position: write 0, 2-4, -1 or 0,3")
        first, last = int(found[1]), int(found[2] or found[1])
        if first > last and (first < 0) == (last < 0):
            raise typer.BadParameter(f"{selector!r} is an empty range: write {last}-{first}")
        ranges.append((first, last))
    return Selection(tuple(ranges), where or "")


def _from_start(index: int, count: int) -> int:
    return index + count if index < 0 else index
