"""A cassette with each interaction decoded and read once: what every check looks at."""

from dataclasses import dataclass

from cassette_cli.dialects.catalogue import dialect_named
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.document import Document
from cassette_cli.exchange import Exchange, decode_exchange
from cassette_cli.model import Cassette
from cassette_cli.reading import read_exchange
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.transcript import Conversation


@dataclass(frozen=True, slots=True)
class Call:
    """A model call, and the dialect that it is in."""

    exchange: Exchange
    dialect: Dialect
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Recording:
    """One file. `calls` are those of the `exchanges` that are model calls.

    `secret_classes` are those of the secrets that it must not hold.
    """

    document: Document
    cassette: Cassette
    exchanges: tuple[Exchange, ...]
    calls: tuple[Call, ...]
    secret_classes: tuple[SecretClass, ...] = (SecretClass.CREDENTIAL,)

    def interaction_at(self, offset: int) -> int | None:
        """The position of the interaction that an offset of the document's text lies in."""
        for exchange in self.exchanges:
            node = exchange.interaction.sources.get("interaction")
            if node is not None and node.start <= offset < node.end:
                return exchange.interaction.index
        return None


def read_recording(
    document: Document,
    cassette: Cassette,
    secret_classes: tuple[SecretClass, ...] = (SecretClass.CREDENTIAL,),
) -> Recording:
    """Decode all interactions of a cassette that was read from this document."""
    exchanges = tuple(decode_exchange(interaction) for interaction in cassette.interactions)
    calls = tuple(
        Call(exchange, dialect_named(conversation.dialect), conversation)
        for exchange in exchanges
        if (conversation := read_exchange(exchange).conversation) is not None
    )
    return Recording(document, cassette, exchanges, calls, secret_classes)
