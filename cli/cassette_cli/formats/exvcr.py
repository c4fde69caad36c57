"""ExVCR, for Elixir, in JSON: https://github.com/parroty/exvcr.

A failed request is recorded without a status code, with the reason as body. A body that is no text
is an Erlang term in base64. httpc's status is a list: `["HTTP/1.1", 404, "Not Found"]`. Cassettes
written by hand may leave out all but the URL of a request.
"""

from dataclasses import replace

from cassette_cli.document import Document, Node, Scalar, Sequence, bytes_of, integer_of, text_of
from cassette_cli.formats.fields import entry, first_item, has_keys, items, read_message_body
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Body, Cassette, Interaction

NAME = "exvcr"

# https://www.erlang.org/doc/apps/erts/erl_ext_dist.html: the version, BINARY_EXT, a 32-bit length.
_TERM_OF_BINARY = b"\x83m"
_TERM_HEADER = 6


def matches(root: Node | None) -> bool:
    first = first_item(root)
    return has_keys(entry(first, "request"), "url") and has_keys(
        entry(first, "response"), "status_code"
    )


def read(document: Document) -> Cassette:
    interactions = (
        _interaction(index, node) for index, node in enumerate(items(document.resolved))
    )
    return cassette_of(document, NAME, interactions)


def _interaction(index: int, node: Node) -> Interaction:
    """What httpc answered has a status line in parts: `["HTTP/1.1", 404, "Not Found"]`."""
    interaction = read_interaction(index, node, _LAYOUT)
    match entry(node, "response", "status_code"):
        case Sequence(items=(_, code, reason)):
            response = replace(
                interaction.response, status_code=integer_of(code), reason=text_of(reason) or None
            )
            parts = {"response.status_code": code, "response.reason": reason}
            sources = {**interaction.sources, **parts}
            return replace(interaction, response=response, sources=sources)
    return interaction


def _body(message: Node | None) -> Body | None:
    body = entry(message, "body")
    if isinstance(body, Scalar) and text_of(entry(message, "binary")) == "true":
        term = bytes_of(body)
        if term.startswith(_TERM_OF_BINARY):
            return Body(term[_TERM_HEADER:], ("base64", "erlang-term"), body)
    return read_message_body(message)


_LAYOUT = Layout(
    url="url",
    status_code=(("status_code",),),
    body=_body,
    others=(("request", "options"), ("request", "request_body"), ("response", "type")),
)

# A failure to connect is recorded as a response without a status.
FORMAT = Format(
    name=NAME,
    matches=matches,
    read=read,
    may_lack=frozenset(("request.method", "response.status_code")),
    repeats_names=True,
)
