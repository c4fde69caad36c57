"""Where a part of a scalar's value stands in the source text."""

from collections.abc import Sequence

from cassette_cli.document.document import Document
from cassette_cli.document.nodes import Scalar
from cassette_cli.text import Span


def source_span(document: Document, scalar: Scalar, span: Span) -> Span:
    """The part of `document.text` that spells a part of the value; widened to whole escapes."""
    return source_spans(document, scalar, [span])[0]


def source_offset(document: Document, scalar: Scalar, offset: int) -> int:
    """The offset in `document.text` of a character of the value."""
    return source_span(document, scalar, Span(offset, offset)).start


def source_spans(document: Document, scalar: Scalar, spans: Sequence[Span]) -> list[Span]:
    """Like `source_span` for many spans of one scalar, in one pass over it."""
    raise NotImplementedError
