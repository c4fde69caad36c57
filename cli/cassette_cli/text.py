"""The editing kernel: spans of an immutable text, and edits that are applied to it at once."""

from collections.abc import Iterable
from typing import AnyStr, NamedTuple

from cassette_cli.errors import EditError


class Span(NamedTuple):
    """A half-open range of a text, in code points (of bytes, in bytes)."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace what stands in `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class ByteEdit(NamedTuple):
    """Replace the bytes in `span` by `data`."""

    span: Span
    data: bytes


def splice(source: str, edits: Iterable[Edit]) -> str:
    """Apply all edits to one source text; each span refers to the text before any of them.

    Insertions at the same offset stay in the order given. Raises EditError if two edits overlap.
    """
    return "".join(_pieces(source, [(edit.span, edit.text) for edit in edits]))


def splice_bytes(source: bytes, edits: Iterable[ByteEdit]) -> bytes:
    """Apply all edits to one source of bytes, as `splice` does to a text."""
    return b"".join(_pieces(source, [(edit.span, edit.data) for edit in edits]))


def _pieces(source: AnyStr, edits: list[tuple[Span, AnyStr]]) -> list[AnyStr]:
    pieces: list[AnyStr] = []
    position = 0
    for span, replacement in sorted(edits, key=lambda edit: edit[0]):
        if not position <= span.start <= span.end <= len(source):
            raise EditError(f"edits overlap at offset {span.start}")
        pieces += (source[position : span.start], replacement)
        position = span.end
    pieces.append(source[position:])
    return pieces


def difference(old: str, new: str) -> tuple[Edit, ...]:
    """The least edit that turns one text into another; none where they are equal."""
    if old == new:
        return ()
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return (Edit(Span(start, len(old) - end), new[start : len(new) - end]),)


def _common(left: str, right: str) -> int:
    """The length of the common beginning, by halving: slices compare faster than a loop does."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
