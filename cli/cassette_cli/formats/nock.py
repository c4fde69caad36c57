"""nock, for Node.js, recordings as JSON objects: https://github.com/nock/nock#recording."""

import re

from cassette_cli.document import Document, Mapping, Node, Scalar, Sequence, integer_of, text_of
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_body,
    read_headers,
    read_hex,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import cassette_of, read_method
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response, header_value

NAME = "nock"

_HEX = re.compile(r"(?:[0-9a-f]{2})*")


def matches(root: Node | None) -> bool:
    """A list of definitions, or one that people cut out of it."""
    definition = root if isinstance(root, Mapping) else first_item(root)
    return has_keys(definition, "scope", "method", "path", "status")


def read(document: Document) -> Cassette:
    root = document.resolved
    definitions = (root,) if isinstance(root, Mapping) else items(root)
    interactions = (_interaction(index, node) for index, node in enumerate(definitions))
    return cassette_of(document, NAME, interactions)


def _interaction(index: int, node: Node) -> Interaction:
    raw_headers = entry(node, "rawHeaders") or entry(node, "headers")
    headers = _response_headers(raw_headers)
    scope, path = entry(node, "scope"), entry(node, "path")
    fields = {
        "interaction": node,
        "request": node,
        "request.method": entry(node, "method"),
        "request.scope": scope,
        "request.path": path,
        "request.headers": entry(node, "reqheaders"),
        "response": node,
        "response.status_code": entry(node, "status"),
        "response.headers": raw_headers,
        "response.is_binary": entry(node, "responseIsBinary"),
    }
    return Interaction(
        index,
        Request(
            method=read_method(fields["request.method"]),
            url=f"{text_of(scope) or ''}{text_of(path) or ''}",
            headers=read_headers(fields["request.headers"]),
            body=read_body(entry(node, "body")),
        ),
        Response(
            status_code=integer_of(fields["response.status_code"]),
            headers=headers,
            body=_response_body(node, headers),
        ),
        sources={name: found for name, found in fields.items() if found is not None},
    )


def _response_headers(node: Node | None) -> tuple[Header, ...]:
    """A mapping, or a flat list in which names and values take turns."""
    if not isinstance(node, Sequence):
        return read_headers(node)
    return tuple(
        Header(name.value, value.value, value, name)
        for name, value in zip(node.items[::2], node.items[1::2], strict=False)
        if isinstance(name, Scalar) and isinstance(value, Scalar)
    )


def _response_body(node: Node, headers: tuple[Header, ...]) -> Body | None:
    """Hex where the bytes are no text, a list of hex chunks where they have a content coding."""
    match entry(node, "response"):
        case Scalar() as digits if text_of(entry(node, "responseIsBinary")) == "true":
            return read_hex(digits)
        case Sequence() as chunks if header_value(headers, "content-encoding") and _is_hex(chunks):
            return read_hex(chunks)
        case body:
            return read_body(body)


def _is_hex(chunks: Sequence) -> bool:
    return all(isinstance(chunk, Scalar) and _HEX.fullmatch(chunk.value) for chunk in chunks.items)


FORMAT = Format(name=NAME, matches=matches, read=read)
