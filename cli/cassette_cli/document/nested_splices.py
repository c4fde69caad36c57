"""Replaces spans of a text by pieces, some of which are other spans of it, edited in turn."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from cassette_cli.errors import EditError
from cassette_cli.text import Span


class Splice(NamedTuple):
    """Put `pieces` where `span` is. A piece that is a span stands for its own, edited text."""

    span: Span
    pieces: tuple[str | Span, ...]


def splice_nested(text: str, splices: Iterable[Splice]) -> str:
    """Apply all splices. Those within the span of another count where its pieces name their place.

    Raises EditError if two overlap in any other way.
    """
    in_order = sorted(splices, key=_outer_first)
    _refuse_overlaps(in_order)
    rendering = _Rendering(text, in_order, [splice.span.start for splice in in_order], [])
    rendering.emit(Span(0, len(text)))
    return "".join(rendering.output)


def _outer_first(splice: Splice) -> tuple[int, bool, int]:
    start, end = splice.span
    return start, start < end, -end


def _refuse_overlaps(splices: list[Splice]) -> None:
    around: list[Span] = []
    for span, _ in splices:
        while around and around[-1].end <= span.start:
            around.pop()
        if around and (span.end > around[-1].end or span == around[-1]):
            raise EditError(f"edits overlap at offset {span.start}")
        around.append(span)


class _Rendering(NamedTuple):
    text: str
    splices: list[Splice]
    starts: list[int]
    output: list[str]

    def emit(self, span: Span, first: int = 0) -> None:
        """Put out a span of the text with those of the splices from number `first` within it."""
        position = span.start
        index = bisect_left(self.starts, span.start, first)
        while index < len(self.splices) and self.splices[index].span.end <= span.end:
            (start, end), pieces = self.splices[index]
            self.output.append(self.text[position:start])
            for piece in pieces:
                if isinstance(piece, str):
                    self.output.append(piece)
                else:
                    self.emit(piece, index + 1)
            position = end
            index = self.behind(index)
        if index < len(self.splices) and self.starts[index] < span.end:
            raise EditError(f"edits overlap at offset {self.starts[index]}")
        self.output.append(self.text[position : span.end])

    def behind(self, index: int) -> int:
        """The first splice that is not within the one at `index`."""
        outer = self.splices[index].span
        if outer.start == outer.end:
            return index + 1
        following = bisect_left(self.starts, outer.end, index + 1)
        while following < len(self.splices) and self.splices[following].span == (
            outer.end,
            outer.end,
        ):
            following += 1
        return following
