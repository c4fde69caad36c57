"""A recorded answer as the values of its events, which can be given others and read again."""

from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.errors import EditError
from cassette_cli.json_path import JsonPath, replaced, value_at
from cassette_cli.json_values import Json, write_json
from cassette_cli.reading import Reading
from cassette_cli.streams.event import Event
from cassette_cli.text import Span
from cassette_cli.transcript import bare_completion
from cassette_cli.transcript_json import JsonObject, completion_json

# What the deltas of one text have in common: see `Delta.channel`.
Channel: TypeAlias = tuple[str | int, ...]


class EventValue(NamedTuple):
    """Where a value stands in the events of an answer: which event, and the path in its JSON.

    The empty path is all of the event. A value that is `encoded` stands there in base64.
    """

    event: int
    path: JsonPath
    encoded: bool = False


@dataclass(frozen=True)
class Answer:
    """The events of a streamed answer, or an unstreamed one as the only event."""

    dialect: Dialect
    streamed: bool
    events: tuple[Event, ...]

    def completion(self, until: int | None = None) -> JsonObject:
        """What the answer says, or what its events before this index say, without extra members."""
        events = self.events[:until]
        if self.streamed:
            value = self.dialect.fold([event for event in events if event.dispatched]).value
        else:
            value = self.events[0].value
        return completion_json(bare_completion(self.dialect.read_response(value)))

    def at(self, where: EventValue) -> Json:
        """The value that stands there, decoded."""
        event = self.events[where.event]
        value = value_at(event.data if event.value is None else event.value, where.path)
        return b64decode(str(value)).decode() if where.encoded else value

    def with_values(self, values: Mapping[EventValue, Json]) -> "Answer":
        """The answer with other values there."""
        events = list(self.events)
        for (index, path, encoded), value in values.items():
            octets = str(value).encode("utf-8", "replace")
            written = b64encode(octets).decode() if encoded else value
            events[index] = _with_value(events[index], path, written)
        return replace(self, events=tuple(events))

    @cached_property
    def channels(self) -> dict[Channel, tuple[EventValue, ...]]:
        """The texts that are cut into deltas, each as its pieces."""
        channels: defaultdict[Channel, list[EventValue]] = defaultdict(list)
        for index, event in enumerate(self.events if self.streamed else ()):
            for delta in self.dialect.deltas(event) if event.dispatched else ():
                channels[delta.channel].append(EventValue(index, delta.path, delta.encoded))
        return {channel: tuple(pieces) for channel, pieces in channels.items()}

    def texts(self) -> Iterator[tuple[Channel, tuple[EventValue, ...]]]:
        """Texts in pieces: those of the channels, and lists of strings, by what they belong to."""
        yield from self.channels.items()
        for (event, path, _), value in self.values():
            if isinstance(value, list) and all(isinstance(item, str) for item in value) and value:
                pieces = (EventValue(event, (*path, index)) for index in range(len(value)))
                yield ("list", event, *path), tuple(pieces)

    def values(self) -> Iterator[tuple[EventValue, Json]]:
        """Every value in every event, the last event first."""
        for index in reversed(range(len(self.events))):
            event = self.events[index]
            if event.dispatched:
                whole = event.data if event.value is None else event.value
                for path, value in _values_of(whole, ()):
                    yield EventValue(index, path), value


def answer_of(reading: Reading) -> Answer:
    """The answer of an interaction. Raises EditError where that is no model call."""
    dialect, response = reading.dialect, reading.response
    if dialect is None:
        raise EditError(
            "this is not a model call, and has no transcript",
            hint="edit another part: --part response or response.body",
        )
    if reading.streamed:
        return Answer(dialect, streamed=True, events=response.events)
    data = response.content if isinstance(response.content, str) else ""
    event = Event(data, Span(0, len(data)), (), value=dialect.value_of(response))
    return Answer(dialect, streamed=False, events=(event,))


def _with_value(event: Event, path: JsonPath, value: Json) -> Event:
    if event.value is None:
        return event._replace(data=value if isinstance(value, str) else write_json(value))
    whole = replaced(event.value, path, value)
    return event._replace(value=whole, data=whole if isinstance(whole, str) else write_json(whole))


def _values_of(value: Json, path: JsonPath) -> Iterator[tuple[JsonPath, Json]]:
    yield path, value
    match value:
        case dict():
            for name, member in value.items():
                yield from _values_of(member, (*path, name))
        case list():
            for index, item in enumerate(value):
                yield from _values_of(item, (*path, index))
