"""Texts of XML and HTML: what elements and fields hold that have telling names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.text import Edit, Span
from cassette_cli.texts.leaf import EditsByNumber, Kind, Located, Part, Texts
from cassette_cli.texts.slices import shifted

_ELEMENT = re.compile(r"<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>([^<>]+)</\1\s*>")
_FIELD = re.compile(r"<(?:input|meta|param)\s[^<>]*>", re.IGNORECASE)
_NAME = re.compile(r"""\s(?:name|id)=["']([^"']*)["']""", re.IGNORECASE)
_VALUE = re.compile(r"""\s(?:value|content)=["']([^"']+)["']""", re.IGNORECASE)


def is_markup(content: str) -> bool:
    """Whether a text begins with a tag."""
    return re.match(r"\s*<[A-Za-z!?]", content) is not None


@dataclass(frozen=True, eq=False)
class Markup:
    """A text of markup: what has a name, and behind that the text as a whole."""

    content: str

    def texts(self) -> Iterator[Texts]:
        names = [name for name, _ in self._named]
        yield Texts(Kind.FIELD, [self.content[slice(*span)] for _, span in self._named], names)
        yield Texts(Kind.TEXT, (self.content,))

    def parts(self) -> Iterator[Part]:
        for number, (name, span) in enumerate(self._named):
            yield Part(number, Kind.FIELD, name, self.content[slice(*span)], by_name=True)
        yield Part(len(self._named), Kind.TEXT, "", self.content)

    def locate(self, number: int, offset: int) -> Located:
        if number == len(self._named):
            return Located((), offset)
        name, span = self._named[number]
        return Located((name,), span.start + offset)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        for number, these in edits.items():
            yield from shifted(these, self.locate(number, 0).offset)

    @cached_property
    def _named(self) -> tuple[tuple[str, Span], ...]:
        """Names, without their namespaces, each with the span of its text."""
        return tuple(
            (name, span)
            for name, span in (*_elements(self.content), *_fields(self.content))
            if self.content[slice(*span)].strip()
        )


def _elements(content: str) -> Iterator[tuple[str, Span]]:
    for element in _ELEMENT.finditer(content):
        yield element[1].rpartition(":")[2], Span(*element.span(2))


def _fields(content: str) -> Iterator[tuple[str, Span]]:
    for field in _FIELD.finditer(content):
        name, value = _NAME.search(field[0]), _VALUE.search(field[0])
        if name and value:
            start = field.start()
            yield name[1], Span(start + value.start(1), start + value.end(1))
