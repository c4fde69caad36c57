"""vcrpy, version 1 of its file format, in YAML and JSON: https://vcrpy.readthedocs.io.

Also with bodies stored as data (`parsed_body`, a serializer that projects share), and with the
responses of vcrpy's old httpx stub (`content`, `status_code`).
"""

from cassette_cli.document import Document, Node, Scalar, Sequence, text_of
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    has_only_keys,
    items,
    read_body,
    read_data,
    read_message_body,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Body, Cassette

NAME = "vcrpy"


def matches(root: Node | None) -> bool:
    """An `uri`, and a status that is a mapping: recorders that write a bare number are others."""
    interactions = entry(root, "interactions")
    first = first_item(interactions)
    if first is not None:
        is_number = isinstance(entry(first, "response", "status"), Scalar)
        return has_keys(entry(first, "request"), "uri") and not is_number
    return (
        isinstance(interactions, Sequence)
        and text_of(entry(root, "version")) in (None, "1")
        and has_only_keys(root, "version", "interactions", "metadata")
    )


def read(document: Document) -> Cassette:
    root = document.resolved
    interactions = (
        read_interaction(index, node, _LAYOUT)
        for index, node in enumerate(items(entry(root, "interactions")))
    )
    return cassette_of(document, NAME, interactions, entry(root, "version"))


def _body(message: Node | None) -> Body | None:
    parsed = entry(message, "parsed_body")
    if parsed is not None:
        return read_data(parsed)
    return read_message_body(message) or read_body(entry(message, "content"))


_LAYOUT = Layout(status_code=(("status", "code"), ("status_code",)), body=_body)

FORMAT = Format(name=NAME, matches=matches, read=read)
