"""php-vcr, in YAML and JSON: https://php-vcr.github.io/php-vcr/guides/cassettes."""

from cassette_cli.document import Document, Node, Scalar
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_base64,
    read_headers,
    read_message_body,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Body, Cassette, header_value

NAME = "php-vcr"


def matches(root: Node | None) -> bool:
    first = first_item(root)
    response = entry(first, "response")
    return (
        has_keys(entry(first, "request"), "url")
        and has_keys(response, "status")
        and not has_keys(response, "status_code")
    )


def read(document: Document) -> Cassette:
    interactions = (
        read_interaction(index, node, _LAYOUT)
        for index, node in enumerate(items(document.resolved))
    )
    return cassette_of(document, NAME, interactions)


def _body(message: Node | None) -> Body | None:
    """A body is base64 by its headers, there is no mark at the body itself."""
    headers, body = read_headers(entry(message, "headers")), entry(message, "body")
    is_packed = (
        "application/x-gzip" in (header_value(headers, "content-type") or "")
        or header_value(headers, "content-transfer-encoding") == "binary"
    )
    if is_packed and isinstance(body, Scalar) and has_keys(message, "status"):
        return read_base64(body)
    return read_message_body(message)


_LAYOUT = Layout(
    url="url",
    status_code=(("status", "code"), ("status",)),
    body=_body,
    others=(("index",), ("request", "post_fields")),
)

FORMAT = Format(name=NAME, matches=matches, read=read)
