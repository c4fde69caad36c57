"""The test proxy of Azure's SDKs, also of OpenAI's for .NET, in JSON.

https://github.com/Azure/azure-sdk-tools/tree/main/tools/test-proxy. A body is data where it was
JSON, text or a list of lines where its Content-Type is one of text, else base64. Content codings
are off, whatever the header says.
"""

from cassette_cli.document import Document, Node, Scalar, Sequence, is_null
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
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.formats.lines import read_lines
from cassette_cli.model import Body, Cassette, Interaction, header_values

NAME = "test-proxy"

_TEXT_BEGINNINGS = ("text/", "application/json", "application/x-www-form-urlencoded")
_TEXT_ENDINGS = ("json", "xml", "-urlencoded")


def matches(root: Node | None) -> bool:
    entries = entry(root, "Entries")
    first = first_item(entries)
    is_empty = isinstance(entries, Sequence) and not entries.items and has_keys(root, "Variables")
    return not has_keys(root, "Initial") and (has_keys(first, "RequestMethod") or is_empty)


def read(document: Document) -> Cassette:
    entries = items(entry(document.resolved, "Entries"))
    interactions = (_interaction(index, node) for index, node in enumerate(entries))
    return cassette_of(document, NAME, interactions)


def _interaction(index: int, node: Node) -> Interaction:
    fields = {
        "interaction": node,
        "request": node,
        "request.method": entry(node, "RequestMethod"),
        "request.url": entry(node, "RequestUri"),
        "request.headers": entry(node, "RequestHeaders"),
        "response": node,
        "response.status_code": entry(node, "StatusCode"),
        "response.headers": entry(node, "ResponseHeaders"),
    }
    bodies = Bodies(
        _body(entry(node, "RequestBody"), fields["request.headers"]),
        _body(entry(node, "ResponseBody"), fields["response.headers"]),
    )
    return interaction_of(index, fields, bodies)


def _body(node: Node | None, headers: Node | None) -> Body | None:
    types = [value.lower() for value in header_values(read_headers(headers), "content-type")]
    is_plain = len(types) == 1 and _is_text_type(types[0])
    match node:
        case None | Sequence(items=()):
            return None
        case Sequence() if is_plain or "".join(types).startswith("multipart/"):
            return read_lines(node)
        case Scalar() if is_null(node):
            return None
        case Scalar() if is_text(node) and not is_plain:
            return read_base64_or_text(node)
        case Scalar() if is_text(node):
            return read_body(node)
    return read_data(node)


def _is_text_type(media_type: str) -> bool:
    return (
        media_type.startswith(_TEXT_BEGINNINGS)
        or media_type.endswith(_TEXT_ENDINGS)
        or "; charset=utf-8" in media_type
    )


FORMAT = Format(name=NAME, matches=matches, read=read)
