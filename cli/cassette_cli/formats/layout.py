"""Where a recorder keeps the fields of an interaction, and the reading of one by that."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from cassette_cli.counted import counted
from cassette_cli.document import Document, Node, Scalar, Sequence, integer_of, text_of
from cassette_cli.formats.fields import entry, read_headers, read_message_body
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response

Path: TypeAlias = tuple[str, ...]


class Layout(NamedTuple):
    """The keys of a recorder, where they are not those that most recorders use.

    `url` is a key of the request; `status_code` and `reason` are paths below the response, of which
    the first that leads to a scalar counts. `headers` reads the header fields from their node,
    `body` a body from its request or response. `others` are paths below the interaction whose nodes
    an editor needs as well: `("response", "url")` becomes the source "response.url".
    """

    url: str = "uri"
    status_code: tuple[Path, ...] = (("status", "code"),)
    reason: Path = ("status", "message")
    headers: Callable[[Node | None], tuple[Header, ...]] = read_headers
    body: Callable[[Node | None], Body | None] = read_message_body
    others: tuple[Path, ...] = ()


def read_interaction(index: int, node: Node, layout: Layout) -> Interaction:
    """Read one interaction by the keys of its recorder."""
    request, response = entry(node, "request"), entry(node, "response")
    fields: dict[str, Node | None] = {
        "interaction": node,
        "recorded_at": entry(node, "recorded_at"),
        "request": request,
        "request.method": entry(request, "method"),
        "request.url": entry(request, layout.url),
        "request.headers": entry(request, "headers"),
        "response": response,
        "response.status_code": _first_scalar(response, layout.status_code),
        "response.reason": entry(response, *layout.reason),
        "response.headers": entry(response, "headers"),
    }
    fields |= {".".join(path): entry(node, *path) for path in layout.others}
    bodies = Bodies(layout.body(request), layout.body(response))
    return interaction_of(index, fields, bodies, layout.headers)


class Bodies(NamedTuple):
    """The bodies of an interaction."""

    request: Body | None = None
    response: Body | None = None


def interaction_of(
    index: int,
    fields: Mapping[str, Node | None],
    bodies: Bodies,
    headers: Callable[[Node | None], tuple[Header, ...]] = read_headers,
) -> Interaction:
    """An interaction from the nodes of its fields, by their names in `Interaction.sources`.

    A field that is missing or of another type becomes an empty one; `headers` reads the header
    fields from their node.
    """
    return Interaction(
        index,
        Request(
            method=read_method(fields.get("request.method")),
            url=text_of(fields.get("request.url")) or "",
            headers=headers(fields.get("request.headers")),
            body=bodies.request,
        ),
        Response(
            status_code=integer_of(fields.get("response.status_code")),
            reason=text_of(fields.get("response.reason")) or None,
            headers=headers(fields.get("response.headers")),
            body=bodies.response,
        ),
        recorded_at=text_of(fields.get("recorded_at")),
        sources={name: found for name, found in fields.items() if found is not None},
    )


def read_method(node: Node | None) -> str:
    """A request method; in capitals, for some recorders write it as a symbol (`get`, `:get`)."""
    return (text_of(node) or "GET").removeprefix(":").upper()


def cassette_of(
    document: Document,
    format_name: str,
    interactions: Iterable[Interaction],
    version: Node | None = None,
    lists: tuple[Node | None, ...] = (),
) -> Cassette:
    """The cassette that a document holds; `version` is the node that tells it, if any.

    `lists` are those of `Cassette.lists`, to be given where they do not stand at the top.
    """
    return Cassette(
        path=document.name,
        format=format_name,
        format_version=text_of(version),
        interactions=tuple(interactions),
        document=document,
        lists=tuple(node for node in lists if isinstance(node, Sequence)),
    )


def not_http(
    document: Document, format_name: str, count: int, noun: str, version: Node | None = None
) -> Cassette:
    """A cassette of something else than HTTP, which is counted and named but not read."""
    return replace(cassette_of(document, format_name, (), version), not_http=counted(count, noun))


def _first_scalar(node: Node | None, paths: tuple[Path, ...]) -> Node | None:
    found = (entry(node, *path) for path in paths)
    return next((node for node in found if isinstance(node, Scalar)), None)
