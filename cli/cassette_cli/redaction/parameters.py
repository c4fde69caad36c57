"""Where the parameters of a query or a form stand, and what their escapes mean (RFC 3986)."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from cassette_cli.text import Span

_PARAMETER = re.compile(r"(?<![^&;?#\s])([^&;=?#\s]+)=([^&#\s]*)")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


class Parameter(NamedTuple):
    """A name with its escapes undone, and where its value stands."""

    name: str
    span: Span


def query_parameters(url: str) -> Iterator[Parameter]:
    """Give the parameters of the query of a URL, and of its fragment."""
    start = next((at for at, character in enumerate(url) if character in "?#"), len(url))
    return form_parameters(url, start)


def form_parameters(text: str, start: int = 0) -> Iterator[Parameter]:
    """Give the parameters of a form (application/x-www-form-urlencoded)."""
    for found in _PARAMETER.finditer(text, start):
        yield Parameter(unquote(found[1]).strip(), Span(*found.span(2)))


class Unescaped(NamedTuple):
    """A text with its escapes undone; `offsets` says for each character where it came from."""

    text: str
    offsets: list[int]

    def source_span(self, span: Span) -> Span:
        """Say where a part of the text stands in the source."""
        return Span(self.offsets[span.start], self.offsets[span.end])


def unescape(source: str) -> Unescaped:
    """Undo the percent-encoding of a text. Bytes that are no UTF-8 become U+FFFD."""
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for found in _ESCAPES.finditer(source):
        pieces.append(source[position : found.start()])
        offsets += range(position, found.start())
        for character, offset in _characters(found[0], found.start()):
            pieces.append(character)
            offsets.append(offset)
        position = found.end()
    pieces.append(source[position:])
    offsets += range(position, len(source) + 1)
    return Unescaped("".join(pieces), offsets)


def _characters(escapes: str, offset: int) -> Iterator[tuple[str, int]]:
    for character in unquote(escapes, errors="surrogateescape"):
        yield ("\ufffd" if "\udc80" <= character <= "\udcff" else character), offset
        offset += 3 * len(character.encode("utf-8", "surrogateescape"))
