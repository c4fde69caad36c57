"""A cassette with its interactions read: what every check looks at."""

from dataclasses import dataclass
from functools import cached_property

from cassette_cli.document import Document
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading, read_interactions
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.transcript import Conversation


@dataclass(frozen=True)
class Context:
    """One file, read. `secret_classes` are those of the secrets that it must not hold."""

    cassette: Cassette
    readings: tuple[Reading, ...]
    secret_classes: tuple[SecretClass, ...] = (SecretClass.CREDENTIAL,)

    @property
    def document(self) -> Document:
        """The document that the cassette was read from."""
        return self.cassette.document

    @cached_property
    def calls(self) -> tuple[tuple[Reading, Conversation], ...]:
        """The interactions that are model calls, each with its conversation."""
        return tuple(
            (reading, reading.conversation)
            for reading in self.readings
            if reading.conversation is not None
        )

    def interaction_at(self, offset: int) -> int | None:
        """The position of the interaction that an offset of the document's text lies in."""
        for reading in self.readings:
            node = reading.interaction.sources.get("interaction")
            if node is not None and node.start <= offset < node.end:
                return reading.index
        return None


def read_context(
    cassette: Cassette, secret_classes: tuple[SecretClass, ...] = (SecretClass.CREDENTIAL,)
) -> Context:
    """What the checks look at in a cassette."""
    return Context(cassette, read_interactions(cassette), secret_classes)
