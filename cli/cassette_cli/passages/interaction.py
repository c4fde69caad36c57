"""All texts of an interaction: its URL, its headers, its bodies, and whatever else is recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.document.document import Document
from cassette_cli.document.nodes import Node, Scalar
from cassette_cli.document.offsets import source_offset
from cassette_cli.document.patch import Intent, ReplaceText, SetBytes, SetValue
from cassette_cli.document.resolve import is_binary
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.inference import dialect_of
from cassette_cli.model import Body, Header
from cassette_cli.passages.body import UNCHANGED, BodyRevision, revise_body
from cassette_cli.passages.json_text import strings_of
from cassette_cli.passages.lengths import length_intents
from cassette_cli.passages.passage import (
    Found,
    Kind,
    Path,
    Search,
    SearchAt,
    revise_leaf,
    write_path,
)
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


@dataclass(frozen=True, slots=True)
class _Side:
    """One half of an interaction."""

    name: str
    headers: tuple[Header, ...]
    body: Body | None
    payload: Payload
    content_length: Node | None


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
    search_at = search_at or (lambda _: search)
    intents: list[Intent] = []
    found: list[Found] = []
    seen: set[int] = set()
    request_changed = False
    for side in _sides(exchange):
        revised = _revise_side(document, side, exchange, search_at, seen)
        intents += revised.intents
        found += revised.found
        request_changed = request_changed or (side.name == "request" and bool(revised.intents))
    for scalar, path, kind, name in _other_scalars(exchange, search, seen):
        revision = revise_leaf(kind, name, scalar.value, search_at(scalar))
        if revision.found:
            offset_of = partial(source_offset, document, scalar)
            found += revision.below(write_path(path), offset_of).found
        if revision.edits:
            intents.append(ReplaceText(scalar, revision.edits))
            request_changed = request_changed or path[0] == "request"
    return InteractionRevision(tuple(intents), tuple(found), request_changed)


def _sides(exchange: Exchange) -> tuple[_Side, _Side]:
    interaction = exchange.interaction
    sources = interaction.sources
    return (
        _Side(
            "request",
            interaction.request.headers,
            interaction.request.body,
            exchange.request,
            sources.get("request.content_length"),
        ),
        _Side(
            "response",
            interaction.response.headers,
            interaction.response.body,
            exchange.response,
            sources.get("response.content_length"),
        ),
    )


def _revise_side(
    document: Document, side: _Side, exchange: Exchange, search_at: SearchAt, seen: set[int]
) -> BodyRevision:
    intents: list[Intent] = []
    found: list[Found] = []
    for header in side.headers:
        if isinstance(header.source, Scalar):
            seen.add(header.source.start)
            revision = revise_leaf(Kind.HEADER, header.name, header.value, search_at(header.source))
            if not revision.found:
                continue
            step = f"{side.name}.headers.{header.name}"
            found += revision.below(step, _header_offset(document, header.source)).found
            if revision.edits:
                intents.append(_header_intent(header.source, splice(header.value, revision.edits)))
    node = exchange.interaction.sources.get(f"{side.name}.headers")
    if node is not None and all(header.source is not None for header in side.headers):
        seen.add(node.start)
    revised = UNCHANGED
    if side.body is not None:
        if side.body.source is not None:
            seen.add(side.body.source.start)
        revised = revise_body(
            document, side.body, side.headers, side.payload, _deltas_of(exchange, side), search_at
        )
    intents += revised.intents
    found += (find._replace(steps=(f"{side.name}.body", *find.steps)) for find in revised.found)
    if side.body is not None and revised.length is not None:
        intents += length_intents(side.body, side.headers, side.content_length, revised.length)
    return BodyRevision(tuple(intents), tuple(found))


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


def _other_scalars(
    exchange: Exchange, search: Search, seen: set[int]
) -> Iterator[tuple[Scalar, Path, Kind, str]]:
    """The strings that are neither a header nor a body, with their places."""
    sources = exchange.interaction.sources
    node = sources.get("interaction")
    if node is None:
        return
    urls = {id(node): name for name, node in sources.items() if name in _URLS}
    for scalar, path, name, is_key in strings_of(node, "", leave_out=seen):
        if is_key or not search.elsewhere(path):
            continue
        if id(scalar) in urls:
            yield scalar, tuple(urls[id(scalar)].split(".")), Kind.URL, ""
        elif name in _QUERIES:
            yield scalar, path, Kind.FORM, ""
        elif _PARAMETER_MAPS.intersection(map(str, path[:-1])):
            yield scalar, path, Kind.PARAMETER, name
        else:
            yield scalar, path, Kind.FIELD, name
