"""go-vcr, versions 1 and 2 of its file format: https://github.com/dnaeon/go-vcr.

Version 1 (modules v1, v2) has no ids; version 2 of module v4 leaves empty keys out.
"""

import re

from cassette_cli.document.document import Document
from cassette_cli.document.nodes import Node
from cassette_cli.document.resolve import integer_of, text_of
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
from cassette_cli.model import Cassette, Interaction, Request, Response

_MILLISECONDS = {
    "h": 3_600_000.0,
    "m": 60_000.0,
    "s": 1000.0,
    "ms": 1.0,
    "µs": 0.001,
    "μs": 0.001,
    "us": 0.001,
    "ns": 0.000_001,
}
_DURATION = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(h|ms|m|µs|μs|us|ns|s)")
_GO_VERSIONS = ("1", "2")


def matches(root: Node | None) -> bool:
    first = first_item(entry(root, "interactions"))
    return (
        text_of(entry(root, "version")) in _GO_VERSIONS
        and has_keys(first, "request")
        and has_keys(entry(first, "request"), "url")
        and not has_keys(entry(first, "request"), "uri")
    )


def read(document: Document) -> Cassette:
    root = document.resolved
    return Cassette(
        path=document.name,
        format="go-vcr",
        format_version=text_of(entry(root, "version")),
        interactions=tuple(
            _interaction(index, node)
            for index, node in enumerate(items(entry(root, "interactions")))
        ),
        document=document,
    )


def read_duration(text: str | None) -> float | None:
    """A Go duration (`1m2.5s`, `365.1ms`) in milliseconds; None where it is none."""
    if not text or not re.fullmatch(rf"(?:{_DURATION.pattern})+", text):
        return None
    return sum(float(number) * _MILLISECONDS[unit] for number, unit in _DURATION.findall(text))


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "request"), entry(node, "response")
    code, status = entry(response, "code"), entry(response, "status")
    return Interaction(
        index,
        Request(
            method=text_of(entry(request, "method")) or "GET",
            url=text_of(entry(request, "url")) or "",
            headers=read_headers(entry(request, "headers")),
            body=read_body(entry(request, "body")),
        ),
        Response(
            status_code=integer_of(code),
            reason=(text_of(status) or "").partition(" ")[2] or None,
            headers=read_headers(entry(response, "headers")),
            body=read_body(entry(response, "body")),
        ),
        duration_ms=read_duration(text_of(entry(response, "duration"))),
        sources=sources(
            interaction=node,
            id=entry(node, "id"),
            request=request,
            request__method=entry(request, "method"),
            request__url=entry(request, "url"),
            request__host=entry(request, "host"),
            request__form=entry(request, "form"),
            request__headers=entry(request, "headers"),
            request__content_length=entry(request, "content_length"),
            response=response,
            response__status_code=code,
            response__reason=status,
            response__headers=entry(response, "headers"),
            response__content_length=entry(response, "content_length"),
            response__duration=entry(response, "duration"),
        ),
    )


FORMAT = Format(name="go-vcr", matches=matches, read=read)
