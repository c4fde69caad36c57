"""Events of a stream, and the record by which a framing (SSE, NDJSON …) is known."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from cassette_cli.json_values import Json, read_all_json
from cassette_cli.model import Header
from cassette_cli.text import Span


class Event(NamedTuple):
    """One event. `span` is where all of it stands in the stream, `data_spans` where its data does.

    Spans count code points of a text stream and bytes of a binary one; SSE has a data span for each
    `data` line, the other framings have one. `data` is the payload as text, `value` the same as
    JSON (None where it is no JSON, such as `[DONE]`). `name` is SSE's `event` field or AWS's
    `:event-type`. `dispatched` is false for an event that the stream's end cut off: a client never
    sees it. `error` is the message of an event by which a framing itself reports an error.
    """

    data: str
    span: Span
    data_spans: tuple[Span, ...]
    name: str | None = None
    id: str | None = None
    value: Json = None
    dispatched: bool = True
    error: str | None = None


# Data, span, data spans, name, id, and whether it was dispatched: an event but for its value.
Cut: TypeAlias = tuple[str, Span, tuple[Span, ...], str | None, str | None, bool]

_LIKE_JSON = re.compile(r'(?!\[\w+\]\Z)[\[{"]')

# Makes a named tuple of a tuple, without the call of its constructor: a stream has thousands.
new_tuple = tuple.__new__


def read_events(cut: Sequence[Cut]) -> tuple[Event, ...]:
    """The events that a stream was cut into, their data read as JSON."""
    values = read_all_json([fields[0] for fields in cut])
    return tuple(
        [
            new_tuple(Event, (data, span, data_spans, name, event_id, value, dispatched, None))
            for (data, span, data_spans, name, event_id, dispatched), value in zip(
                cut, values, strict=True
            )
        ]
    )


def is_broken_json(event: Event) -> bool:
    """Whether an event was meant to be JSON, and is none; `[DONE]` and the like are markers."""
    return event.value is None and _LIKE_JSON.match(event.data.strip()) is not None


class Framing(NamedTuple):
    """A way to cut a body into events.

    `matches(content)` sniffs the decoded body: a str for text, bytes for what is no text.
    `decode(content)` gives its events in order, read as JSON; `notes(content)` says in words what
    is broken in it ("event 3: the checksum is wrong"). `replace(content, {index: data})` spells the
    same stream with other data in some of the events that `decode` gave, and touches nothing else;
    it raises EditError where the framing cannot carry that data. `headers(content, event)` gives
    the header fields of an event, in framings whose events have any.
    """

    name: str
    matches: Callable[[str | bytes], bool]
    decode: Callable[[str | bytes], tuple[Event, ...]]
    replace: Callable[[str | bytes, dict[int, str]], str | bytes]
    notes: Callable[[str | bytes], tuple[str, ...]] = lambda _: ()
    headers: Callable[[str | bytes, Event], tuple[Header, ...]] = lambda *_: ()
