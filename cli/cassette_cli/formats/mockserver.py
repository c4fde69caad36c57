"""MockServer's expectations, in JSON: https://www.mock-server.com/mock_server/creating_expectations.html.

Each value of a request may be a matcher. A body says its type, or is a string or data.
"""

from dataclasses import replace
from urllib.parse import urlencode

from cassette_cli.document import Document, Mapping, Node, Scalar, Sequence, is_null
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_base64,
    read_body,
    read_data,
    read_named_headers,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.model import Body, Cassette, Header, Interaction

NAME = "mockserver"

_ANSWERS = (
    "httpResponse",
    "httpResponseTemplate",
    "httpForward",
    "httpForwardTemplate",
    "httpOverrideForwardedRequest",
    "httpError",
)
_TEXTS = ("json", "string", "xml")


def matches(root: Node | None) -> bool:
    """A list of expectations, or one; logs of Google Cloud have `httpRequest`, too."""
    first = first_item(root) if isinstance(root, Sequence) else root
    request = entry(first, "httpRequest")
    names_request = has_keys(request, "path") or has_keys(request, "method")
    return names_request and any(has_keys(first, answer) for answer in _ANSWERS)


def read(document: Document) -> Cassette:
    root = document.resolved
    nodes = () if root is None else items(root) if isinstance(root, Sequence) else (root,)
    interactions = (_interaction(index, node) for index, node in enumerate(nodes))
    return cassette_of(document, NAME, interactions)


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "httpRequest"), entry(node, "httpResponse")
    fields = {
        "interaction": node,
        "request": request,
        "request.method": entry(request, "method"),
        "request.url": entry(request, "path"),
        "request.headers": entry(request, "headers"),
        "response": response,
        "response.status_code": entry(response, "statusCode"),
        "response.reason": entry(response, "reasonPhrase"),
        "response.headers": entry(response, "headers"),
    }
    bodies = Bodies(_body(entry(request, "body")), _body(entry(response, "body")))
    interaction = interaction_of(index, fields, bodies, read_named_headers)
    query = _query(read_named_headers(entry(request, "queryStringParameters")))
    if not query:
        return interaction
    url = f"{interaction.request.url}?{query}"
    # The URL is then made of several nodes, and none may be edited as if it were the whole.
    sources = {name: node for name, node in interaction.sources.items() if name != "request.url"}
    return replace(interaction, request=replace(interaction.request, url=url), sources=sources)


def _query(parameters: tuple[Header, ...]) -> str:
    return urlencode([(each.name, each.value) for each in parameters])


def _body(node: Node | None) -> Body | None:
    if not isinstance(node, Mapping):
        return read_body(node)
    for key in _TEXTS:
        found = entry(node, key)
        if found is not None:
            return read_body(found)
    packed = entry(node, "base64Bytes")
    if isinstance(packed, Scalar) and not is_null(packed):
        return read_base64(packed)
    # What has a type is a matcher, such as a regular expression; what has none is data.
    return None if has_keys(node, "type") or has_keys(node, "not") else read_data(node)


FORMAT = Format(
    name=NAME,
    matches=matches,
    read=read,
    may_lack=frozenset(
        ("request.method", "request.url", "response", "response.status_code"),
    ),
)
