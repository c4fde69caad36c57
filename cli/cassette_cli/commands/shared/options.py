"""Options that several commands share, and how their values are read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from cassette_cli.errors import CassetteError

_SELECTOR = re.compile(r"(-?\d+)(?:-(-?\d+))?")


class Color(StrEnum):
    """When to colour: `auto` means on a terminal, unless NO_COLOR is set."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


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
        if not self.ranges:
            return list(range(count))
        wanted = {
            index
            for first, last in self.ranges
            for index in range(_from_start(first, count), _from_start(last, count) + 1)
        }
        selected = sorted(index for index in wanted if 0 <= index < count)
        if not selected:
            raise SelectionError("no such interaction", where=path, hint=holds(count))
        return selected


def holds(count: int) -> str:
    """What there is to choose from, as a hint."""
    if not count:
        return "the cassette has no interactions"
    return f"the cassette has {count}, numbered 0 to {count - 1}"


def read_selection(selectors: Iterable[str] | None) -> Selection:
    """Read `0`, `2-4`, `-1`, `0,3`; nothing selects everything. Raises typer.BadParameter for
    anything else.
    """
    ranges: list[tuple[int, int]] = []
    if not selectors:
        return Selection()
    for selector in ",".join(selectors).split(","):
        found = _SELECTOR.fullmatch(selector.strip())
        if found is None:
            raise typer.BadParameter(f"{selector!r} is no position: write 0, 2-4, -1 or 0,3")
        ranges.append((int(found[1]), int(found[2] or found[1])))
    return Selection(tuple(ranges))


def required(paths: list[str] | None) -> list[str]:
    """The paths to work on; raises typer.BadParameter where there are none."""
    if not paths:
        raise typer.BadParameter(
            "name a PATH; `include` of the configuration names none", param_hint="PATH"
        )
    return paths


def _from_start(index: int, count: int) -> int:
    return index + count if index < 0 else index


Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Cassettes, directories to search for them, or - for standard input.",
        show_default="what the configuration includes",
    ),
]
Interactions: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "-i",
        "--interaction",
        metavar="SEL",
        help="Only these interactions: 0, 2-4, -1, or 0,3. Repeatable.",
    ),
]
Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "-j", "--jobs", metavar="N", min=1, help="Processes for many files. [default: cores]"
    ),
]
SkipOthers: TypeAlias = Annotated[
    bool,
    typer.Option("--skip-others", help="Pass over named files that are no cassettes, for hooks."),
]
ColorOption: TypeAlias = Annotated[
    Color, typer.Option("--color", help="Colour the output; NO_COLOR and FORCE_COLOR count, too.")
]
Classes: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--class",
        metavar="CLASS,…",
        help="Secrets to look for: credential, identifier, or both. [default: credential]",
    ),
]
