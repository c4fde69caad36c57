"""An answer that says something else, as edits of the body that holds it."""

from collections.abc import Iterator, Mapping, Sequence

from cassette_cli.document import Intent
from cassette_cli.editing.answer import Answer
from cassette_cli.editing.body_content import edit_content, set_content
from cassette_cli.editing.json_edits import json_edits, respell_json
from cassette_cli.errors import EditError
from cassette_cli.exchange import framing_named
from cassette_cli.json_values import read_json
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.streams.event import Event, Framing
from cassette_cli.text import Edit, Span, difference


def answer_intents(message: HttpMessage, old: Answer, new: Answer) -> Iterator[Intent]:
    """What makes the body of a response hold the new answer in the place of the old one.

    Raises EditError where the body cannot be written back.
    """
    if new.events == old.events:
        return
    before, after = old.events[0].value, new.events[0].value
    if old.streamed:
        yield from _stream_intents(message, _changed_data(old.events, new.events))
    elif message.payload.value is not None:
        yield from edit_content(message, json_edits(message.text, after))
    elif isinstance(after, str) and before == message.text:
        yield from edit_content(message, difference(message.text, after))
    elif isinstance(after, list) and before == [event.value for event in message.payload.events]:
        # Lines of JSON that are no stream, but a list of results.
        lines = message.payload.events
        values = zip(lines, after, strict=True)
        changed = tuple(line._replace(value=value) for line, value in values)
        yield from _stream_intents(message, _changed_data(lines, changed))
    else:
        raise EditError("the answer is neither JSON nor text, and cannot be edited as a transcript")


def _changed_data(old: Sequence[Event], new: Sequence[Event]) -> dict[int, str]:
    """The data of the events that have another value, by index."""
    return {
        index: _data_of(before, after)
        for index, (before, after) in enumerate(zip(old, new, strict=True))
        if before != after
    }


def _stream_intents(message: HttpMessage, data: Mapping[int, str]) -> Iterator[Intent]:
    framing = framing_named(message.payload.framing or "")
    content = framing.replace(message.payload.content, dict(data))
    if isinstance(content, bytes):
        yield from set_content(message, content)
    else:
        yield from edit_content(message, tuple(_stream_edits(framing, message.text, content)))


def _data_of(before: Event, after: Event) -> str:
    """The data of an event, spelled as before where it is JSON."""
    if before.value is not None and before.value == read_json(before.data):
        return respell_json(before.data, after.value)
    return after.data


def _stream_edits(framing: Framing, old: str, new: str) -> Iterator[Edit]:
    """Event by event, what differs between two streams that have the same events."""
    for before, after in zip(framing.decode(old), framing.decode(new), strict=True):
        edits = difference(old[slice(*before.span)], new[slice(*after.span)])
        for (start, end), text in edits:
            yield Edit(Span(before.span.start + start, before.span.start + end), text)
