"""Two values as lines with the changed words marked; what is the same is folded."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from cassette_cli.counted import counted
from cassette_cli.json_values import Json
from cassette_cli.render.safe_text import safe_json, safe_text

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_CONTEXT = 1
# Above this many comparisons words are not marked: the lines have to do.
_MAX_WORK = 4_000_000


class Mark(StrEnum):
    """Which side a line is on."""

    SAME = " "
    GONE = "-"
    NEW = "+"
    FOLDED = "…"


class Piece(NamedTuple):
    """A run of a line; `changed` where the other side has something else."""

    text: str
    changed: bool = False


class Line(NamedTuple):
    """A line of one side, or of both."""

    mark: Mark
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def lines_between(before: Json, after: Json) -> list[Line]:
    """Lines from one value to another; None on one side is nothing at all."""
    if before is None or after is None:
        return [
            *(_whole(Mark.GONE, line) for line in _lines_of(before)),
            *(_whole(Mark.NEW, line) for line in _lines_of(after)),
        ]
    return list(_hunks(_lines_of(before), _lines_of(after)))


def _lines_of(value: Json) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return safe_text(value).split("\n")
    return safe_json(value, indent=2).split("\n")


def _whole(mark: Mark, text: str) -> Line:
    return Line(mark, (Piece(text),))


def _hunks(before: list[str], after: list[str]) -> Iterator[Line]:
    if len(before) * len(after) > _MAX_WORK:
        yield from (_whole(Mark.GONE, line) for line in before)
        yield from (_whole(Mark.NEW, line) for line in after)
        return
    groups = SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(_CONTEXT)
    position = 0
    for group in groups:
        yield from _folded(group[0][1] - position)
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                yield from (_whole(Mark.SAME, line) for line in before[start:end])
            else:
                yield from _replaced(before[start:end], after[new_start:new_end])
        position = group[-1][2]
    yield from _folded(len(before) - position)


def _folded(count: int) -> Iterator[Line]:
    if count > 0:
        yield _whole(Mark.FOLDED, f"{counted(count, 'line')} unchanged")


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    gone, new = [], []
    for old_line, new_line in zip_longest(before, after):
        if old_line is None:
            new.append(_whole(Mark.NEW, new_line))
        elif new_line is None:
            gone.append(_whole(Mark.GONE, old_line))
        else:
            old_pieces, new_pieces = _marked_words(old_line, new_line)
            gone.append(Line(Mark.GONE, old_pieces))
            new.append(Line(Mark.NEW, new_pieces))
    yield from gone
    yield from new


def _marked_words(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) > _MAX_WORK:
        return (Piece(before),), (Piece(after),)
    left, right = [], []
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        left.append(Piece("".join(old[start:end]), tag != "equal"))
        right.append(Piece("".join(new[new_start:new_end]), tag != "equal"))
    return (
        tuple(piece for piece in left if piece.text),
        tuple(piece for piece in right if piece.text),
    )
