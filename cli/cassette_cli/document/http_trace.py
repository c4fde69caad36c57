"""A trace of raw HTTP messages, as httprr keeps it, into nodes; and its texts, spelled again.

https://pkg.go.dev/golang.org/x/oscar/internal/httprr: a line that names the format, then for each
record a line with the lengths of request and response in bytes, and the two as they went over the
wire. The lengths are no values but part of the spelling, like brackets elsewhere. The nodes:

- the root, a sequence of records tagged `TRACE`; each is a sequence of a request and a response
- a message, a sequence of the three parts of its start line, a mapping of headers, and a body

Bytes that are no UTF-8 stand in the text as lone surrogates (`surrogateescape`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.errors import ParseError
from cassette_cli.text import Span

FIRST_LINE = "httprr trace v1\n"
TRACE = "!httprr"
# The style of a scalar whose text stands in the source as it is.
RAW = "raw"

_LENGTHS = re.compile(r"(\d{1,18}) (\d{1,18})\n")
_HEAD_END = "\r\n\r\n"
_NEWLINE = "\r\n"
# A request names its target between method and version, a response its reason behind all.
_START_LINE = re.compile(r"([^ \r\n]*) ?(.*?)(?: (\S*))?", re.DOTALL)
_STATUS_LINE = re.compile(r"([^ \r\n]*) ?([^ \r\n]*) ?(.*)", re.DOTALL)
_HEADER = re.compile(r"([^:\r\n]*):[ \t]*(.*)", re.DOTALL)


class Record(NamedTuple):
    """Where a record stands: its line with the lengths, its request and its response."""

    start: int
    request: Span
    response: Span


def parse_trace(name: str, text: str) -> Document:
    """Parse a text that begins with `FIRST_LINE`. Raises ParseError where the lengths are wrong."""
    records = tuple(_record_node(text, record) for record in records_of(name, text))
    root = Sequence(records, flow=True, start=0, end=len(text), tag=TRACE)
    return Document(name, text, Syntax.HTTP, (root,))


def records_of(name: str, text: str) -> Iterator[Record]:
    """The records of a trace, in order. Raises ParseError where one is cut off."""
    position = len(FIRST_LINE)
    while position < len(text):
        lengths = _LENGTHS.match(text, position)
        response = None
        if lengths is not None:
            request = _span(text, lengths.end(), int(lengths[1]))
            response = request and _span(text, request.end, int(lengths[2]))
        if lengths is None or request is None or response is None:
            line = text.count("\n", 0, position) + 1
            raise ParseError(
                "not readable as httprr: a record is cut off, or its lengths are wrong",
                where=f"{name}:{line}",
                hint="the line before each request says how many bytes it and its answer have",
            )
        yield Record(position, request, response)
        position = response.end


def byte_length(text: str) -> int:
    """How many bytes a text is in the file."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogateescape"))


def _span(text: str, start: int, length: int) -> Span | None:
    """The span of this many bytes; None where it ends within a character or beyond the text."""
    end = start + length
    part = text[start:end]
    if not part.isascii():
        data = part.encode("utf-8", "surrogateescape")[:length]
        end = start + len(data.decode("utf-8", "surrogateescape"))
        part = text[start:end]
    return Span(start, end) if byte_length(part) == length else None


def _record_node(text: str, record: Record) -> Sequence:
    messages = (
        _message(text, record.request, _START_LINE),
        _message(text, record.response, _STATUS_LINE),
    )
    return Sequence(messages, flow=True, start=record.start, end=record.response.end)


def _message(text: str, span: Span, start_line: re.Pattern[str]) -> Sequence:
    head_end = text.find(_HEAD_END, span.start, span.end)
    body_start = span.end if head_end < 0 else head_end + len(_HEAD_END)
    lines = list(_lines(text, Span(span.start, span.end if head_end < 0 else head_end)))
    first = start_line.fullmatch(text, *lines[0])
    parts = [_raw(text, *first.span(group)) for group in (1, 2, 3)] if first else []
    headers = tuple(_headers(text, lines[1:]))
    start = lines[1].start if len(lines) > 1 else lines[0].end
    children: list[Node] = [*parts, Mapping(headers, flow=True, start=start, end=lines[-1].end)]
    children.append(_raw(text, body_start, span.end))
    return Sequence(tuple(children), flow=True, start=span.start, end=span.end)


def _lines(text: str, span: Span) -> Iterator[Span]:
    position = span.start
    while (end := text.find(_NEWLINE, position, span.end)) >= 0:
        yield Span(position, end)
        position = end + len(_NEWLINE)
    yield Span(position, span.end)


def _headers(text: str, lines: list[Span]) -> Iterator[tuple[Node, Node]]:
    for line in lines:
        header = _HEADER.fullmatch(text, *line)
        if header is not None:
            yield _raw(text, *header.span(1)), _raw(text, *header.span(2))


def _raw(text: str, start: int, end: int) -> Scalar:
    # A group that took no part stands nowhere: its place is the end of the line.
    return Scalar(text[max(start, 0) : max(end, 0)], RAW, start, end)
