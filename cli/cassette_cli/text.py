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
    """The same for bytes: replace what stands in `span` by `data`."""

    span: Span
    data: bytes


def splice(source: str, edits: Iterable[Edit]) -> str:
    """Apply all edits to one source text; each span refers to the text before any of them.

    Insertions at the same offset stay in the order given. Raises EditError if two edits overlap.
    """
    return "".join(_pieces(source, [(edit.span, edit.text) for edit in edits]))


def splice_bytes(source: bytes, edits: Iterable[ByteEdit]) -> bytes:
    """Like `splice`, for bytes."""
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
