"""ReqCassette, for Elixir, in JSON: https://hexdocs.pm/req_cassette. Bodies say their type."""

from dataclasses import replace

from cassette_cli.document import Document, Node, Scalar, text_of
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_base64,
    read_data,
    read_message_body,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Body, Cassette, Interaction

NAME = "req-cassette"


def matches(root: Node | None) -> bool:
    first = first_item(entry(root, "interactions"))
    is_typed = has_keys(entry(first, "request"), "uri", "body_type")
    return is_typed and isinstance(entry(first, "response", "status"), Scalar)


def read(document: Document) -> Cassette:
    root = document.resolved
    interactions = (
        _interaction(index, node) for index, node in enumerate(items(entry(root, "interactions")))
    )
    return cassette_of(document, NAME, interactions, entry(root, "version"))


def _interaction(index: int, node: Node) -> Interaction:
    interaction = read_interaction(index, node, _LAYOUT)
    query = text_of(entry(node, "request", "query_string"))
    if not query:
        return interaction
    # The URL is then made of two nodes, and neither may be edited as if it were the whole.
    sources = {name: node for name, node in interaction.sources.items() if name != "request.url"}
    url = f"{interaction.request.url}?{query}"
    return replace(interaction, request=replace(interaction.request, url=url), sources=sources)


def _body(message: Node | None) -> Body | None:
    data, packed = entry(message, "body_json"), entry(message, "body_blob")
    if data is not None:
        return read_data(data)
    if isinstance(packed, Scalar):
        return read_base64(packed)
    return read_message_body(message)


_LAYOUT = Layout(
    status_code=(("status",),),
    body=_body,
    others=(("request", "uri"), ("request", "query_string")),
)

FORMAT = Format(name=NAME, matches=matches, read=read)
