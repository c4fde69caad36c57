"""A stream as a text that holds the texts of its events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.streams.event import Event, Framing
from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.event_texts import EventTexts
from cassette_cli.texts.leaf import EditsByNumber, Located, Part, Texts
from cassette_cli.texts.slices import shifted


@dataclass(frozen=True, eq=False, slots=True)
class TextStream:
    """A stream that is text."""

    content: str
    framing: Framing
    inside: EventTexts

    def texts(self) -> Iterator[Texts]:
        return self.inside.texts()

    def parts(self) -> Iterator[Part]:
        return self.inside.parts()

    def locate(self, number: int, offset: int) -> Located:
        index, (steps, offset) = self.inside.locate(number, offset)
        place = _offset_in_stream(self.inside.events[index], offset)
        return Located((f"{self.framing.name}[{index}]", *steps), place)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        for index, these in self.inside.data_edits(edits).items():
            yield from self._edits_of_event(self.inside.events[index], these)

    def _edits_of_event(self, event: Event, edits: Sequence[Edit]) -> Iterator[Edit]:
        if len(event.data_spans) == 1:
            yield from shifted(edits, event.data_spans[0].start)
            return
        # Data in several lines: what changes is written anew, where it stood.
        data = splice(event.data, edits)
        lines = data.split("\n")
        if len(lines) == len(event.data_spans):
            for span, line in zip(event.data_spans, lines, strict=True):
                yield Edit(span, line)
        else:
            replaced = self.framing.replace(self.content[slice(*event.span)], {0: data})
            yield Edit(event.span, str(replaced))


@dataclass(frozen=True, eq=False, slots=True)
class BinaryStream:
    """A stream of frames. As a text, it has a character for each byte."""

    content: bytes
    framing: Framing
    inside: EventTexts

    def texts(self) -> Iterator[Texts]:
        return self.inside.texts()

    def parts(self) -> Iterator[Part]:
        return self.inside.parts()

    def locate(self, number: int, offset: int) -> Located:
        """A character of a payload has no place of its own; its frame has."""
        index, (steps, _) = self.inside.locate(number, offset)
        return Located((f"event[{index}]", *steps), self.inside.events[index].span.start)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        events = self.inside.events
        data = {
            index: splice(events[index].data, these)
            for index, these in self.inside.data_edits(edits).items()
        }
        replaced = self.framing.replace(self.content, data)
        if isinstance(replaced, bytes):
            yield Edit(Span(0, len(self.content)), replaced.decode("latin-1"))


def _offset_in_stream(event: Event, offset: int) -> int:
    for span in event.data_spans:
        length = span.end - span.start
        if offset <= length:
            return span.start + offset
        offset -= length + 1
    return event.span.start
