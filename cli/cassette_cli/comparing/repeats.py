"""Tell a change once, where later interactions only repeat it: history, tools, instructions."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from cassette_cli.comparing.change import Change, ChangeKind, Repeat
from cassette_cli.comparing.likeness import spell
from cassette_cli.json_values import Json

_POSITION = re.compile(r"\[\d+\]")
# A shorter text may be the same elsewhere by chance.
_MIN_TEXT = 8


def told_once(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes without those of later interactions that an earlier one tells already.

    The first keeps its place, and names the others as its repeats.
    """
    told: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, change in enumerate(changes):
        if change.matters and _may_repeat(change):
            told[_key(change)].append(place)
    repeats: dict[int, list[Repeat]] = {}
    repeated: set[int] = set()
    for places in told.values():
        first, rest = _first_and_rest(changes, places)
        if rest:
            repeats[first] = [
                Repeat(changes[place].a, changes[place].b, changes[place].path) for place in rest
            ]
            repeated.update(rest)
    return tuple(
        replace(change, repeats=tuple(repeats[place])) if place in repeats else change
        for place, change in enumerate(changes)
        if place not in repeated
    )


def _may_repeat(change: Change) -> bool:
    inside = change.path != "interaction" and (change.a, change.b) != (None, None)
    return inside and change.kind is not ChangeKind.MOVED


def _key(change: Change) -> tuple[str, ...]:
    """What makes two changes the same: the values, and where they are small, the place, too."""
    values = (spell(change.before), spell(change.after))
    place = "" if _is_telling(change) else _POSITION.sub("[]", change.path)
    return (change.kind, change.category, *values, place)


def _is_telling(change: Change) -> bool:
    longest = max((change.before, change.after), key=_length)
    return _length(longest) >= _MIN_TEXT


def _length(value: Json) -> int:
    return len(value) if isinstance(value, str) else 0 if value is None else len(spell(value))


def _first_and_rest(changes: Sequence[Change], places: list[int]) -> tuple[int, list[int]]:
    """The change to tell, and those of other interactions, the same whichever side is first."""
    ordered = sorted(places, key=lambda place: _order(changes[place]))
    first = ordered[0]
    there = (changes[first].a, changes[first].b)
    return first, [p for p in ordered[1:] if (changes[p].a, changes[p].b) != there]


def _order(change: Change) -> tuple[int, int]:
    positions = [place for place in (change.a, change.b) if place is not None]
    return max(positions), min(positions)
