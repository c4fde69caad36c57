"""Places in a recording, as offsets in the text of its file: fields, headers, parts of bodies."""

import re
from typing import NamedTuple

from cassette_cli.document import (
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    parse_json,
    source_offset,
)
from cassette_cli.errors import ParseError
from cassette_cli.exchange import Payload
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.model import Body, Header
from cassette_cli.place import write_location
from cassette_cli.reading import Reading

_NO_BLANKS = re.compile(r"\S+")
# How a file stores bytes is no layer of what was recorded.
_STORAGE = frozenset(("base64", "hex", "base64-chunks", "hex-chunks", "chunked", "lines", "parsed"))
_BITS_OF_DIGIT = {"base64": 6, "hex": 4}


class Location(NamedTuple):
    """A place by its name: `offset` in the text of the document, `start` of the value around it.

    `interaction` is None for what concerns the file as a whole; `name` is written as in `Place`.
    """

    interaction: int | None
    name: str
    offset: int
    start: int


def file_location(node: Node | None = None, name: str = "") -> Location:
    """A place that belongs to no interaction; without a node, the start of the file."""
    offset = 0 if node is None else node.start
    return Location(None, name, offset, offset)


def node_location(reading: Reading, name: str, node: Node | None) -> Location:
    """A node of an interaction; without one, the start of the interaction."""
    sources = reading.interaction.sources
    found = node or sources.get(name.partition(".")[0]) or sources.get("interaction")
    offset = 0 if found is None else found.start
    return Location(reading.index, name, offset, offset)


def field_location(reading: Reading, name: str) -> Location:
    """A field by its name in `Interaction.sources`, or the nearest thing around it."""
    return node_location(reading, name, reading.interaction.sources.get(name))


def header_location(reading: Reading, message: str, header: Header) -> Location:
    """The value of a header of one of the two messages."""
    return node_location(reading, write_path((message, "headers", header.name)), header.source)


def body_location(
    document: Document,
    reading: Reading,
    message: str,
    offset: int = 0,
    path: JsonPath = (),
) -> Location:
    """A part of a decoded body: a character (of bytes, a byte) of it, or a JSON path in it."""
    body, payload = _body_of(reading, message)
    layers = (layer for layer in payload.layers if layer not in _STORAGE)
    name = write_location((f"{message}.body", *layers, write_path(path)))
    if body is None or body.source is None:
        return node_location(reading, name, None)
    if path and "parsed" in payload.layers:
        in_source = _node_at(body.source, path).start
    else:
        offset = _offset_in_text(payload.content, path) if path else offset
        in_source = _source_offset(document, body.source, payload, offset)
    return Location(reading.index, name, in_source, body.source.start)


def event_location(
    document: Document, reading: Reading, index: int, path: JsonPath = ()
) -> Location:
    """An event of a streamed response, or a JSON path in its data."""
    payload = reading.response
    event = payload.events[index]
    offset = event.data_spans[0].start if event.data_spans else event.span.start
    if path and len(event.data_spans) == 1 and isinstance(payload.content, str):
        offset += _offset_in_text(event.data, path)
    whole = body_location(document, reading, "response", offset)
    name = write_location((whole.name, f"{payload.framing}[{index}]", write_path(path)))
    return whole._replace(name=name)


def _body_of(reading: Reading, message: str) -> tuple[Body | None, Payload]:
    if message == "request":
        return reading.interaction.request.body, reading.request
    return reading.interaction.response.body, reading.response


def _source_offset(document: Document, source: Node, payload: Payload, offset: int) -> int:
    if not isinstance(source, Scalar):
        return source.start
    match payload.layers:
        case ():
            return source_offset(document, source, min(offset, len(source.value)))
        case ("base64" | "hex" as storage,):
            digit = _byte_offset(payload.content, offset) * 8 // _BITS_OF_DIGIT[storage]
            return source_offset(document, source, _offset_of_digit(source.value, digit))
    return source.start


def _byte_offset(content: str | bytes, offset: int) -> int:
    return len(content[:offset].encode()) if isinstance(content, str) else offset


def _offset_of_digit(text: str, digit: int) -> int:
    """The offset of a character, where blanks are not counted."""
    for run in _NO_BLANKS.finditer(text):
        length = run.end() - run.start()
        if digit < length:
            return run.start() + digit
        digit -= length
    return max(0, len(text.rstrip()) - 1)


def _offset_in_text(content: str | bytes, path: JsonPath) -> int:
    if isinstance(content, bytes):
        return 0
    try:
        document = parse_json("", content)
    except ParseError:
        return 0
    return _node_at(document.roots[0], path).start


def _node_at(node: Node, path: JsonPath) -> Node:
    """The node at a path, or the last on the way to it."""
    for step in path:
        match node, step:
            case Mapping(), str():
                node = node.get(step) or node
            case Sequence(items), int() if step < len(items):
                node = items[step]
    return node
