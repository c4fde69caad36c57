"""DVR, for Swift, in JSON: https://github.com/venmo/DVR. A body is what its Content-Type says."""

from cassette_cli.document import Document, Node, Scalar, is_null
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    is_text,
    items,
    read_base64_or_text,
    read_body,
    read_data,
    read_headers,
    read_number,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Body, Cassette, header_value

NAME = "dvr"


def matches(root: Node | None) -> bool:
    first = first_item(entry(root, "interactions"))
    return (
        has_keys(root, "name")
        and has_keys(entry(first, "request"), "url")
        and read_number(entry(first, "recorded_at")) is not None
    )


def read(document: Document) -> Cassette:
    nodes = items(entry(document.resolved, "interactions"))
    interactions = (read_interaction(index, node, _LAYOUT) for index, node in enumerate(nodes))
    return cassette_of(document, NAME, interactions)


def _body(message: Node | None) -> Body | None:
    """Text and JSON are kept as they are, anything else in base64."""
    body = entry(message, "body")
    if body is None or is_null(body):
        return None
    media_type = header_value(read_headers(entry(message, "headers")), "content-type") or ""
    if media_type.lower().startswith("application/json"):
        return read_data(body)
    if isinstance(body, Scalar) and is_text(body) and not media_type.lower().startswith("text/"):
        return read_base64_or_text(body)
    return read_body(body)


_LAYOUT = Layout(url="url", status_code=(("status",),), body=_body, others=(("response", "url"),))

FORMAT = Format(name=NAME, matches=matches, read=read, may_lack=frozenset(("request.method",)))
