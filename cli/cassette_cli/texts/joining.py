"""Pieces of text in events of which no dialect is known, told apart by where they stand.

Strings at equal paths of the events of a stream are one text that was cut. Which events are of a
kind is for each API to say: by a type, an index, an id. Several ways to join them are tried, from
the one that tells most apart to the one that tells least.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from cassette_cli.dialects.dialect import Delta
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.texts.channels import Deltas

_MOST_LEVELS = 60
_KINDS = frozenset(("event", "kind", "object", "type"))

_Channel: TypeAlias = tuple[str | int, ...]


class _Piece(NamedTuple):
    """A string in an event, and what the objects say that it stands in."""

    text: str
    path: JsonPath
    indexes: _Channel = ()
    kinds: _Channel = ()
    ids: _Channel = ()


def _by_all(event: Event, piece: _Piece) -> _Channel:
    """Equal paths in events of one name, type, index and id; items of a list follow each other."""
    return (event.name or "", *piece.kinds, *piece.ids, *piece.indexes, *_any_item(piece.path))


def _by_position(_: Event, piece: _Piece) -> _Channel:
    """Equal paths, items by position in the innermost list: what several alternatives say."""
    last = max((at for at, step in enumerate(piece.path) if isinstance(step, int)), default=-1)
    path = ("*" if isinstance(step, int) and at != last else step for at, step in _steps(piece))
    return (*piece.indexes, *path)


def _by_path(_: Event, piece: _Piece) -> _Channel:
    """Equal paths, whatever the types and ids of the events."""
    return (*piece.indexes, *_any_item(piece.path))


def _by_name(_: Event, piece: _Piece) -> _Channel:
    """Members of one name: a text may begin in another place than it goes on in."""
    name = next((step for step in reversed(piece.path) if isinstance(step, str)), "")
    return (*piece.indexes, name)


def _joined(channel: Callable[[Event, _Piece], _Channel]) -> Deltas:
    def deltas(event: Event) -> Iterator[Delta]:
        if event.value is None:
            yield Delta(("data",), (), event.data)
            return
        for piece in _pieces(event.value, _Piece("", ())):
            yield Delta(channel(event, piece), piece.path, piece.text)

    return deltas


WAYS_TO_JOIN = tuple(map(_joined, (_by_all, _by_position, _by_path, _by_name)))


def _pieces(value: Json, inside: _Piece) -> Iterator[_Piece]:
    if isinstance(value, str):
        yield inside._replace(text=value)
    elif len(inside.path) >= _MOST_LEVELS:
        return
    elif isinstance(value, dict):
        inside = _told_apart(value, inside)
        for name, member in value.items():
            if isinstance(member, str | dict | list):
                yield from _pieces(member, inside._replace(path=(*inside.path, name)))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str | dict | list):
                yield from _pieces(item, inside._replace(path=(*inside.path, index)))


def _told_apart(value: dict[str, Json], inside: _Piece) -> _Piece:
    """What an object says of the strings in it."""
    indexes, kinds, ids = list(inside.indexes), list(inside.kinds), list(inside.ids)
    for name, member in value.items():
        if isinstance(member, int) and name.lower().endswith("index"):
            indexes += (name, member)
        elif isinstance(member, str) and name in _KINDS:
            kinds += (name, member)
        elif isinstance(member, str) and name.lower().endswith("id"):
            ids += (name, member)
    return inside._replace(indexes=tuple(indexes), kinds=tuple(kinds), ids=tuple(ids))


def _any_item(path: JsonPath) -> _Channel:
    last = max((at for at, step in enumerate(path) if isinstance(step, int)), default=-1)
    return tuple("*" if at == last else step for at, step in enumerate(path))


def _steps(piece: _Piece) -> Iterator[tuple[int, str | int]]:
    return enumerate(piece.path)
