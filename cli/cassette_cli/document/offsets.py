"""Where a part of a scalar's value stands in the source text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cassette_cli.document.block_scalar import block_runs, read_block
from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.nodes import Scalar
from cassette_cli.document.raw_scalar import Run, content_start, decode, flow_runs
from cassette_cli.text import Span


def source_span(document: Document, scalar: Scalar, span: Span) -> Span:
    """The part of `document.text` that spells a part of the value; widened to whole escapes."""
    return source_spans(document, scalar, [span])[0]


def source_offset(document: Document, scalar: Scalar, offset: int) -> int:
    """The offset in `document.text` of a character of the value."""
    return source_span(document, scalar, Span(offset, offset)).start


def source_spans(document: Document, scalar: Scalar, spans: Sequence[Span]) -> list[Span]:
    """The parts of `document.text` that spell many parts of one value, in one pass over it.

    Where the value is not spelled as libyaml would read it, each is the span of the whole scalar.
    """
    places = source_parts(document, scalar, spans)
    if places is None:
        return [scalar.span] * len(spans)
    return [place.source for place in places]


class SourcePart(NamedTuple):
    """A span of the value widened to what can be cut out of the source, and where that stands."""

    value: Span
    source: Span


def source_parts(
    document: Document, scalar: Scalar, spans: Sequence[Span]
) -> list[SourcePart] | None:
    """Where spans of a value stand, or None where the source does not decode to the value."""
    length = len(scalar.value)
    if not length:
        end = scalar.end - (scalar.style in ("'", '"'))
        return [SourcePart(Span(0, 0), Span(end, end)) for _ in spans]
    asked = {min(offset, length - 1) for span in spans for offset in (*span, span.end - 1)}
    asked.discard(-1)
    found = _spellings(scalar_runs(document, scalar), sorted(asked), length)
    if found is None:
        return None
    return [_place(span, found, length, scalar.style) for span in spans]


def scalar_runs(document: Document, scalar: Scalar) -> Iterator[Run]:
    """The runs of a scalar in its document."""
    return runs_of(
        document.text,
        Span(content_start(document.text, scalar), scalar.end),
        scalar,
        json=document.syntax is Syntax.JSON,
    )


def spelled_value(document: Document, scalar: Scalar) -> str:
    """The value that the source text of a scalar spells, read once more without a parser."""
    return decode(document.text, scalar_runs(document, scalar))


def runs_of(source: str, span: Span, scalar: Scalar, *, json: bool) -> Iterator[Run]:
    """The runs of any source text that spells a scalar; of it, only style and value are asked."""
    start, end = span
    match scalar.style:
        case "raw":
            return iter((Run(start, end, None),))
        case "'" | '"':
            return flow_runs(source, start + 1, end - 1, scalar.style, json=json)
        case "|" | ">":
            return block_runs(source, read_block(source, start, end, scalar.value))
    return flow_runs(source, start, end, "")


class _Spelling(NamedTuple):
    """The run that spells a character, and where in the value that run begins."""

    run: Run
    start: int


def _spellings(
    runs: Iterable[Run], characters: list[int], length: int
) -> dict[int, _Spelling] | None:
    found = {}
    next_asked = 0
    position = 0
    for run in runs:
        end = position + (run.end - run.start if run.text is None else len(run.text))
        while next_asked < len(characters) and characters[next_asked] < end:
            found[characters[next_asked]] = _Spelling(run, position)
            next_asked += 1
        position = end
    return found if position == length else None


def _place(span: Span, found: dict[int, _Spelling], length: int, style: str) -> SourcePart:
    if span.start == length:
        behind = _character(length - 1, found).source.end
        return SourcePart(span, Span(behind, behind))
    first = _character(span.start, found)
    if span.start == span.end:
        if first.value.start < span.start:
            return first
        return SourcePart(span, Span(first.source.start, first.source.start))
    last = _character(span.end - 1, found)
    end = last.source.end
    if style in ("|", ">") and span.end < length:
        # Up to the text of the next line: the indentation between goes with the line break.
        end = _character(span.end, found).source.start
    return SourcePart(Span(first.value.start, last.value.end), Span(first.source.start, end))


def _character(offset: int, found: dict[int, _Spelling]) -> SourcePart:
    run, start = found[offset]
    if run.text is None:
        source = run.start + offset - start
        return SourcePart(Span(offset, offset + 1), Span(source, source + 1))
    return SourcePart(Span(start, start + len(run.text)), Span(run.start, run.end))
