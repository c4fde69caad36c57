"""gRPC calls, recorded as their protobuf messages beside a JSON view of them. Named, not read."""

from cassette_cli.document import Document, Node
from cassette_cli.formats.fields import entry, first_item, has_keys, items
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import not_http
from cassette_cli.model import Cassette

NAME = "grpc-calls"

_MARKS = ("request_sample", "request_stream", "collections_method")


def matches(root: Node | None) -> bool:
    first = first_item(entry(root, "interactions"))
    return any(has_keys(first, mark) for mark in _MARKS) and not has_keys(first, "request")


def read(document: Document) -> Cassette:
    root = document.resolved
    count = len(items(entry(root, "interactions")))
    return not_http(document, NAME, count, "gRPC call", entry(root, "version"))


FORMAT = Format(name=NAME, matches=matches, read=read)
