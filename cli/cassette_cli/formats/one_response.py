"""One response as the whole file, with no request at all: `{status, headers, body}`."""

from cassette_cli.document import Document, Mapping, Node, integer_of
from cassette_cli.formats.fields import (
    entry,
    has_keys,
    has_only_keys,
    read_headers,
    read_message_body,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import cassette_of
from cassette_cli.model import Cassette, Interaction, Request, Response

NAME = "one-response"

_KEYS = ("status", "headers", "body")


def matches(root: Node | None) -> bool:
    """Whether a mapping has a status, headers and a body, and nothing else."""
    return (
        has_only_keys(root, *_KEYS)
        and has_keys(root, *_KEYS)
        and integer_of(entry(root, "status")) is not None
        and isinstance(entry(root, "headers"), Mapping)
    )


def read(document: Document) -> Cassette:
    root = document.resolved
    return cassette_of(document, NAME, [] if root is None else [_interaction(root)])


def _interaction(node: Node) -> Interaction:
    status, headers = entry(node, "status"), entry(node, "headers")
    fields = {
        "interaction": node,
        "response": node,
        "response.status_code": status,
        "response.headers": headers,
    }
    return Interaction(
        0,
        Request(method="", url=""),
        Response(integer_of(status), None, read_headers(headers), read_message_body(node)),
        sources={name: found for name, found in fields.items() if found is not None},
    )


FORMAT = Format(name=NAME, matches=matches, read=read, may_lack=frozenset(("request",)))
