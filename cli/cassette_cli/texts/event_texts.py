"""The texts of events: those that the stream cuts are one text each, all others stand in one."""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from cassette_cli.errors import EditError
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.streams.event import Event
from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.channels import Channel, Deltas, Piece, channels_of
from cassette_cli.texts.json_strings import Strings, strings_of
from cassette_cli.texts.json_text import JsonText, read_json_text
from cassette_cli.texts.leaf import EditsByNumber, Kind, Located, Part, Texts

_NOTHING: frozenset[JsonPath] = frozenset()


class PlaceInEvent(NamedTuple):
    """A place in the data of an event."""

    event: int
    located: Located


@dataclass(frozen=True, eq=False)
class EventTexts:
    """Events, and the channels whose text they cut.

    The number of an event's data is its position; those of the channels come behind. A piece of a
    channel is listed with the strings of its event, too, and left out when these are looked at one
    by one.
    """

    events: Sequence[Event]
    deltas: Deltas

    def texts(self) -> Iterator[Texts]:
        names = [channel.name for channel in self._channels]
        yield Texts(Kind.FIELD, [channel.text for channel in self._channels], names)
        if self._strings is not None:
            yield from self._strings.texts
            yield Texts(Kind.TEXT, [event.data for event in self.events if event.value is None])
            return
        for event, json in zip(self.events, self._json, strict=True):
            if json is None:
                yield Texts(Kind.TEXT, (event.data,))
            else:
                yield from json.texts()

    def parts(self) -> Iterator[Part]:
        for number, channel in self.channels:
            yield Part(number, Kind.FIELD, channel.name, channel.text)
        for index, event in enumerate(self.events):
            if () not in self._carried.get(index, _NOTHING):
                yield Part(index, Kind.TEXT, "", event.data, self._json[index])

    @property
    def channels(self) -> Iterator[tuple[int, Channel]]:
        """The texts that the stream cuts, by number."""
        return enumerate(self._channels, len(self.events))

    def locate(self, number: int, offset: int) -> PlaceInEvent:
        """The event that holds an offset of a text, and where it is in the data of that."""
        if number < len(self.events):
            return PlaceInEvent(number, Located((), offset))
        piece, offset = self._channel(number).piece_at(offset)
        return PlaceInEvent(piece.event, self._locate_in_piece(piece, offset))

    def data_edits(self, edits: EditsByNumber) -> Mapping[int, Sequence[Edit]]:
        """Edits of the texts as edits of the data of events, by position."""
        of_data: defaultdict[int, list[Edit]] = defaultdict(list)
        for number, these in edits.items():
            if number < len(self.events):
                of_data[number] += these
                continue
            for piece, dealt in self._channel(number).deal_out(these):
                of_data[piece.event] += self._piece_edits(piece, dealt)
        return of_data

    def _channel(self, number: int) -> Channel:
        return self._channels[number - len(self.events)]

    def _locate_in_piece(self, piece: Piece, offset: int) -> Located:
        _, path, _, encoded = piece.delta
        steps = (write_path(path), "base64") if encoded else (write_path(path),)
        json = self._json[piece.event]
        if not path or json is None:
            return Located(steps, 0 if path else offset)
        # A letter of base64 text has no place of its own.
        place = json.locate(json.number_at(path), 0 if encoded else offset)
        return Located(steps, place.offset)

    def _piece_edits(self, piece: Piece, edits: Sequence[Edit]) -> Iterator[Edit]:
        _, path, text, encoded = piece.delta
        if not path:
            yield from edits
            return
        json = self._json[piece.event]
        if json is None:
            raise EditError(f"the JSON of event {piece.event} is not as the standard has it")
        number = json.number_at(path)
        if encoded:
            new = b64encode(splice(text, edits).encode()).decode("ascii")
            edits = (Edit(Span(0, len(json.strings.values[number])), new),)
        yield from json.lift({number: edits})

    @cached_property
    def _channels(self) -> tuple[Channel, ...]:
        return channels_of(self.events, self.deltas)

    @cached_property
    def _carried(self) -> Mapping[int, frozenset[JsonPath]]:
        """The paths of the pieces in each event."""
        carried: defaultdict[int, set[JsonPath]] = defaultdict(set)
        for channel in self._channels:
            for piece in channel.pieces:
                carried[piece.event].add(piece.delta.path)
        return {index: frozenset(paths) for index, paths in carried.items()}

    @cached_property
    def _strings(self) -> Strings | None:
        """The strings of all events that are JSON, at once; None where one is not quite JSON."""
        read = [event for event in self.events if event.value is not None]
        return strings_of([event.data for event in read], [event.value for event in read])

    @cached_property
    def _json(self) -> tuple[JsonText | None, ...]:
        """The data of each event as JSON, None where it is none."""
        return tuple(
            None if event.value is None else self._read_json(index, event)
            for index, event in enumerate(self.events)
        )

    def _read_json(self, index: int, event: Event) -> JsonText | None:
        json = read_json_text(event.data, event.value)
        carried = self._carried.get(index)
        return replace(json, carried=carried) if json and carried else json
