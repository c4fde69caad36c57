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
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_path import write_path
from cassette_cli.model import Body, Header

Path = tuple[str | int, ...]

_NO_BLANKS = re.compile(r"\S+")
_SEPARATOR = " › "
# How a file stores bytes is no layer of what was recorded.
_STORAGE = frozenset(("base64", "hex", "parsed"))
_BITS_OF_DIGIT = {"base64": 6, "hex": 4}


class Spot(NamedTuple):
    """A place: `offset` in the text of the document, and `start` of the value that it is in."""

    interaction: int | None
    location: str
    offset: int
    start: int


def file_spot(node: Node | None = None, location: str = "") -> Spot:
    """A place that belongs to no interaction; without a node, the start of the file."""
    offset = 0 if node is None else node.start
    return Spot(None, location, offset, offset)


def node_spot(exchange: Exchange, location: str, node: Node | None) -> Spot:
    """A node of an interaction; without one, the start of the interaction."""
    sources = exchange.interaction.sources
    found = node or sources.get(location.partition(".")[0]) or sources.get("interaction")
    offset = 0 if found is None else found.start
    return Spot(exchange.interaction.index, location, offset, offset)


def field_spot(exchange: Exchange, name: str) -> Spot:
    """A field by its name in `Interaction.sources`, or the nearest thing around it."""
    return node_spot(exchange, name, exchange.interaction.sources.get(name))


def header_spot(exchange: Exchange, side: str, header: Header) -> Spot:
    return node_spot(exchange, f"{side}.headers.{header.name}", header.source)


def body_spot(
    document: Document, exchange: Exchange, side: str, offset: int = 0, path: Path = ()
) -> Spot:
    """A part of a decoded body: a character (of bytes, a byte) of it, or a JSON path in it."""
    body, payload = _sides(exchange, side)
    steps = [f"{side}.body", *(name for name in payload.layers if name not in _STORAGE)]
    if path:
        steps.append(write_path(path))
    if body is None or body.source is None:
        return node_spot(exchange, _SEPARATOR.join(steps), None)
    if path and "parsed" in payload.layers:
        found = _node_at(body.source, path)
        spot_offset = found.start
    else:
        offset = _offset_in_text(payload.content, path) if path else offset
        spot_offset = _source_offset(document, body.source, payload, offset)
    return Spot(exchange.interaction.index, _SEPARATOR.join(steps), spot_offset, body.source.start)


def event_spot(document: Document, exchange: Exchange, index: int, path: Path = ()) -> Spot:
    """An event of a streamed response, or a JSON path in its data."""
    payload = exchange.response
    event = payload.events[index]
    offset = event.data_spans[0].start if event.data_spans else event.span.start
    if path and len(event.data_spans) == 1 and isinstance(payload.content, str):
        offset += _offset_in_text(event.data, path)
    spot = body_spot(document, exchange, "response", offset)
    steps = [spot.location, f"{payload.framing}[{index}]"]
    if path:
        steps.append(write_path(path))
    return spot._replace(location=_SEPARATOR.join(steps))


def _sides(exchange: Exchange, side: str) -> tuple[Body | None, Payload]:
    if side == "request":
        return exchange.interaction.request.body, exchange.request
    return exchange.interaction.response.body, exchange.response


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


def _offset_in_text(content: str | bytes, path: Path) -> int:
    if isinstance(content, bytes):
        return 0
    try:
        document = parse_json("", content)
    except ParseError:
        return 0
    return _node_at(document.roots[0], path).start


def _node_at(node: Node, path: Path) -> Node:
    """The node at a path, or the last on the way to it."""
    for step in path:
        match node, step:
            case Mapping(), str():
                node = node.get(step) or node
            case Sequence(items), int() if step < len(items):
                node = items[step]
    return node
