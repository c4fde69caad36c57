"""Which items of two lists correspond, and which keys of two objects."""

from collections import defaultdict
from typing import NamedTuple

from cassette_cli.comparing.alignment import Pair, align
from cassette_cli.comparing.likeness import Features, likeness
from cassette_cli.json_values import Json


class Paired(NamedTuple):
    """Positions in both lists; `moved` where the order is another."""

    a: int | None
    b: int | None
    moved: bool = False


def pair_items(left: list[Features], right: list[Features]) -> list[Paired]:
    """Pair items in order; equal ones that are left over have moved."""
    pairs = align(
        [(features.digest,) for features in left],
        [(features.digest,) for features in right],
        lambda a, b: likeness(left[a], right[b]),
    )
    return join_moved(
        pairs, [features.digest for features in left], [features.digest for features in right]
    )


def join_moved(pairs: list[Pair], left: list[str], right: list[str]) -> list[Paired]:
    """Join what only the left has to what only the right has, where their keys are equal."""
    places = defaultdict[str, list[int]](list)
    for a, b in pairs:
        if a is None and b is not None:
            places[right[b]].append(b)
    joined: list[Paired] = []
    for a, b in pairs:
        if b is None and a is not None and places[left[a]]:
            joined.append(Paired(a, places[left[a]].pop(0), moved=True))
        else:
            joined.append(Paired(a, b))
    moved = {pair.b for pair in joined if pair.moved}
    return [pair for pair in joined if pair.a is not None or pair.b not in moved]


def without_moves_between_kinds(pairs: list[Paired], kinds: list[str]) -> list[Paired]:
    """Let things move past others of another kind: `kinds` are those of the left list.

    The fields of a message, text here and calls there, have no order of their own.
    """
    return [
        pair._replace(moved=pair.moved and _passes_its_kind(pair, pairs, kinds)) for pair in pairs
    ]


def _passes_its_kind(pair: Paired, pairs: list[Paired], kinds: list[str]) -> bool:
    a, b, _ = pair
    if a is None or b is None:
        return False
    return any(
        (other.a - a) * (other.b - b) < 0 and kinds[other.a] == kinds[a]
        for other in pairs
        if other.a is not None and other.b is not None
    )


def pair_by_name(left: list[Json], right: list[Json]) -> list[Paired]:
    """Pair objects by their `name`, whatever the order; those of one name in order."""
    places = defaultdict[str, list[int]](list)
    for b, item in enumerate(right):
        places[_name_of(item)].append(b)
    pairs = [
        Paired(a, places[name].pop(0) if places[name] else None)
        for a, name in enumerate(map(_name_of, left))
    ]
    found = {pair.b for pair in pairs}
    return pairs + [Paired(None, b) for b in range(len(right)) if b not in found]


def renamed_keys(a: dict[str, Json], b: dict[str, Json]) -> dict[str, str]:
    """Keys that went, and the new ones that hold the same value instead."""
    if a.keys() == b.keys():
        return {}
    gone, come = (name for name in a if name not in b), [name for name in b if name not in a]
    renamed: dict[str, str] = {}
    for old in gone:
        new = next((name for name in come if b[name] == a[old] and b[name]), None)
        if new is not None:
            come.remove(new)
            renamed[old] = new
    return renamed


def _name_of(item: Json) -> str:
    return str(item.get("name")) if isinstance(item, dict) else ""
