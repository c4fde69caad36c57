"""WebSocket sessions: messages and closes in the place of interactions. Named, not read."""

from cassette_cli.document import Document, Node, text_of
from cassette_cli.formats.fields import entry, first_item, has_keys, items
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import not_http
from cassette_cli.model import Cassette

NAME = "websocket-messages"


def matches(root: Node | None) -> bool:
    first = first_item(entry(root, "interactions"))
    return text_of(entry(first, "kind")) in ("message", "close") and not has_keys(first, "request")


def read(document: Document) -> Cassette:
    root = document.resolved
    kinds = [text_of(entry(node, "kind")) for node in items(entry(root, "interactions"))]
    return not_http(
        document, NAME, kinds.count("message"), "WebSocket message", entry(root, "version")
    )


FORMAT = Format(name=NAME, matches=matches, read=read)
