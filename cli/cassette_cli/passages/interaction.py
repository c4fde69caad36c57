"""All texts of an interaction: its URL, its headers, its bodies, and whatever else is recorded."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from cassette_cli.dialects.catalogue import dialect_of
from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.document import (
    Document,
    Intent,
    Node,
    ReplaceText,
    Scalar,
    SetBytes,
    SetValue,
    is_binary,
    source_offset,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.model import Body, Header
from cassette_cli.passages.body import revise_body
from cassette_cli.passages.glance import Text, may_be_hit
from cassette_cli.passages.json_text import strings_of
from cassette_cli.passages.lengths import length_intents
from cassette_cli.passages.passage import Found, Kind, Search, SearchAt, revise_leaf
from cassette_cli.passages.stream import Deltas
from cassette_cli.text import splice

# Maps of query and form parameters that a recorder keeps besides the URL and the body.
_PARAMETER_MAPS = frozenset(("form", "query", "query_string", "params", "post_fields"))
# The same as one string.
_QUERIES = frozenset(("query", "query_string"))
# The URL, or the nodes that it is made of.
_URLS = frozenset(("request.url", "request.uri", "request.scope", "request.path"))


@dataclass(frozen=True, slots=True)
class InteractionRevision:
    """What is to be done to the document, and what was found, by offsets in it."""

    intents: tuple[Intent, ...] = ()
    found: tuple[Found, ...] = ()
    request_changed: bool = False


_UNCHANGED = InteractionRevision()


@dataclass(frozen=True, slots=True)
class _Side:
    """One half of an interaction."""

    name: str
    headers: tuple[Header, ...]
    body: Body | None
    payload: Payload
    headers_node: Node | None
    content_length: Node | None


class _Other(NamedTuple):
    """A string that is neither a header nor a body, and the path to it."""

    scalar: Scalar
    path: JsonPath
    kind: Kind
    name: str


def revise_interaction(
    document: Document,
    exchange: Exchange,
    search: Search,
    search_at: SearchAt | None = None,
) -> InteractionRevision:
    """Search every text of an interaction, and plan the edits; lengths that were right stay right.

    `search_at(node)` is what is looked for in that node instead, if there is anything else to look
    for in some. Raises EditError where a find stands in what cannot be written back.
    """
    sides = _sides(exchange)
    others = list(_others(exchange, search, {place for side in sides for place in _places(side)}))
    # Headers and others are many and short: asked of all at once, most need no second look.
    looked_at = search_at is not None or may_be_hit((), search, _texts(sides, others))
    search_at = search_at or (lambda _: search)
    parts: list[InteractionRevision] = []
    for side in sides:
        if looked_at:
            parts.append(_revise_headers(document, side, search_at))
        parts.append(_revise_body(document, side, exchange, search_at))
    if looked_at:
        parts += [_revise_other(document, other, search_at(other.scalar)) for other in others]
    return InteractionRevision(
        tuple(intent for part in parts for intent in part.intents),
        tuple(find for part in parts for find in part.found),
        any(part.request_changed for part in parts),
    )


def _sides(exchange: Exchange) -> tuple[_Side, _Side]:
    interaction = exchange.interaction
    request, response = interaction.request, interaction.response
    node = interaction.sources.get
    return (
        _Side(
            "request",
            request.headers,
            request.body,
            exchange.request,
            node("request.headers"),
            node("request.content_length"),
        ),
        _Side(
            "response",
            response.headers,
            response.body,
            exchange.response,
            node("response.headers"),
            node("response.content_length"),
        ),
    )


def _places(side: _Side) -> Iterator[int]:
    """Where the nodes start that are searched as headers or as a body."""
    for header in side.headers:
        if isinstance(header.source, Scalar):
            yield header.source.start
    if side.headers_node is not None and all(header.source is not None for header in side.headers):
        yield side.headers_node.start
    if side.body is not None and side.body.source is not None:
        yield side.body.source.start


def _others(exchange: Exchange, search: Search, seen: set[int]) -> Iterator[_Other]:
    sources = exchange.interaction.sources
    node = sources.get("interaction")
    if node is None:
        return
    urls = {id(node): name for name, node in sources.items() if name in _URLS}
    for scalar, path, name, _ in strings_of(node, "", leave_out=seen, keys=False):
        if not search.elsewhere(path):
            continue
        if id(scalar) in urls:
            yield _Other(scalar, tuple(urls[id(scalar)].split(".")), Kind.URL, "")
        elif name in _QUERIES:
            yield _Other(scalar, path, Kind.FORM, "")
        elif not _PARAMETER_MAPS.isdisjoint(path[:-1]):
            yield _Other(scalar, path, Kind.PARAMETER, name)
        else:
            yield _Other(scalar, path, Kind.FIELD, name)


def _texts(sides: Iterable[_Side], others: Iterable[_Other]) -> Iterator[Text]:
    for side in sides:
        for header in side.headers:
            yield Kind.HEADER, header.name, header.value
    for other in others:
        yield other.kind, other.name, other.scalar.value


def _revise_headers(document: Document, side: _Side, search_at: SearchAt) -> InteractionRevision:
    intents: list[Intent] = []
    found: list[Found] = []
    for header in side.headers:
        if not isinstance(header.source, Scalar):
            continue
        revision = revise_leaf(Kind.HEADER, header.name, header.value, search_at(header.source))
        if revision.found:
            step = f"{side.name}.headers.{header.name}"
            found += revision.below(step, _header_offset(document, header.source)).found
        if revision.edits:
            intents.append(_header_intent(header.source, splice(header.value, revision.edits)))
    return _of_side(side, intents, found)


def _revise_other(document: Document, other: _Other, search: Search) -> InteractionRevision:
    scalar = other.scalar
    revision = revise_leaf(other.kind, other.name, scalar.value, search)
    if not revision.found:
        return _UNCHANGED
    offset_of = partial(source_offset, document, scalar)
    found = revision.below(write_path(other.path), offset_of).found
    intents = (ReplaceText(scalar, revision.edits),) if revision.edits else ()
    return InteractionRevision(intents, found, bool(intents) and other.path[0] == "request")


def _revise_body(
    document: Document, side: _Side, exchange: Exchange, search_at: SearchAt
) -> InteractionRevision:
    if side.body is None:
        return _UNCHANGED
    revised = revise_body(
        document, side.body, side.headers, side.payload, _deltas_of(exchange, side), search_at
    )
    intents = [*revised.intents]
    if revised.length is not None:
        intents += length_intents(side.body, side.headers, side.content_length, revised.length)
    step = f"{side.name}.body"
    found = [find._replace(steps=(step, *find.steps)) for find in revised.found]
    return _of_side(side, intents, found)


def _of_side(side: _Side, intents: list[Intent], found: list[Found]) -> InteractionRevision:
    changed = side.name == "request" and bool(intents)
    return InteractionRevision(tuple(intents), tuple(found), changed)


def _deltas_of(exchange: Exchange, side: _Side) -> Deltas:
    # Only to a stream does it matter, and finding the dialect costs.
    if side.payload.framing is None:
        return no_deltas
    dialect = dialect_of(exchange)
    return dialect.deltas if dialect else no_deltas


def _header_intent(scalar: Scalar, value: str) -> Intent:
    if is_binary(scalar):
        return SetBytes(scalar, value.encode("utf-8", "surrogateescape"))
    return SetValue(scalar, value)


def _header_offset(document: Document, scalar: Scalar) -> Callable[[int], int]:
    # A character of base64 text has no place of its own in the file.
    if is_binary(scalar):
        return lambda _: scalar.start
    return partial(source_offset, document, scalar)
