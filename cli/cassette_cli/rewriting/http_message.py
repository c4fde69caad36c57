"""The two HTTP messages of an interaction, each with its body as stored and as decoded."""

from dataclasses import dataclass

from cassette_cli.document import Node
from cassette_cli.errors import EditError
from cassette_cli.exchange import Payload
from cassette_cli.model import SIDES, Body, Header, Request, Response
from cassette_cli.reading import Reading


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """The message on one side of an interaction: its "request" or its "response"."""

    reading: Reading
    side: str

    @property
    def recorded(self) -> Request | Response:
        """The message as the recorder stored it."""
        interaction = self.reading.interaction
        return interaction.request if self.side == "request" else interaction.response

    @property
    def headers(self) -> tuple[Header, ...]:
        """The header fields, in order."""
        return self.recorded.headers

    @property
    def payload(self) -> Payload:
        """The decoded body."""
        return self.reading.request if self.side == "request" else self.reading.response

    @property
    def content_length(self) -> Node | None:
        """Where a recorder keeps the length of the body besides the header."""
        return self.reading.interaction.sources.get(f"{self.side}.content_length")

    @property
    def stored(self) -> Body:
        """The body as stored. Raises EditError where there is none."""
        body = self.recorded.body
        if body is None:
            raise EditError(f"the {self.side} has no body that could be edited")
        return body

    @property
    def text(self) -> str:
        """The decoded body. Raises EditError where it is no text."""
        if isinstance(self.payload.content, str) and self.stored:
            return self.payload.content
        raise EditError(f"the body of the {self.side} is not text")


def messages(reading: Reading) -> tuple[HttpMessage, ...]:
    """The request and the response of an interaction."""
    return tuple(HttpMessage(reading, side) for side in SIDES)
