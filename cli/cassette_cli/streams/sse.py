"""Server-sent events, by the rules of https://html.spec.whatwg.org/multipage/server-sent-events.html.

Lines end in LF, CRLF or CR; a line that starts with a colon is a comment; the `data` lines of one
event join with LF; one space after the colon is no part of the value; an event that the end of the
stream cuts off is not dispatched.
"""

import re
from collections.abc import Iterator, Mapping

from cassette_cli.streams.event import Cut, Event, Framing, new_tuple, read_events
from cassette_cli.streams.proof import check_replaced
from cassette_cli.text import Edit, Span, splice

_BEGINNING = re.compile(r"[\ufeff\s]*(?:data|event|id|retry)?:")
_DATA_LINE = re.compile(r"^[\ufeff \t]*data:", re.MULTILINE)
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_DATA = "data: "


def matches(content: str | bytes) -> bool:
    """Whether a text looks like a stream of events, whatever its content-type says."""
    return (
        isinstance(content, str)
        and _BEGINNING.match(content) is not None
        and _DATA_LINE.search(content) is not None
    )


def decode(content: str | bytes) -> tuple[Event, ...]:
    """The events of a stream, without comments; fields unknown to the standard are left out."""
    if isinstance(content, bytes):
        raise TypeError("server-sent events are text")
    cut: list[Cut] = []
    data: list[str] = []
    spans: list[Span] = []
    name = event_id = None
    start = position = int(content.startswith("\ufeff"))  # a mark that belongs to no field
    for line, line_break in _lines(content, position):
        end = position + len(line)
        position = end + len(line_break)
        if line.startswith(_DATA):  # nearly all lines that are not blank
            data.append(line[len(_DATA) :])
            spans.append(new_tuple(Span, (end - len(line) + len(_DATA), end)))
        elif line:
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if field == "data":
                data.append(value)
                spans.append(Span(end - len(value), end))
            elif field == "event":
                name = value or None  # an empty name stands for the default, "message"
            elif field == "id" and "\0" not in value:
                event_id = value
        else:
            if data:
                span = new_tuple(Span, (start, position))
                text, seen = "\n".join(data), bool(line_break)
                cut.append((text, span, tuple(spans), name, event_id, seen))
            data, spans, name, start = [], [], None, position
    return read_events(cut)


def replace(content: str | bytes, new_data: Mapping[int, str]) -> str:
    """Spell the stream with other data in the events of these indexes.

    Each line of the data stands in a `data` line of its own, in those that were there if it can.
    """
    if isinstance(content, bytes):
        raise TypeError("server-sent events are text")
    events = decode(content)
    edits = [edit for index in new_data for edit in _edits(content, events[index], new_data[index])]
    result = splice(content, edits)
    check_replaced(events, decode(result), new_data)
    return result


def _lines(content: str, start: int) -> Iterator[tuple[str, str]]:
    """Each line with its break; the end of the stream is a blank line without a break."""
    if "\r" in content:
        return ((line[1], line[2]) for line in _LINE.finditer(content, start))
    # Twice as fast, and nearly all streams break their lines so.
    lines = content[start:].split("\n")
    return zip([*lines, ""], ["\n"] * (len(lines) - 1) + ["", ""], strict=True)


def _edits(content: str, event: Event, data: str) -> Iterator[Edit]:
    """Edits of data, line by line: lines too many are taken out whole, new ones follow the last."""
    lines = data.split("\n")
    joint = "\r\ndata: " if "\r\n" in content else "\ndata: "
    count = min(len(lines), len(event.data_spans))
    values = (*lines[: count - 1], joint.join(lines[count - 1 :]))
    for span, value in zip(event.data_spans, values, strict=False):
        yield _edit_value(content, span, value)
    for span in event.data_spans[count:]:
        line_start = content.rindex("data", 0, span.start)
        yield Edit(Span(line_start, next(_LINE.finditer(content, span.start)).end()), "")


def _edit_value(content: str, span: Span, value: str) -> Edit:
    """Another value for one field, whose colon or space may be missing: `data`, `data:x`."""
    if content[span.start - 1] == ":" and value.startswith(" "):
        return Edit(span, f" {value}")
    if content[span.start - 1] not in ": " and value:
        return Edit(span, f": {value}")
    return Edit(span, value)


FRAMING = Framing(name="sse", matches=matches, decode=decode, replace=replace)
