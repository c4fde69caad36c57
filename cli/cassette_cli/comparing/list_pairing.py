"""Which items of two lists correspond, and which keys of two objects."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from cassette_cli.comparing.alignment import Keys, Pair, Score, align
from cassette_cli.comparing.likeness import Features, likeness
from cassette_cli.json_values import Json


class Paired(NamedTuple):
    """Positions in both lists; `moved` where the order is another."""

    a: int | None
    b: int | None
    moved: bool = False


def pair_items(left: list[Features], right: list[Features]) -> list[Paired]:
    """Pair items in order; equal ones that are left over have moved."""
    return pair_in_order(
        [(features.digest,) for features in left],
        [(features.digest,) for features in right],
        lambda a, b: likeness(left[a], right[b]),
    )


def pair_in_order(
    left: Sequence[Keys], right: Sequence[Keys], score: Score, moves: int = -1
) -> list[Paired]:
    """Align two sequences, and join what moved: first what is identical, then what is alike.

    The first key of an element says what is identical. What is left over on both sides and has an
    equal key, the one at position `moves`, has moved as well.
    """
    moved = _moved_identical(left, right)
    gone, come = {pair.a for pair in moved}, {pair.b for pair in moved}
    rest_a = [place for place in range(len(left)) if place not in gone]
    rest_b = [place for place in range(len(right)) if place not in come]
    keys_a, keys_b = [left[place] for place in rest_a], [right[place] for place in rest_b]
    pairs = align(keys_a, keys_b, lambda a, b: score(rest_a[a], rest_b[b]))
    joined = join_moved(pairs, [keys[moves] for keys in keys_a], [keys[moves] for keys in keys_b])
    found = [
        Paired(
            None if pair.a is None else rest_a[pair.a],
            None if pair.b is None else rest_b[pair.b],
            pair.moved,
        )
        for pair in joined
    ]
    return _inserted(found, moved)


def _moved_identical(left: Sequence[Keys], right: Sequence[Keys]) -> list[Paired]:
    """What is identical, and stands in another order, by the first keys alone."""
    firsts_a, firsts_b = [keys[0] for keys in left], [keys[0] for keys in right]
    if firsts_a == firsts_b or set(firsts_a).isdisjoint(firsts_b):
        return []
    pairs = align(
        [(key,) for key in firsts_a],
        [(key,) for key in firsts_b],
        lambda a, b: int(firsts_a[a] == firsts_b[b]),
    )
    return [pair for pair in join_moved(pairs, firsts_a, firsts_b) if pair.moved]


def _inserted(pairs: list[Paired], moved: list[Paired]) -> list[Paired]:
    """Pairs with what moved among them, where it stood on the left."""
    found: list[Paired] = []
    waiting = sorted(moved, key=lambda pair: pair.a or 0)
    for pair in pairs:
        while waiting and pair.a is not None and (waiting[0].a or 0) < pair.a:
            found.append(waiting.pop(0))
        found.append(pair)
    return found + waiting


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
