"""WireMock's stub mappings, in JSON and YAML: https://wiremock.org/docs/stubbing.

A request is a pattern: its URL has no host, its method may be ANY, and only `equalTo` and
`equalToJson` say what the body was.
"""

from dataclasses import replace

from cassette_cli.document import Document, Mapping, Node, Scalar, Sequence, text_of
from cassette_cli.formats.fields import (
    entry,
    has_keys,
    has_only_keys,
    items,
    read_base64,
    read_body,
    read_data,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.model import Body, Cassette, Interaction

NAME = "wiremock"

_URLS = ("url", "urlPath", "urlPattern", "urlPathPattern", "urlPathTemplate")
# What no other recorder writes beside, or into, a request and a response.
_MARKS = ("uuid", "insertionIndex", "persistent", "scenarioName", "priority", "newScenarioState")
_REQUEST_MARKS = ("bodyPatterns", "queryParameters", "formParameters", *_URLS[1:])
_RESPONSE_MARKS = (
    "bodyFileName",
    "jsonBody",
    "base64Body",
    "fixedDelayMilliseconds",
    "transformers",
)


def matches(root: Node | None) -> bool:
    """One mapping, or a list of them; a search index has `mappings`, too, but no list."""
    mappings = entry(root, "mappings")
    if isinstance(mappings, Sequence):
        is_alone = has_only_keys(root, "mappings", "importOptions", "meta")
        return is_alone and bool(mappings.items) and all(map(_is_stub, mappings.items))
    return _is_stub(root) and (_has_marks(root) or _has_path_alone(root))


def read(document: Document) -> Cassette:
    lists = [entry(root, "mappings") for root in document.resolved_roots]
    stubs = [
        stub
        for root, mappings in zip(document.resolved_roots, lists, strict=True)
        for stub in (items(mappings) if mappings else (root,))
    ]
    interactions = (_interaction(index, stub) for index, stub in enumerate(stubs))
    return cassette_of(document, NAME, interactions, lists=tuple(lists) if len(lists) == 1 else ())


def _is_stub(node: Node | None) -> bool:
    request, response = entry(node, "request"), entry(node, "response")
    return isinstance(request, Mapping) and isinstance(response, Mapping)


def _has_path_alone(node: Node | None) -> bool:
    """Whether the URL has no host: the patterns of WireMock never have one."""
    url = text_of(entry(node, "request", "url")) or ""
    is_bare = has_only_keys(node, "id", "name", "request", "response")
    is_foreign = has_keys(entry(node, "response"), "status_code")
    return is_bare and not is_foreign and url.startswith("/") and not url.startswith("//")


def _has_marks(node: Node | None) -> bool:
    return (
        _has_any(node, _MARKS)
        or _has_any(entry(node, "request"), _REQUEST_MARKS)
        or _has_any(entry(node, "response"), _RESPONSE_MARKS)
    )


def _has_any(node: Node | None, keys: tuple[str, ...]) -> bool:
    return any(has_keys(node, key) for key in keys)


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "request"), entry(node, "response")
    url = next((entry(request, key) for key in _URLS if has_keys(request, key)), None)
    fields = {
        "interaction": node,
        "request": request,
        "request.method": entry(request, "method"),
        "request.url": url,
        "response": response,
        "response.status_code": entry(response, "status"),
        "response.reason": entry(response, "statusMessage"),
        "response.headers": entry(response, "headers"),
    }
    bodies = Bodies(_request_body(request), _response_body(response))
    interaction = interaction_of(index, fields, bodies)
    # A request without a method is one of any.
    method = interaction.request.method if "request.method" in interaction.sources else "ANY"
    return replace(interaction, request=replace(interaction.request, method=method))


def _request_body(request: Node | None) -> Body | None:
    """Of several patterns none is the body; what only matches a part of it is none, either."""
    patterns = items(entry(request, "bodyPatterns"))
    if len(patterns) != 1:
        return None
    equal = entry(patterns[0], "equalToJson") or entry(patterns[0], "equalTo")
    return read_body(equal)


def _response_body(response: Node | None) -> Body | None:
    text, data, packed = (entry(response, key) for key in ("body", "jsonBody", "base64Body"))
    if data is not None:
        return read_data(data)
    if isinstance(packed, Scalar) and text_of(packed) is not None:
        return read_base64(packed)
    return read_body(text)


FORMAT = Format(
    name=NAME,
    matches=matches,
    read=read,
    may_lack=frozenset(("request.method", "request.url", "response.status_code")),
    many_documents=True,
)
