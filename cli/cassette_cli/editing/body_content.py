"""Give the body of a message another content, under the layers that it is stored in."""

from collections.abc import Iterator

from cassette_cli.document import Intent, ReplaceText, Scalar
from cassette_cli.editing.stored_data import data_intents
from cassette_cli.json_values import read_json
from cassette_cli.layers.put_back import put_back
from cassette_cli.model import Structured
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.text import Edit, splice
from cassette_cli.texts.lengths import data_length, length_intents, stored_length
from cassette_cli.texts.stored import store


def edit_content(message: HttpMessage, edits: tuple[Edit, ...]) -> Iterator[Intent]:
    """Edits of the decoded body, put back under its layers; lengths follow.

    Raises EditError where that cannot be done.
    """
    content = splice(message.text, edits)
    body = message.stored
    if content == message.payload.content:
        return
    if isinstance(body.content, Structured):
        if body.source is not None:
            value = read_json(content)
            yield from data_intents(body.source, value)
            yield from _length_intents(message, data_length(value))
    elif message.payload.content == body.content and isinstance(body.source, Scalar):
        yield ReplaceText(body.source, edits)
        yield from _length_intents(message, stored_length(content))
    else:
        yield from set_content(message, content)


def set_content(message: HttpMessage, content: str | bytes) -> Iterator[Intent]:
    """Another decoded body as a whole. Raises EditError where it cannot be put back."""
    stored = put_back(message.stored, message.headers, content)
    yield from store(message.stored, stored)
    yield from _length_intents(message, stored_length(stored))


def _length_intents(message: HttpMessage, length: int) -> Iterator[Intent]:
    return length_intents(message.stored, message.headers, message.content_length, length)
