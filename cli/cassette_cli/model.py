"""What a cassette holds, whichever recorder wrote it: interactions of a request and a response.

The words are those of RFC 9110 and of the recorders. Equal interactions compare equal wherever
they stand: the nodes that they were read from (`source`, `sources`) are left out of comparison.
"""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import TypeAlias

from cassette_cli.document import Document, Node, Scalar, Sequence
from cassette_cli.json_values import Json

Sources: TypeAlias = MappingOf[str, Node]
# The sides of an interaction, by the names of its fields.
SIDES = ("request", "response")


@dataclass(frozen=True, slots=True)
class Header:
    """A header field as recorded; a field with several values is several headers.

    `source` is the node of the value, `name_source` that of the name, where each has its own.
    """

    name: str
    value: str
    source: Node | None = field(default=None, compare=False, repr=False)
    name_source: Node | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Structured:
    """A body that the recorder stored as parsed data, not as text."""

    value: Json


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the recorder stored it, with the encoding of the *file* taken off and no other.

    `content` is text where the recorder wrote text, bytes where it wrote base64 or hex, and
    `Structured` where it wrote data. `storage` names what was taken off, outermost first:
    "base64" (a binary tag or a base64 field), "hex" (digits, or a list of them), "erlang-term"
    (bytes as Erlang serialises them), "base64-chunks" or "hex-chunks" (a JSON list of such in one
    string), "lines" (a list of texts that make up one), "chunked" (the transfer coding) or "parsed"
    alone. `source` is the node that holds it all. `lengths` are the numbers that a recorder keeps
    beside the body and that may count its bytes.
    """

    content: str | bytes | Structured
    storage: tuple[str, ...] = ()
    source: Node | None = field(default=None, compare=False, repr=False)
    lengths: tuple[Scalar, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """A recorded request. `url` is as recorded, and need not be a valid URL (`<API_BASE>/chat`)."""

    method: str
    url: str
    headers: tuple[Header, ...] = ()
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A recorded response; `status_code` is None where the recorder kept none."""

    status_code: int | None
    reason: str | None = None
    headers: tuple[Header, ...] = ()
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """A request and its response; `index` is the 0-based position in the file.

    `duration_ms` is in milliseconds, `recorded_at` as the recorder wrote it. `sources` maps names
    of fields to the nodes they were read from: "interaction" (the whole), "id", "request" and
    "response" (their mappings), "request.method", "request.url", "request.headers",
    "response.status_code", "response.reason", "response.headers", and the lengths, where the format
    has them, "request.content_length" and "response.content_length". A format may name further
    ones by their path ("response.duration"). Where a URL is made of several nodes, such as
    "request.scope" and "request.path", these are named instead of "request.url"; where the reason
    stands in a status line, "response.reason" is the whole line.
    """

    index: int
    request: Request
    response: Response
    recorded_at: str | None = None
    duration_ms: float | None = None
    sources: Sources = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cassette:
    """A file of recorded interactions, and the document that it was read from.

    `lists` are the nodes whose item N belongs to interaction N, where the format names them.
    `not_http` describes, in words, recordings that are no HTTP ("35 WebSocket messages"); such a
    cassette has no interactions.
    """

    path: str
    format: str
    format_version: str | None
    interactions: tuple[Interaction, ...]
    document: Document = field(compare=False, repr=False)
    lists: tuple[Sequence, ...] = field(default=(), compare=False, repr=False)
    not_http: str | None = None


def header_values(headers: tuple[Header, ...], name: str) -> tuple[str, ...]:
    """All values of a header field, whatever the case of its name (RFC 9110, section 5.1)."""
    wanted = name.lower()
    return tuple(header.value for header in headers if header.name.lower() == wanted)


def header_value(headers: tuple[Header, ...], name: str) -> str | None:
    """The first value of a header field, or None."""
    wanted = name.lower()
    for header in headers:
        if header.name.lower() == wanted:
            return header.value
    return None
