"""The fields of a multipart form (RFC 7578), and files in it that are text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.json_values import read_json
from cassette_cli.layers.multipart import read_form
from cassette_cli.text import Edit, Span
from cassette_cli.texts.json_text import JsonText, read_json_text
from cassette_cli.texts.leaf import EditsByNumber, Kind, Located, Part, Texts
from cassette_cli.texts.slices import shifted

_PART_NAME = re.compile(r'(?i)^content-disposition:[^\r\n]*?\bname="?([^"\r\n;]*)', re.MULTILINE)
_BLANK_LINE = re.compile(r"\r?\n\r?\n")


def is_form(content: str | bytes) -> bool:
    """Whether a body is a multipart form: its fields have names."""
    return any(field.name for field in read_form(content))


@dataclass(frozen=True, eq=False)
class Multipart:
    """A multipart form as text."""

    content: str

    def texts(self) -> Iterator[Texts]:
        for part in self._parts:
            if part.carrier is None:
                yield Texts(part.kind, (part.text,), (part.name,))
            else:
                yield from part.carrier.texts()

    def parts(self) -> Iterator[Part]:
        yield from self._parts

    def locate(self, number: int, offset: int) -> Located:
        name, span = self._fields[number]
        return Located((f"multipart[{name}]",), span.start + offset)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        for number, these in edits.items():
            _, span = self._fields[number]
            yield from shifted(these, span.start)

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return tuple(
            Part(number, Kind.FIELD, name, text, _read_json(name, text))
            for number, (name, span) in enumerate(self._fields)
            for text in (self.content[slice(*span)],)
        )

    @cached_property
    def _fields(self) -> tuple[tuple[str, Span], ...]:
        """The name of each part, and where what it holds stands."""
        return tuple(_fields(self.content))


def _read_json(name: str, text: str) -> JsonText | None:
    value = read_json(text) if text[:1] in ("{", "[") else None
    return read_json_text(text, value, name) if isinstance(value, dict | list) else None


def _fields(content: str) -> Iterator[tuple[str, Span]]:
    boundary = content.lstrip().partition("\n")[0].rstrip()
    ends = re.compile(r"\r?\n" + re.escape(boundary))
    start = content.index(boundary) + len(boundary)
    while (end := ends.search(content, start)) is not None:
        blank = _BLANK_LINE.search(content, start, end.start())
        if blank is not None:
            name = _PART_NAME.search(content, start, blank.start())
            yield name[1] if name else "", Span(blank.end(), end.start())
        start = end.end()
