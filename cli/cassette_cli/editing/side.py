"""One half of an interaction, and what gives its body another content."""

from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.document import Intent, Node, ReplaceText, Scalar
from cassette_cli.editing.stored_data import data_intents
from cassette_cli.errors import EditError
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import read_json
from cassette_cli.layers.put_back import put_back
from cassette_cli.model import Body, Header, Structured
from cassette_cli.passages.body import store
from cassette_cli.passages.lengths import length_intents, stored_length
from cassette_cli.text import Edit, splice


@dataclass(frozen=True, slots=True)
class Side:
    """The request or the response, its body as stored and as decoded."""

    name: str
    headers: tuple[Header, ...]
    body: Body | None
    payload: Payload
    content_length: Node | None

    @property
    def stored(self) -> Body:
        """The body. Raises EditError where there is none."""
        if self.body is None:
            raise EditError(f"the {self.name} has no body that could be edited")
        return self.body

    @property
    def text(self) -> str:
        """The decoded body. Raises EditError where it is no text."""
        if isinstance(self.payload.content, str) and self.stored:
            return self.payload.content
        raise EditError(f"the body of the {self.name} is no text")


def request_side(exchange: Exchange) -> Side:
    """The request of an exchange."""
    request, sources = exchange.interaction.request, exchange.interaction.sources
    length = sources.get("request.content_length")
    return Side("request", request.headers, request.body, exchange.request, length)


def response_side(exchange: Exchange) -> Side:
    """The response of an exchange."""
    response, sources = exchange.interaction.response, exchange.interaction.sources
    length = sources.get("response.content_length")
    return Side("response", response.headers, response.body, exchange.response, length)


def edit_content(side: Side, edits: tuple[Edit, ...]) -> Iterator[Intent]:
    """Edits of the decoded body, put back under its layers; lengths follow.

    Raises EditError where that cannot be done.
    """
    content = splice(side.text, edits)
    body = side.stored
    if content == side.payload.content:
        return
    if isinstance(body.content, Structured):
        if body.source is not None:
            yield from data_intents(body.source, read_json(content))
    elif side.payload.content == body.content and isinstance(body.source, Scalar):
        yield ReplaceText(body.source, edits)
        yield from _length_intents(side, content)
    else:
        yield from set_content(side, content)


def set_content(side: Side, content: str | bytes) -> Iterator[Intent]:
    """Another decoded body as a whole."""
    stored = put_back(side.stored, side.headers, content)
    yield from store(side.stored, stored)
    yield from _length_intents(side, stored)


def _length_intents(side: Side, stored: str | bytes) -> Iterator[Intent]:
    return length_intents(side.stored, side.headers, side.content_length, stored_length(stored))
