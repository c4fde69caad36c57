"""Whether a file that no format claims was recorded all the same, by the look of it.

Such a file may hold secrets that nobody looks for, so that commands name it instead of passing it
over. A document is judged by its nodes: an exchange has a request that says how or where to, and
a response beside it. A text that does not parse is judged by the keys that stand in it.
"""

import re

from cassette_cli.document import Alias, Document, Mapping, Node, Scalar, Sequence

_HTTPRR = "httprr trace v"
_MAX_ITEMS = 20
_MAX_DEPTH = 4

_SEPARATORS = re.compile(r"[\s_-]+")
# A description of an API has requests and responses, and none of them was ever made.
_DESCRIPTIONS = frozenset(("openapi", "swagger", "asyncapi"))
_INTERACTIONS = frozenset(("interaction", "interactions", "httpinteraction", "httpinteractions"))
_URL_PARTS = frozenset(("urlpath", "urlpathpattern", "urlpathtemplate", "urlpattern"))
_ADDRESSES = _URL_PARTS | {"host", "path", "requesturi", "scope", "uri", "url"}
_MODEL_CALL = frozenset(("contents", "input", "messages", "model", "prompt"))
_HTTP = frozenset(("method", "verb", "httpmethod", "header", "headers", "body", "query", "params"))
_REQUEST_PARTS = _ADDRESSES | _MODEL_CALL | _HTTP
_REQUESTS = frozenset(("request", "requests"))
_RESPONSES = frozenset(("response", "responses"))
_FLAT_REQUESTS = frozenset(("requesturi", "requesturl", "requestmethod", "requestheaders"))
_FLAT_RESPONSES = frozenset(
    ("response", "responsebody", "responseheaders", "responsestatus", "rawheaders", "statuscode")
)
_REQUEST_LINE = re.compile(r"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S")

_KEY = r"""(?:^[\s\-?{]*|[{,]\s*)["']?%s["']?\s*:"""
_INTERACTIONS_KEY = re.compile(
    _KEY % r"(?:http[_-]?)?interactions?" + r"\s*(?:\[|[&!#|>{]|$)", re.IGNORECASE | re.MULTILINE
)
_DESCRIPTION_KEY = re.compile(_KEY % r"(?:openapi|swagger|asyncapi)", re.MULTILINE)
_REQUEST_KEY = re.compile(
    _KEY % r"(?:requests?|request[_-]?(?:uri|url|method|headers))", re.IGNORECASE | re.MULTILINE
)
_RESPONSE_KEY = re.compile(
    _KEY % r"(?:responses?|response[_-]?(?:body|headers)|status[_-]?code)",
    re.IGNORECASE | re.MULTILINE,
)
_REQUEST_BLOCK = re.compile(
    r"""^\s*(?:- )?["']?request["']?:\s*(?:\{|$)|"request"\s*:\s*\{""", re.MULTILINE
)


def resembles_recording(document: Document) -> bool:
    """Whether any of the documents in a file holds an exchange, however it is spelled."""
    if document.text.startswith(_HTTPRR):
        return True
    return any(_holds_exchange(root, _MAX_DEPTH) for root in document.roots)


def text_resembles_recording(text: str) -> bool:
    """Whether a text that does not parse was a cassette by the look of it."""
    if text.startswith(_HTTPRR) or _INTERACTIONS_KEY.search(text):
        return True
    if _DESCRIPTION_KEY.search(text) or not _REQUEST_KEY.search(text):
        return False
    return bool(_REQUEST_BLOCK.search(text) or _RESPONSE_KEY.search(text))


def _holds_exchange(node: Node, depth: int) -> bool:
    match node:
        case Sequence():
            inner = node.items[:_MAX_ITEMS]
        case Mapping():
            members = _members(node)
            if not _DESCRIPTIONS.isdisjoint(members):
                return False
            if _is_exchange(members) or _has_interactions(members):
                return True
            inner = tuple(members.values())[:_MAX_ITEMS]
        case _:
            return False
    return depth > 0 and any(_holds_exchange(one, depth - 1) for one in inner)


def _members(mapping: Mapping) -> dict[str, Node]:
    """The members by their names in lower case, without what stands between their words."""
    return {
        _SEPARATORS.sub("", key.value).lower(): value
        for key, value in mapping.entries
        if isinstance(key, Scalar)
    }


def _is_exchange(members: dict[str, Node]) -> bool:
    asked = any(_is_request(members[name]) for name in _REQUESTS & members.keys())
    answered = any(_is_filled(members[name]) for name in _RESPONSES & members.keys())
    if asked and answered:
        return True
    flat = not _FLAT_REQUESTS.isdisjoint(members) or (
        "method" in members and not _ADDRESSES.isdisjoint(members)
    )
    return flat and not _FLAT_RESPONSES.isdisjoint(members)


def _has_interactions(members: dict[str, Node]) -> bool:
    return any(
        isinstance(value, Sequence) and any(_is_half(item) for item in value.items[:_MAX_ITEMS])
        for value in (members[name] for name in _INTERACTIONS & members.keys())
    )


def _is_half(item: Node) -> bool:
    return isinstance(item, Mapping) and not (_REQUESTS | _RESPONSES).isdisjoint(_members(item))


def _is_request(node: Node) -> bool:
    match node:
        case Mapping():
            return not _REQUEST_PARTS.isdisjoint(_members(node))
        case Sequence(items=(first, *_)):
            return _is_request(first)
        case Scalar():
            return _REQUEST_LINE.match(node.value) is not None
    return False


def _is_filled(node: Node) -> bool:
    match node:
        case Mapping():
            return bool(node.entries)
        case Sequence():
            return bool(node.items)
    return isinstance(node, Alias)
