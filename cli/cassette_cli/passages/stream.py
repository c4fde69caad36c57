"""Texts of a stream: those that deltas cut are one text each, all others stand in one event.

An edit of a cut text is dealt out to the deltas that carry it, so that the stream keeps its events,
and folding the edited stream gives the edited answer.
"""

from base64 import b64encode
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from cassette_cli.dialects.dialect import Delta
from cassette_cli.document import Document, Scalar, source_offset
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json
from cassette_cli.passages.glance import may_be_hit
from cassette_cli.passages.json_text import (
    json_document,
    revise_json,
    revise_string,
    source_edits,
    strings_of,
)
from cassette_cli.passages.passage import NOTHING, Found, Kind, Revision, Search, revise_leaf
from cassette_cli.streams.event import Event
from cassette_cli.text import Edit, Span, splice

Deltas: TypeAlias = Callable[[Event], Iterable[Delta]]


class EventFound(NamedTuple):
    """A find in the data of one event, by its offset there."""

    event: int
    found: Found


class StreamRevision(NamedTuple):
    """Edits of the data of events, by index, and what was found in it."""

    edits: Mapping[int, Sequence[Edit]]
    found: tuple[EventFound, ...]


class _Piece(NamedTuple):
    """A delta in the event that carries it."""

    event: int
    delta: Delta


def revise_stream(events: Sequence[Event], deltas: Deltas, search: Search) -> StreamRevision:
    """Search a stream: first each text that is cut into deltas, then what else the events hold."""
    pieces = [_Piece(index, delta) for index, event in enumerate(events) for delta in deltas(event)]
    edits: defaultdict[int, list[Edit]] = defaultdict(list)
    found: list[EventFound] = []
    for channel in _channels(pieces):
        revision = channel.revise(search)
        for piece, piece_edits in channel.dealt_out(revision.edits):
            edits[piece.event] += _Strings(events[piece.event]).edits(piece.delta, piece_edits)
        found += (channel.placed(find, events) for find in revision.found)
    carried = defaultdict(set)
    for piece in pieces:
        carried[piece.event].add(piece.delta.path)
    # Events repeat themselves: asked of all at once, most streams need no second look.
    looked_at = search.paths or may_be_hit([("", _content(event)) for event in events], search)
    for index, event in enumerate(events) if looked_at else ():
        revision = _revise_event(event, carried[index], search)
        edits[index] += revision.edits
        found += (EventFound(index, find) for find in revision.found)
    return StreamRevision({index: these for index, these in edits.items() if these}, tuple(found))


@dataclass(frozen=True)
class _Channel:
    """One text, cut into the deltas of one channel."""

    pieces: list[_Piece]

    @cached_property
    def text(self) -> str:
        return "".join(piece.delta.text for piece in self.pieces)

    @cached_property
    def starts(self) -> list[int]:
        lengths = [len(piece.delta.text) for piece in self.pieces]
        return list(accumulate(lengths, initial=0))

    def revise(self, search: Search) -> Revision:
        path = self.pieces[0].delta.path
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        return revise_string(self.text, name, search)

    def dealt_out(self, edits: Iterable[Edit]) -> Iterator[tuple[_Piece, list[Edit]]]:
        """Edits of the text as edits of its deltas: the first that an edit meets gets what is new.

        The others lose what was replaced in them.
        """
        dealt: defaultdict[int, list[Edit]] = defaultdict(list)
        for span, text in edits:
            first = self.piece_at(span.start)
            new = text
            for index in range(first, self.piece_at(max(span.start, span.end - 1)) + 1):
                start, end = self.starts[index], self.starts[index + 1]
                inner = Span(max(span.start, start) - start, min(span.end, end) - start)
                dealt[index].append(Edit(inner, new))
                new = ""
        for index, these in dealt.items():
            yield self.pieces[index], these

    def placed(self, find: Found, events: Sequence[Event]) -> EventFound:
        """A find in the text as one in the event where it begins."""
        index = self.piece_at(find.offset)
        piece = self.pieces[index]
        inner = _Strings(events[piece.event]).offset(piece.delta, find.offset - self.starts[index])
        step = write_path(piece.delta.path)
        steps = (step, "base64", *find.steps) if piece.delta.encoded else (step, *find.steps)
        return EventFound(piece.event, find._replace(steps=steps, offset=inner))

    def piece_at(self, offset: int) -> int:
        return min(bisect_right(self.starts, offset), len(self.pieces)) - 1


class _Strings:
    """The strings in the data of an event, by path; the empty path is that of data that is text."""

    def __init__(self, event: Event) -> None:
        self.document = json_document(event.data)

    def edits(self, delta: Delta, edits: Sequence[Edit]) -> Iterator[Edit]:
        if not delta.path:
            yield from edits
        for document, scalar in self._at(delta.path):
            if delta.encoded:
                new = b64encode(splice(delta.text, edits).encode()).decode("ascii")
                edits = [Edit(Span(0, len(scalar.value)), new)]
            yield from source_edits(document, scalar, edits)

    def offset(self, delta: Delta, offset: int) -> int:
        found = next(self._at(delta.path), None)
        if found is None:
            return 0 if delta.path else offset
        # A letter of base64 text has no place of its own.
        return source_offset(*found, 0 if delta.encoded else offset)

    def _at(self, path: JsonPath) -> Iterator[tuple[Document, Scalar]]:
        if self.document is not None and path:
            for leaf in strings_of(self.document.roots[0], ""):
                if leaf.path == path and not leaf.is_key:
                    yield self.document, leaf.scalar


def _channels(pieces: Iterable[_Piece]) -> list[_Channel]:
    channels: defaultdict[tuple[str | int, ...], list[_Piece]] = defaultdict(list)
    for piece in pieces:
        channels[piece.delta.channel].append(piece)
    return [_Channel(pieces) for pieces in channels.values()]


def _revise_event(event: Event, carried: set[JsonPath], search: Search) -> Revision:
    if () in carried:
        return NOTHING
    if event.value is not None:
        return revise_json(event.data, event.value, "", search, carried)
    return revise_leaf(Kind.TEXT, "", event.data, search)


def _content(event: Event) -> Json:
    return event.data if event.value is None else event.value
