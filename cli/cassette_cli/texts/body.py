"""A body in its file: its text under its layers, and what puts these back on what was edited."""

from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.document import (
    Document,
    Intent,
    Node,
    ReplaceText,
    Scalar,
    source_offset,
)
from cassette_cli.layers.put_back import put_back
from cassette_cli.model import Body
from cassette_cli.reading import RecordedMessage
from cassette_cli.text import splice
from cassette_cli.texts.content import Content
from cassette_cli.texts.leaf import EditsByNumber, Located, Part, Texts
from cassette_cli.texts.lengths import length_intents, stored_length
from cassette_cli.texts.stored import store


@dataclass(frozen=True, eq=False, slots=True)
class StoredBody:
    """A body that is text, or bytes, with one text: what it decodes to.

    `content_length` is the node that a format has for the length, besides the header.
    """

    document: Document
    message: RecordedMessage
    body: Body
    source: Node
    content: Content
    content_length: Node | None

    def texts(self) -> Iterator[Texts]:
        text, kind, carrier, _ = self.content
        if carrier is None:
            yield Texts(kind, (text,))
        else:
            yield from carrier.texts()

    def parts(self) -> Iterator[Part]:
        text, kind, carrier, _ = self.content
        yield Part(0, kind, "", text, carrier)

    def node(self, number: int) -> Node:  # noqa: ARG002 -- there is but one
        return self.source

    def locate(self, number: int, offset: int) -> Located:  # noqa: ARG002 -- there is but one
        step = f"{self.message.name}.body"
        if self.is_plain and isinstance(self.source, Scalar):
            return Located((step,), source_offset(self.document, self.source, offset))
        layers = self.message.payload.layers[len(self.body.storage) :]
        return Located((step, *layers), self.source.start)

    def intents(self, edits: EditsByNumber) -> Iterator[Intent]:
        new = splice(self.content.text, edits[0])
        if new == self.content.text:
            return
        if self.is_plain and isinstance(self.source, Scalar):
            yield ReplaceText(self.source, tuple(edits[0]))
            length = stored_length(new)
        else:
            stored = put_back(self.body, self.message.headers, self._encoded(new))
            yield from store(self.body, stored)
            length = stored_length(stored)
        yield from length_intents(self.body, self.message.headers, self.content_length, length)

    @property
    def is_plain(self) -> bool:
        """Whether the text stands in the file as it is."""
        content = self.message.payload.content
        return isinstance(content, str) and content == self.body.content

    def _encoded(self, text: str) -> str | bytes:
        charset = self.content.charset
        return text if charset is None else text.encode(charset, "surrogateescape")
