"""Google's httpreplay, for Go, in JSON: https://pkg.go.dev/cloud.google.com/go/httpreplay.

Bodies are base64 of what went over the wire. The parts of a multipart request are kept without
their boundary, and not read.
"""

from cassette_cli.document import Document, Node, Scalar, text_of
from cassette_cli.formats.fields import entry, first_item, has_keys, items, read_base64
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.model import Body, Cassette, Interaction

NAME = "httpreplay"


def matches(root: Node | None) -> bool:
    return has_keys(root, "Initial", "Version", "Entries")


def read(document: Document) -> Cassette:
    root = document.resolved
    nodes = items(entry(root, "Entries"))
    interactions = (_interaction(index, node) for index, node in enumerate(nodes))
    return cassette_of(document, NAME, interactions, entry(root, "Version"))


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "Request"), entry(node, "Response")
    fields = {
        "interaction": node,
        "request": request,
        "request.method": entry(request, "Method"),
        "request.url": entry(request, "URL"),
        "request.headers": entry(request, "Header"),
        "response": response,
        "response.status_code": entry(response, "StatusCode"),
        "response.headers": entry(response, "Header"),
    }
    bodies = Bodies(_request_body(request), _packed(entry(response, "Body")))
    return interaction_of(index, fields, bodies)


def _request_body(request: Node | None) -> Body | None:
    parts = items(entry(request, "BodyParts"))
    is_multipart = (text_of(entry(request, "MediaType")) or "").startswith("multipart/")
    if len(parts) > 1 or is_multipart:
        return None
    return _packed(first_item(entry(request, "BodyParts")) or entry(request, "Body"))


def _packed(node: Node | None) -> Body | None:
    return read_base64(node) if isinstance(node, Scalar) and text_of(node) else None


FORMAT = Format(name=NAME, matches=matches, read=read)
