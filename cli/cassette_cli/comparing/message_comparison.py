"""Pair the messages of two prompts part by part: where a turn ends is a matter of spelling."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from cassette_cli.comparing.likeness import Features, likeness
from cassette_cli.comparing.list_pairing import Paired, pair_in_order
from cassette_cli.json_values import Json


class Item(NamedTuple):
    """One part of one message, by position; `part` is None for a message without any."""

    message: int
    part: int | None
    role: Json
    value: Json


class MessagePairing(NamedTuple):
    """Which parts correspond, and which messages have no part that has a counterpart."""

    pairs: list[Paired]
    removed: frozenset[int]
    added: frozenset[int]


def items_of(messages: list[Json]) -> list[Item]:
    """The parts of all messages, in order."""
    items: list[Item] = []
    for place, message in enumerate(messages):
        match message:
            case {"role": role, "parts": [*parts]} if parts:
                items += (Item(place, number, role, part) for number, part in enumerate(parts))
            case {"role": role}:
                items.append(Item(place, None, role, None))
    return items


def pair_messages(
    a: list[Item], b: list[Item], left: list[Features], right: list[Features]
) -> MessagePairing:
    """Pair parts: those of equal roles first, then those that are only said by another role."""
    keys_a, keys_b = _keys(a, left), _keys(b, right)
    joined = pair_in_order(
        keys_a,
        keys_b,
        lambda x, y: likeness(left[x], right[y]) if a[x].role == b[y].role else 0,
        moves=0,
    )
    return MessagePairing(
        joined,
        _without_counterpart(a, {pair.a for pair in joined if pair.b is None}),
        _without_counterpart(b, {pair.b for pair in joined if pair.a is None}),
    )


def _keys(items: list[Item], features: list[Features]) -> list[tuple[str, str]]:
    return [
        (f"{item.role} {found.digest}", found.digest)
        for item, found in zip(items, features, strict=True)
    ]


def _without_counterpart(items: list[Item], alone: Iterable[int | None]) -> frozenset[int]:
    left_over = Counter(items[place].message for place in alone if place is not None)
    sizes = Counter(item.message for item in items)
    return frozenset(message for message, count in left_over.items() if count == sizes[message])
