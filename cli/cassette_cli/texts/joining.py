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


class _Marks(NamedTuple):
    """What the objects say that a string stands in."""

    indexes: _Channel = ()
    kinds: _Channel = ()
    ids: _Channel = ()


class _Piece(NamedTuple):
    """A string in an event."""

    text: str
    path: JsonPath
    marks: _Marks


def _by_all(event: Event, piece: _Piece) -> _Channel:
    """Equal paths in events of one name, type, index and id; items of a list follow each other."""
    _, path, (indexes, kinds, ids) = piece
    return (event.name or "", *kinds, *ids, *indexes, *_any_item(path))


def _by_position(_: Event, piece: _Piece) -> _Channel:
    """Equal paths, items by position in the innermost list: what several alternatives say."""
    last = max((at for at, step in enumerate(piece.path) if isinstance(step, int)), default=-1)
    path = ("*" if isinstance(step, int) and at != last else step for at, step in _steps(piece))
    return (*piece.marks.indexes, *path)


def _by_path(_: Event, piece: _Piece) -> _Channel:
    """Equal paths, whatever the types and ids of the events."""
    return (*piece.marks.indexes, *_any_item(piece.path))


def _by_name(_: Event, piece: _Piece) -> _Channel:
    """Members of one name: a text may begin in another place than it goes on in."""
    name = next((step for step in reversed(piece.path) if isinstance(step, str)), "")
    return (*piece.marks.indexes, name)


def _joined(channel: Callable[[Event, _Piece], _Channel]) -> Deltas:
    def deltas(event: Event) -> Iterator[Delta]:
        if event.value is None:
            yield Delta(("data",), (), event.data)
            return
        for piece in _pieces(event.value, (), _Marks()):
            yield Delta(channel(event, piece), piece.path, piece.text)

    return deltas


WAYS_TO_JOIN = tuple(map(_joined, (_by_all, _by_position, _by_path, _by_name)))


def _pieces(value: Json, path: JsonPath, marks: _Marks) -> Iterator[_Piece]:
    if isinstance(value, str):
        yield _Piece(value, path, marks)
    elif len(path) >= _MOST_LEVELS:
        return
    elif isinstance(value, dict):
        marks = _told_apart(value, marks)
        for name, member in value.items():
            if isinstance(member, str):  # nearly all are, and need no generator of their own
                yield _Piece(member, (*path, name), marks)
            elif isinstance(member, dict | list):
                yield from _pieces(member, (*path, name), marks)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str | dict | list):
                yield from _pieces(item, (*path, index), marks)


def _told_apart(value: dict[str, Json], outer: _Marks) -> _Marks:
    """What an object says of the strings in it, beside what those around it say."""
    indexes, kinds, ids = outer
    for name, member in value.items():
        if isinstance(member, int) and name.lower().endswith("index"):
            indexes = (*indexes, name, member)
        elif isinstance(member, str) and name in _KINDS:
            kinds = (*kinds, name, member)
        elif isinstance(member, str) and name.lower().endswith("id"):
            ids = (*ids, name, member)
    return _Marks(indexes, kinds, ids)


def _any_item(path: JsonPath) -> _Channel:
    last = max((at for at, step in enumerate(path) if isinstance(step, int)), default=-1)
    return tuple("*" if at == last else step for at, step in enumerate(path))


def _steps(piece: _Piece) -> Iterator[tuple[int, str | int]]:
    return enumerate(piece.path)
