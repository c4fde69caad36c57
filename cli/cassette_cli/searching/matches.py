"""The lines of an interaction's texts that match: in which part of the call, and where."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cassette_cli.document import Document
from cassette_cli.json_values import Json
from cassette_cli.place import Place
from cassette_cli.reading import Reading
from cassette_cli.searching.line import Line, end_of_line, line_around
from cassette_cli.searching.part_of_call import PartOfCall, PartsOfCall
from cassette_cli.text import Span
from cassette_cli.texts.find import Found, find
from cassette_cli.texts.search import Search


class Match(NamedTuple):
    """A line that matches. `place` is where the first character of its first match stands."""

    part: PartOfCall
    place: Place
    line: Line


def matches_in(
    document: Document,
    readings: Sequence[Reading],
    search: Search,
    secrets: Search | None,
    parts: frozenset[PartOfCall] = frozenset(PartOfCall),
) -> tuple[Match, ...]:
    """The lines that match in these parts of interactions, which were read from this document.

    What `secrets` finds gives way to its replacement; None leaves everything as it is.
    """
    found = find(document, readings, search)
    return tuple(
        match
        for reading, of_one in zip(readings, found, strict=True)
        for match in _in_order(_matches(document, reading, of_one, secrets))
        if match.part in parts
    )


def match_json(match: Match) -> dict[str, Json]:
    """A match as the contract spells it."""
    return {
        "interaction": match.place.interaction,
        "in": match.part.value,
        "location": match.place.location,
        "line": match.place.line,
        "column": match.place.column,
        "text": match.line.text,
    }


def _in_order(matches: Iterable[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (match.place.line, match.place.column))


def _matches(
    document: Document, reading: Reading, found: Iterable[Found], secrets: Search | None
) -> Iterator[Match]:
    parts = PartsOfCall(reading)
    for _, group in groupby(found, key=lambda one: id(one.leaf)):
        hits = list(group)
        leaf = hits[0].leaf
        part = parts.part_of(leaf.kind, hits[0].location, leaf.text)
        masks = [] if secrets is None else secrets.find(leaf.kind, leaf.name, leaf.text)
        for first, spans in _by_line(hits):
            line, column = document.line_and_column(first.offset)
            place = Place(reading.index, first.location, line, column)
            yield Match(part, place, line_around(leaf.text, spans, masks))


def _by_line(hits: Sequence[Found]) -> Iterator[tuple[Found, list[Span]]]:
    """The hits of one text, those that begin on the same line together."""
    text, rest = hits[0].leaf.text, list(hits)
    while rest:
        first = rest[0]
        end = end_of_line(text, first.hit.span.end)
        together = [one for one in rest if one is first or one.hit.span.start < end]
        rest = rest[len(together) :]
        yield first, [one.hit.span for one in together]
