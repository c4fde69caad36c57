"""The line of a text around what matches in it, with secrets masked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.search import Hit


class Line(NamedTuple):
    """A line without its end, and the places in it that match."""

    text: str
    matches: tuple[Span, ...]


def end_of_line(text: str, position: int) -> int:
    """Where the line ends that holds what stands before a position."""
    end = text.find("\n", max(0, position - 1))
    return len(text) if end < 0 else end


def line_around(text: str, matches: Sequence[Span], masks: Iterable[Hit]) -> Line:
    """The line that holds these matches, or the lines where one spans several.

    What `masks` found in the text gives way to its replacement.
    """
    start = text.rfind("\n", 0, matches[0].start) + 1
    end = end_of_line(text, max(match.end for match in matches))
    edits = [
        Edit(Span(max(span.start - start, 0), min(span.end, end) - start), replacement)
        for span, replacement, _ in masks
        if replacement is not None and span.start < end and start < span.end
    ]
    moved = (
        Span(_moved(span.start - start, edits), _moved(span.end - start, edits, after=True))
        for span in matches
    )
    return Line(splice(text[start:end], edits).rstrip("\r"), tuple(moved))


def _moved(offset: int, edits: Iterable[Edit], *, after: bool = False) -> int:
    """Where an offset is after the edits; within one, at the beginning or end of what is new."""
    shift = 0
    for (start, end), new in edits:
        if end <= offset:
            shift += len(new) - (end - start)
        elif start < offset:
            return start + shift + (len(new) if after else 0)
    return offset + shift
