"""Texts that a stream cuts into pieces, joined; edits of them are dealt out to the pieces.

The pieces are the deltas that a dialect names. In a stream of no dialect, strings at equal paths
of its events are the pieces of one text (`deltas_by_path`).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.folding import is_done
from cassette_cli.dialects.json_fields import string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Edit, Span

# Members by which APIs tell their events apart.
_KINDS = ("type", "event", "kind", "object")

Deltas: TypeAlias = Callable[[Event], Iterable[Delta]]


class Piece(NamedTuple):
    """A delta, and the position of the event that carries it."""

    event: int
    delta: Delta


@dataclass(frozen=True, eq=False)
class Channel:
    """One text, cut into pieces; its name is that of the member which holds the first."""

    name: str
    text: str
    pieces: tuple[Piece, ...]

    def deal_out(self, edits: Iterable[Edit]) -> Iterator[tuple[Piece, list[Edit]]]:
        """Edits of the text as edits of its pieces: the first that an edit meets gets what is new.

        The others lose what was replaced in them.
        """
        dealt: defaultdict[int, list[Edit]] = defaultdict(list)
        for span, text in edits:
            first = self._index_at(span.start)
            new = text
            for index in range(first, self._index_at(max(span.start, span.end - 1)) + 1):
                start, end = self._starts[index], self._starts[index + 1]
                inner = Span(max(span.start, start) - start, min(span.end, end) - start)
                dealt[index].append(Edit(inner, new))
                new = ""
        for index, these in dealt.items():
            yield self.pieces[index], these

    def piece_at(self, offset: int) -> tuple[Piece, int]:
        """The piece that holds an offset of the text, and the offset in that."""
        index = self._index_at(offset)
        return self.pieces[index], offset - self._starts[index]

    def _index_at(self, offset: int) -> int:
        return min(bisect_right(self._starts, offset), len(self.pieces)) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(piece.delta.text) for piece in self.pieces), initial=0))


def channels_of(events: Sequence[Event], deltas: Deltas) -> tuple[Channel, ...]:
    """The texts that are cut over the events, in the order in which they begin."""
    pieces: defaultdict[tuple[str | int, ...], list[Piece]] = defaultdict(list)
    for index, event in enumerate(events):
        for delta in deltas(event):
            pieces[delta.channel].append(Piece(index, delta))
    return tuple(map(_channel, pieces.values()))


def deltas_by_path(event: Event) -> Iterator[Delta]:
    """All strings of an event, each a piece of the text at its path in events of the same kind.

    Data that is no JSON is a piece as a whole, but for the `[DONE]` that ends a stream.
    """
    if not isinstance(event.value, dict | list):
        if not is_done(event):
            yield Delta((event.name or "",), (), event.data)
        return
    kinds = (string_at(event.value, name) for name in _KINDS)
    kind = (event.name or "", *(word or "" for word in kinds))
    for path, text in _strings_in(event.value, ()):
        yield Delta((*kind, *path), path, text)


def _strings_in(value: Json, path: JsonPath) -> Iterator[tuple[JsonPath, str]]:
    match value:
        case str():
            yield path, value
        case dict():
            for name, member in value.items():
                yield from _strings_in(member, (*path, name))
        case list():
            for index, item in enumerate(value):
                yield from _strings_in(item, (*path, index))


def _channel(pieces: Sequence[Piece]) -> Channel:
    path = pieces[0].delta.path
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return Channel(name, "".join(piece.delta.text for piece in pieces), tuple(pieces))
