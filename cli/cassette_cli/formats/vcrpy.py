"""vcrpy, version 1 of its file format, in YAML and JSON: https://vcrpy.readthedocs.io.

Also with bodies stored as data (`parsed_body`, a serializer that projects share), and with the
responses of vcrpy's old httpx stub (`content`, `status_code`).
"""

from cassette_cli.document.document import Document
from cassette_cli.document.nodes import Mapping, Node, Sequence
from cassette_cli.document.resolve import integer_of, json_of, text_of
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_body,
    read_headers,
    sources,
)
from cassette_cli.formats.format import Format
from cassette_cli.model import Body, Cassette, Interaction, Request, Response, Structured


def matches(root: Node | None) -> bool:
    interactions = entry(root, "interactions")
    first = first_item(interactions)
    if first is None:
        return isinstance(interactions, Sequence) and text_of(entry(root, "version")) in (None, "1")
    return has_keys(entry(first, "request"), "uri")


def read(document: Document) -> Cassette:
    root = document.resolved
    return Cassette(
        path=document.name,
        format="vcrpy",
        format_version=text_of(entry(root, "version")),
        interactions=tuple(
            _interaction(index, node)
            for index, node in enumerate(items(entry(root, "interactions")))
        ),
        document=document,
    )


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "request"), entry(node, "response")
    code = entry(response, "status", "code") or entry(response, "status_code")
    reason = entry(response, "status", "message")
    return Interaction(
        index,
        Request(
            method=text_of(entry(request, "method")) or "GET",
            url=text_of(entry(request, "uri")) or "",
            headers=read_headers(entry(request, "headers")),
            body=_body(request),
        ),
        Response(
            status_code=integer_of(code),
            reason=text_of(reason) or None,
            headers=read_headers(entry(response, "headers")),
            body=_body(response),
        ),
        sources=sources(
            interaction=node,
            request=request,
            request__method=entry(request, "method"),
            request__url=entry(request, "uri"),
            request__headers=entry(request, "headers"),
            response=response,
            response__status_code=code,
            response__reason=reason,
            response__headers=entry(response, "headers"),
        ),
    )


def _body(message: Node | None) -> Body | None:
    parsed = entry(message, "parsed_body")
    if parsed is not None:
        return Body(Structured(json_of(parsed)), ("parsed",), parsed)
    match entry(message, "body"):
        case Mapping() as body if body.get("string") is not None:
            return read_body(body.get("string"))
        case Mapping() as body:
            return Body(Structured(json_of(body)), ("parsed",), body) if body.entries else None
        case body:
            return read_body(body or entry(message, "content"))


FORMAT = Format(name="vcrpy", matches=matches, read=read)
