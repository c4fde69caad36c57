"""The record by which a provider's way of speaking is known."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Prompt


class Fold(NamedTuple):
    """A stream put together: `value` is what the API would have returned unstreamed.

    `complete` is true where the stream came to the end that its dialect defines, without an error.
    """

    value: Json
    complete: bool
    notes: tuple[str, ...] = ()


class Delta(NamedTuple):
    """A string in an event that is a piece of a longer text.

    `channel` names that text, its kind first: ("text", 0), ("reasoning", 0), ("arguments", 0, 2);
    the deltas of one channel, in the order of events, join to it. `path` is where the string stands
    in the event's value; with `encoded` it stands there in base64.
    """

    channel: tuple[str | int, ...]
    path: JsonPath
    text: str
    encoded: bool = False


def no_deltas(_: Event) -> Iterable[Delta]:
    """For a dialect that does not stream."""
    return ()


def fold_nothing(_: Sequence[Event]) -> Fold:
    """For a dialect that does not stream."""
    return Fold(None, complete=True)


def json_value(payload: Payload) -> Json:
    """For a dialect that speaks JSON alone."""
    return payload.value


class Dialect(NamedTuple):
    """One API of one provider, or of all who copy it.

    `matches(exchange)` claims an interaction; at most one dialect claims any, whatever the
    order, also where the call failed. `framings` are those it streams in. `fold(events)` gets
    the events that were dispatched and never fails on what it does not know. `read_request` and
    `read_response` read JSON, `read_response` streamed and unstreamed answers alike.
    `model_in_url(path)` is for APIs whose model stands in the URL. `deltas(event)` names the
    pieces of text in one event. `streams_text` says that the data of events is text, which need
    not parse as JSON. `value_of(payload)` gives a whole body as JSON, for APIs that also speak
    something else: forms, audio, lines of JSON. `is_whole(value)` says of an unstreamed answer
    whether it came to its end: a response in the background is asked for again until it has.
    """

    name: str
    matches: Callable[[Exchange], bool]
    read_request: Callable[[Json], Prompt]
    read_response: Callable[[Json], Completion]
    framings: tuple[str, ...] = ("sse",)
    fold: Callable[[Sequence[Event]], Fold] = fold_nothing
    deltas: Callable[[Event], Iterable[Delta]] = no_deltas
    streams_text: bool = False
    model_in_url: Callable[[str], str | None] = lambda _: None
    value_of: Callable[[Payload], Json] = json_value
    is_whole: Callable[[Json], bool] = lambda _: True
