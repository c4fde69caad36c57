"""Texts of a decoded body: a stream, JSON, a form, fields of a multipart body, or plain text."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from cassette_cli.exchange import Payload, framing_of
from cassette_cli.json_values import read_json
from cassette_cli.layers.multipart import read_form
from cassette_cli.passages.json_text import revise_json
from cassette_cli.passages.markup import is_markup, revise_markup
from cassette_cli.passages.passage import (
    Kind,
    Revision,
    Search,
    joined,
    revise_leaf,
    revise_part,
    shifted,
)
from cassette_cli.passages.stream import Deltas, revise_stream
from cassette_cli.streams.event import Event, Framing
from cassette_cli.text import Edit, Span, splice

_PART_NAME = re.compile(r'(?i)^content-disposition:[^\r\n]*?\bname="?([^"\r\n;]*)', re.MULTILINE)


def revise_text_body(content: str, payload: Payload, deltas: Deltas, search: Search) -> Revision:
    """Search a body that is text; `payload` is what it was read as."""
    if isinstance(payload.value, dict | list) and payload.framing != "json-array":
        return revise_json(content, payload.value, "", search)
    framing = framing_of(content)
    if framing is not None:
        events = payload.events or framing.decode(content)
        return _revise_text_stream(content, events, framing, deltas, search)
    if payload.media_type == "application/x-www-form-urlencoded":
        return revise_leaf(Kind.FORM, "", content, search)
    if is_form(content):
        return revise_multipart(content, search)
    if is_markup(content):
        return revise_markup(content, search)
    return revise_leaf(Kind.TEXT, "", content, search)


def revise_binary_stream(
    content: bytes, payload: Payload, framing: Framing, deltas: Deltas, search: Search
) -> tuple[bytes, Revision]:
    """Search a stream of binary frames: the same stream with new payloads, and what was found.

    `payload` is what it was read as. Finds have no offset in the bytes; theirs is that of the
    frame.
    """
    events = payload.events or framing.decode(content)
    revision = revise_stream(events, deltas, search)
    data = {index: splice(events[index].data, edits) for index, edits in revision.edits.items()}
    # Most streams stay as they are, and a replacement would read this one twice to prove it.
    replaced = framing.replace(content, data) if data else content
    found = tuple(
        find._replace(steps=(f"event[{index}]", *find.steps), offset=events[index].span.start)
        for index, find in revision.found
    )
    return replaced if isinstance(replaced, bytes) else content, Revision((), found)


def is_form(content: str | bytes) -> bool:
    """Whether a body is a multipart form: its fields have names."""
    return any(field.name for field in read_form(content))


def revise_multipart(content: str, search: Search) -> Revision:
    """Search the fields of a multipart form (RFC 7578), and files that are text."""
    boundary = content.lstrip().partition("\n")[0].rstrip()
    return joined(_revise_parts(content, boundary, search))


def _revise_parts(content: str, boundary: str, search: Search) -> Iterator[Revision]:
    for headers, body in _parts(content, boundary):
        found = _PART_NAME.search(content, *headers)
        name = found[1] if found else ""
        yield revise_part(content, body, f"multipart[{name}]", partial(_revise_part, name, search))


def _revise_part(name: str, search: Search, text: str) -> Revision:
    value = read_json(text) if text[:1] in ("{", "[") else None
    if isinstance(value, dict | list):
        return revise_json(text, value, name, search)
    return revise_leaf(Kind.FIELD, name, text, search)


def _parts(content: str, boundary: str) -> Iterator[tuple[Span, Span]]:
    """The spans of the headers and of the body of each part."""
    ends = re.compile(r"\r?\n" + re.escape(boundary))
    start = content.index(boundary) + len(boundary)
    while (end := ends.search(content, start)) is not None:
        blank = re.compile(r"\r?\n\r?\n").search(content, start, end.start())
        if blank is not None:
            yield Span(start, blank.start()), Span(blank.end(), end.start())
        start = end.end()


def _revise_text_stream(
    content: str, events: Sequence[Event], framing: Framing, deltas: Deltas, search: Search
) -> Revision:
    revision = revise_stream(events, deltas, search)
    found = tuple(
        find._replace(
            steps=(f"{framing.name}[{index}]", *find.steps),
            offset=_content_offset(events[index], find.offset),
        )
        for index, find in revision.found
    )
    edits = tuple(
        edit
        for index, these in revision.edits.items()
        for edit in _data_edits(content, events[index], framing, these)
    )
    return Revision(edits, found)


def _data_edits(
    content: str, event: Event, framing: Framing, edits: Sequence[Edit]
) -> Iterator[Edit]:
    """Edits of an event's data as edits of the stream."""
    if len(event.data_spans) == 1:
        yield from shifted(edits, event.data_spans[0].start)
        return
    # Data in several lines: what changes is written anew, where it stood.
    data = splice(event.data, edits)
    lines = data.split("\n")
    if len(lines) == len(event.data_spans):
        for span, line in zip(event.data_spans, lines, strict=True):
            yield Edit(span, line)
    else:
        replaced = framing.replace(content[slice(*event.span)], {0: data})
        yield Edit(event.span, str(replaced))


def _content_offset(event: Event, offset: int) -> int:
    for span in event.data_spans:
        length = span.end - span.start
        if offset <= length:
            return span.start + offset
        offset -= length + 1
    return event.span.start
