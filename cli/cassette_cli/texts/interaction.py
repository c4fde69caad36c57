"""All texts of an interaction: its headers, its bodies, its URL, and whatever else is recorded."""

from collections.abc import Iterator

from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.document import Document, Scalar
from cassette_cli.exchange import Payload
from cassette_cli.model import Structured
from cassette_cli.reading import Reading, RecordedMessage
from cassette_cli.texts.body import StoredBody
from cassette_cli.texts.channels import Deltas
from cassette_cli.texts.content import read_content
from cassette_cli.texts.leaf import Root
from cassette_cli.texts.recorded import HeaderFields, other_fields
from cassette_cli.texts.structured_body import StructuredBody


def roots_of(document: Document, reading: Reading) -> tuple[Root, ...]:
    """The texts of an interaction that was read from this document, part by part."""
    roots: list[Root] = []
    listed: set[int] = set()
    for message in reading.messages:
        roots.append(HeaderFields(document, message.name, message.headers))
        body = _body_root(document, reading, message)
        if body is not None:
            roots.append(body)
        listed.update(_places(reading, message))
    return (*roots, other_fields(document, reading.interaction, listed))


def _body_root(document: Document, reading: Reading, message: RecordedMessage) -> Root | None:
    body, payload = message.body, message.payload
    if body is None or body.source is None:
        return None
    length = reading.interaction.sources.get(f"{message.name}.content_length")
    if isinstance(body.content, Structured):
        return StructuredBody(document, message, body, body.source, length)
    content = read_content(payload, _deltas_of(reading, payload))
    return StoredBody(document, message, body, body.source, content, length)


def _deltas_of(reading: Reading, payload: Payload) -> Deltas:
    # Only a stream has any, and finding the dialect costs.
    if payload.framing is None or reading.dialect is None:
        return no_deltas
    return reading.dialect.deltas


def _places(reading: Reading, message: RecordedMessage) -> Iterator[int]:
    """Where the nodes start that are listed as headers or as a body."""
    sources = [header.source for header in message.headers]
    yield from (source.start for source in sources if isinstance(source, Scalar))
    node = reading.interaction.sources.get(f"{message.name}.headers")
    if node is not None and None not in sources:
        yield node.start
    if message.body is not None and message.body.source is not None:
        yield message.body.source.start
