"""A recorded answer as the values of its events, which can be given others and read again."""

from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias

from cassette_cli.dialects.catalogue import dialect_of
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.exchange import Exchange
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, write_json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span
from cassette_cli.transcript_json import JsonObject, completion_json

Channel: TypeAlias = tuple[str | int, ...]


class Place(NamedTuple):
    """A value in an event; the empty path is all of it. One that is `encoded` is in base64."""

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
        """What the answer says, or what its events before this index say."""
        events = self.events[:until]
        if self.streamed:
            value = self.dialect.fold([event for event in events if event.dispatched]).value
        else:
            value = self.events[0].value
        return completion_json(self.dialect.read_response(value))

    def at(self, place: Place) -> Json:
        """The value at a place."""
        event = self.events[place.event]
        value = value_at(event.data if event.value is None else event.value, place.path)
        return b64decode(str(value)).decode() if place.encoded else value

    def with_values(self, values: Mapping[Place, Json]) -> "Answer":
        """The answer with other values at these places."""
        events = list(self.events)
        for (index, path, encoded), value in values.items():
            octets = str(value).encode("utf-8", "replace")
            written = b64encode(octets).decode() if encoded else value
            events[index] = _with_value(events[index], path, written)
        return replace(self, events=tuple(events))

    @cached_property
    def channels(self) -> dict[Channel, tuple[Place, ...]]:
        """The texts that are cut into deltas, by the places of their pieces."""
        channels: defaultdict[Channel, list[Place]] = defaultdict(list)
        for index, event in enumerate(self.events if self.streamed else ()):
            for delta in self.dialect.deltas(event) if event.dispatched else ():
                channels[delta.channel].append(Place(index, delta.path, delta.encoded))
        return {channel: tuple(places) for channel, places in channels.items()}

    def texts(self) -> Iterator[tuple[Channel, tuple[Place, ...]]]:
        """Texts in pieces: those of the channels, and lists of strings, by what they belong to."""
        yield from self.channels.items()
        for place, value in self.values():
            if isinstance(value, list) and all(isinstance(item, str) for item in value) and value:
                places = (Place(place.event, (*place.path, index)) for index in range(len(value)))
                yield ("list", place.event, *place.path), tuple(places)

    def values(self) -> Iterator[tuple[Place, Json]]:
        """Every value in every event, the last event first."""
        for index in reversed(range(len(self.events))):
            event = self.events[index]
            if event.dispatched:
                whole = event.data if event.value is None else event.value
                for path, value in _values_of(whole, ()):
                    yield Place(index, path), value


def answer_of(exchange: Exchange) -> Answer | None:
    """The answer of an exchange; None where it is no model call."""
    dialect = dialect_of(exchange)
    if dialect is None:
        return None
    response = exchange.response
    if response.framing in dialect.framings:
        return Answer(dialect, streamed=True, events=response.events)
    data = response.content if isinstance(response.content, str) else ""
    event = Event(data, Span(0, len(data)), (), value=dialect.value_of(response))
    return Answer(dialect, streamed=False, events=(event,))


def value_at(value: Json, path: Sequence[str | int]) -> Json:
    """What stands at a path that leads somewhere."""
    for step in path:
        match value, step:
            case dict(), str():
                value = value[step]
            case list(), int():
                value = value[step]
            case _:
                raise KeyError(step)
    return value


def replaced(value: Json, path: Sequence[str | int], new: Json) -> Json:
    """The value with another one at a path that leads somewhere."""
    match value, path:
        case _, [] | ():
            return new
        case dict(), (str(name), *rest):
            return {**value, name: replaced(value[name], rest, new)}
        case list(), (int(index), *rest):
            return [*value[:index], replaced(value[index], rest, new), *value[index + 1 :]]
    raise KeyError(path[0])


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
