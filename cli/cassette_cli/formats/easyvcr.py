"""EasyVCR, for C# and for Java, in JSON: https://github.com/EasyPost/easyvcr-csharp.

The one for C# writes names in capitals and headers in two mappings. The one for Java writes the
status line among the headers, under the name `null`.
"""

from dataclasses import replace

from cassette_cli.document import Document, Mapping, Node, Sequence
from cassette_cli.formats.fields import (
    entry,
    first_item,
    first_scalar,
    has_keys,
    items,
    read_body,
    read_headers,
    read_number,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.model import Cassette, Header, Interaction

NAME = "easyvcr"

_STATUS_LINE = "null"


def matches(root: Node | None) -> bool:
    first = first_item(root)
    return has_keys(first, "RecordedAt", "Request", "Response") or has_keys(
        first, "recordedAt", "duration", "request", "response"
    )


def read(document: Document) -> Cassette:
    nodes = items(document.resolved)
    interactions = (
        _of_csharp(index, node) if has_keys(node, "Request") else _of_java(index, node)
        for index, node in enumerate(nodes)
    )
    return cassette_of(document, NAME, interactions)


def _of_csharp(index: int, node: Node) -> Interaction:
    request, response = entry(node, "Request"), entry(node, "Response")
    fields = {
        "interaction": node,
        "recorded_at": entry(node, "RecordedAt"),
        "request": request,
        "request.method": entry(request, "Method"),
        "request.url": entry(request, "Uri"),
        "request.headers": _joined(request, "RequestHeaders", "ContentHeaders"),
        "response": response,
        "response.status_code": entry(response, "Status", "Code"),
        "response.reason": entry(response, "Status", "Message"),
        "response.headers": _joined(response, "ResponseHeaders", "ContentHeaders"),
    }
    bodies = Bodies(read_body(entry(request, "Body")), read_body(entry(response, "Body")))
    interaction = interaction_of(index, fields, bodies)
    return replace(interaction, duration_ms=read_number(entry(node, "Duration")))


def _of_java(index: int, node: Node) -> Interaction:
    request, response = entry(node, "request"), entry(node, "response")
    fields = {
        "interaction": node,
        "recorded_at": entry(node, "recordedAt"),
        "request": request,
        "request.method": entry(request, "method"),
        "request.url": entry(request, "uri"),
        "request.headers": entry(request, "headers"),
        "response": response,
        "response.status_code": entry(response, "status", "code"),
        "response.reason": entry(response, "status", "message"),
        "response.status_line": first_scalar(entry(response, "headers", _STATUS_LINE)),
        "response.headers": entry(response, "headers"),
    }
    bodies = Bodies(read_body(entry(request, "body")), read_body(entry(response, "body")))
    interaction = interaction_of(index, fields, bodies, _without_status_line)
    return replace(interaction, duration_ms=read_number(entry(node, "duration")))


def _without_status_line(node: Node | None) -> tuple[Header, ...]:
    return tuple(header for header in read_headers(node) if header.name != _STATUS_LINE)


def _joined(message: Node | None, *names: str) -> Node | None:
    """A list of the mappings that headers stand in, which is nowhere in the file as such."""
    found = [node for node in (entry(message, name) for name in names) if isinstance(node, Mapping)]
    if not found:
        return None
    return Sequence(tuple(found), flow=True, start=found[0].start, end=found[-1].end)


FORMAT = Format(name=NAME, matches=matches, read=read)
