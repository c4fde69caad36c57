"""cassetter, in YAML: https://github.com/Kludex/cassetter. Bodies say their type.

Like vcrpy's but for a status that is a number. Its gRPC calls and WebSocket frames stand in lists
of their own and are not read.
"""

from cassette_cli.document import Document, Node, Scalar, text_of
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_body,
    read_data,
    read_hex,
    read_message_body,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Body, Cassette

NAME = "cassetter"


def matches(root: Node | None) -> bool:
    first = first_item(entry(root, "interactions"))
    request, status = entry(first, "request"), entry(first, "response", "status")
    is_typed = has_keys(request, "uri") and not has_keys(request, "body_type")
    return is_typed and isinstance(status, Scalar)


def read(document: Document) -> Cassette:
    root = document.resolved
    interactions = (
        read_interaction(index, node, _LAYOUT)
        for index, node in enumerate(items(entry(root, "interactions")))
    )
    return cassette_of(document, NAME, interactions, entry(root, "version"))


def _body(message: Node | None) -> Body | None:
    body = entry(message, "body")
    content = entry(body, "content")
    match text_of(entry(body, "type")), content:
        case "json", node if node is not None:
            return read_data(node)
        case "binary", Scalar() as digits:
            return read_hex(digits)
        case "text", Scalar() as text:
            return read_body(text)
        case "none", None:
            return None
    return read_message_body(message)


_LAYOUT = Layout(status_code=(("status",),), body=_body)

FORMAT = Format(name=NAME, matches=matches, read=read)
