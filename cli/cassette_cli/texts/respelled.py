r"""Layers that a text may be under without saying so, taken off for a search and put back.

Escapes of ASCII characters in percent, character references and `\u`, however often they were
escaped again; runs of base64 of either alphabet that spell a text, plain or compressed.
"""

import binascii
import gzip
import re
import zlib
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.leaf import Carrier, EditsByNumber, Kind, Located, Part, Texts, Way

_MOST_LAYERS = 5
_MOST_INFLATED = 1 << 22
_GZIP = b"\x1f\x8b"
_ESCAPE = re.compile(
    r"\\+u00([2-7][0-9a-fA-F])|%(?:25)*([2-7][0-9a-fA-F])"
    r"|&(?:amp;)*#(?:[xX]0*([2-7][0-9a-fA-F])|0*(1[01][0-9]|12[0-6]|[3-9][0-9]));"
)
_RUN = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


@dataclass(frozen=True, eq=False)
class Unescaped:
    """A text whose escapes of ASCII characters are undone."""

    source: str
    escapes: tuple[Span, ...]

    @cached_property
    def text(self) -> str:
        return _ESCAPE.sub(_character, self.source)

    def texts(self) -> Iterator[Texts]:
        yield Texts(Kind.TEXT, (self.text,))

    def parts(self) -> Iterator[Part]:
        yield Part(0, Kind.TEXT, "", self.text)

    def locate(self, number: int, offset: int) -> Located:  # noqa: ARG002 -- there is but one
        return Located(("unescaped",), self._place(offset).start)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        for (start, end), text in edits[0]:
            first = self._place(start).start
            yield Edit(Span(first, self._place(end - 1).end if end > start else first), text)

    def _place(self, offset: int) -> Span:
        """Where a character of the text is spelled in the source."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return Span(offset, offset + 1)
        if offset == self._starts[at]:
            return self.escapes[at]
        start = self.escapes[at].end + offset - self._starts[at] - 1
        return Span(start, start + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Where in the text the characters stand that were escaped."""
        starts, saved = [], 0
        for start, end in self.escapes:
            starts.append(start - saved)
            saved += end - start - 1
        return starts


class Run(NamedTuple):
    """A run of base64 in a text, and the text that it spells."""

    span: Span
    text: str
    compressed: bool


@dataclass(frozen=True, eq=False)
class Base64Runs:
    """A text with runs of base64 that spell texts."""

    source: str
    runs: tuple[Run, ...]

    def texts(self) -> Iterator[Texts]:
        yield Texts(Kind.TEXT, [run.text for run in self.runs])

    def parts(self) -> Iterator[Part]:
        for number, run in enumerate(self.runs):
            yield Part(number, Kind.TEXT, "", run.text)

    def locate(self, number: int, offset: int) -> Located:  # noqa: ARG002 -- a letter has no place
        return Located(("base64",), self.runs[number].span.start)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        for number, these in edits.items():
            span, text, compressed = self.runs[number]
            data = splice(text, these).encode()
            yield Edit(span, _encoded(data, self.source[slice(*span)], compressed=compressed))


def layers_of(text: str) -> Iterator[Carrier]:
    """What the text may be under: for each layer that fits, the texts below it."""
    escapes = tuple(Span(*found.span()) for found in _ESCAPE.finditer(text))
    if escapes:
        yield Unescaped(text, escapes)
    runs = tuple(run for found in _RUN.finditer(text) if (run := _run(found)) is not None)
    if runs:
        yield Base64Runs(text, runs)


def texts_below(text: str, way: Way, most: int = _MOST_LAYERS) -> Iterator[tuple[str, Way]]:
    """Every text that a text may hold under such layers, and the way to it."""
    for carrier in layers_of(text) if most else ():
        for part in carrier.parts():
            below = way.into(carrier, part.number)
            yield part.text, below
            yield from texts_below(part.text, below, most - 1)


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    return chr(int(code, 16) if code else int(escape[4]))


def _run(found: re.Match[str]) -> Run | None:
    letters = found[0].rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        data = b64decode(letters + "=" * (-len(letters) % 4), validate=True)
        compressed = data.startswith(_GZIP)
        text = (_inflated(data) if compressed else data).decode("utf-8")
    except (binascii.Error, zlib.error, UnicodeDecodeError):
        return None
    return None if _CONTROL.search(text) else Run(Span(*found.span()), text, compressed)


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _MOST_INFLATED)


def _encoded(data: bytes, before: str, *, compressed: bool) -> str:
    """Data in base64 as it was spelled before: its alphabet, and padded or not."""
    stored = gzip.compress(data, mtime=0) if compressed else data
    new = b64encode(stored).decode("ascii")
    if "-" in before or "_" in before:
        new = new.translate(str.maketrans("+/", "-_"))
    padded = before.endswith("=") or len(before) % 4 == 0
    return new if padded else new.rstrip("=")
