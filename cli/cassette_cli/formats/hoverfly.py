"""Hoverfly's simulations, in JSON: https://docs.hoverfly.io/en/latest/pages/reference/simulationschema.html.

Each part of a request is a list of matchers; only what an `exact` one compares with was recorded.
"""

from dataclasses import replace
from urllib.parse import urlencode

from cassette_cli.document import Document, Mapping, Node, Scalar, Sequence, text_of
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_base64,
    read_body,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.model import Body, Cassette, Interaction

NAME = "hoverfly"


def matches(root: Node | None) -> bool:
    """`data` and `meta` are words of many files; the version of the schema is Hoverfly's."""
    pairs = entry(root, "data", "pairs")
    first = first_item(pairs)
    is_list = has_keys(first, "request", "response") or (isinstance(pairs, Sequence) and not first)
    return is_list and has_keys(entry(root, "meta"), "schemaVersion")


def read(document: Document) -> Cassette:
    root = document.resolved
    pairs = entry(root, "data", "pairs")
    interactions = (_interaction(index, node) for index, node in enumerate(items(pairs)))
    version = entry(root, "meta", "schemaVersion")
    return cassette_of(document, NAME, interactions, version, lists=(pairs,))


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "request"), entry(node, "response")
    fields = {
        "interaction": node,
        "request": request,
        "request.method": _exact(entry(request, "method")),
        "request.scope": _exact(entry(request, "destination")),
        "request.path": _exact(entry(request, "path")),
        "response": response,
        "response.status_code": entry(response, "status"),
        "response.headers": entry(response, "headers"),
    }
    bodies = Bodies(read_body(_exact(entry(request, "body"))), _response_body(response))
    interaction = interaction_of(index, fields, bodies)
    return replace(interaction, request=replace(interaction.request, url=_url(request)))


def _url(request: Node | None) -> str:
    """What is known of it: scheme, host, path and query are compared each for itself."""
    scheme, host, path = (
        text_of(_exact(entry(request, part))) or "" for part in ("scheme", "destination", "path")
    )
    query = _query(entry(request, "query"))
    origin = f"{scheme or 'http'}://{host}" if host else ""
    return f"{origin}{path}{f'?{query}' if query else ''}"


def _query(node: Node | None) -> str:
    """A mapping of matchers; before version 5 it was one matcher of the whole."""
    if not isinstance(node, Mapping) or has_keys(node, "exactMatch"):
        return text_of(_exact(node)) or ""
    pairs = ((name, text_of(_exact(node.get(name)))) for name in node.keys())  # noqa: SIM118 -- a named tuple
    return urlencode([(name, value) for name, value in pairs if value is not None], safe=";")


def _exact(node: Node | None) -> Node | None:
    """What a part was compared with: bare, under `exactMatch`, or in a list of matchers."""
    match node:
        case Scalar():
            return node
        case Mapping():
            return entry(node, "exactMatch")
    matchers = (item for item in items(node) if text_of(entry(item, "matcher")) in ("exact", None))
    return next((entry(matcher, "value") for matcher in matchers), None)


def _response_body(response: Node | None) -> Body | None:
    body = entry(response, "body")
    if isinstance(body, Scalar) and text_of(entry(response, "encodedBody")) == "true":
        return read_base64(body)
    return read_body(body)


FORMAT = Format(
    name=NAME,
    matches=matches,
    read=read,
    may_lack=frozenset(("request.method", "request.url", "response.status_code")),
)
