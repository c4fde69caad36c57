r"""The raw text of a scalar as runs: what stands for itself, and what is an escape or a fold.

Raw text between two runs is syntax without a value: indentation, quotes, a `\` at a line's end.
https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions. For blocks see `block_scalar`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cassette_cli.document.nodes import Mapping, Scalar, Sequence
from cassette_cli.text import Span

BREAK = "\r\n|[\r\n\x85\u2028\u2029]"
_BREAK = re.compile(BREAK)
# Not of `BREAK`: what begins with a choice of characters is found without trying at each of them.
_FOLD = "[\r\n\x85\u2028\u2029][ \t\r\n\x85\u2028\u2029]*"
_HEX = "[0-9a-fA-F]"
_ESCAPE = (
    rf"\\(?:{_FOLD}|u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}}"
    rf"|x{_HEX}{{2}}|u{_HEX}{{4}}|U{_HEX}{{8}}|.)"
)
_SPECIAL = {
    "": re.compile(_FOLD),
    "'": re.compile(f"''|{_FOLD}"),
    '"': re.compile(f"{_ESCAPE}|{_FOLD}"),
}
_SPECIAL_IN_JSON = re.compile(_ESCAPE)
_NAMED_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_PROPERTY = re.compile(r"[!&]\S*(?:\s+|#.*)*")


class Run(NamedTuple):
    """Source text from `start` to `end` that spells `text`, or stands for itself (None)."""

    start: int
    end: int
    text: str | None


def decode(source: str, runs: Iterator[Run]) -> str:
    """The value that the runs spell."""
    return "".join(source[run.start : run.end] if run.text is None else run.text for run in runs)


def content_start(source: str, node: Scalar | Mapping | Sequence) -> int:
    """Where a node begins behind its tag and anchor."""
    position = node.start
    for _ in range((node.tag is not None) + (node.anchor is not None)):
        found = _PROPERTY.match(source, position, node.end)
        position = found.end() if found else position
    return position


def anchor_span(source: str, node: Scalar | Mapping | Sequence) -> Span:
    """Where the name of a node's anchor stands."""
    position = node.start
    if source[position] == "!":
        tag = _PROPERTY.match(source, position, node.end)
        position = tag.end() if tag else position
    return Span(position + 1, position + 1 + len(node.anchor or ""))


def flow_runs(
    source: str, start: int, end: int, style: str, *, json: bool = False
) -> Iterator[Run]:
    """Runs of the text inside of the quotes, or of a plain scalar."""
    position = start
    special = _SPECIAL_IN_JSON if json else _SPECIAL[style]
    for found in special.finditer(source, start, end):
        stop = found.start()
        raw = found[0]
        if raw[0] not in "'\\":
            # Blanks before a fold are no text. Going back from the fold keeps this linear.
            while stop > position and source[stop - 1] in " \t":
                stop -= 1
        if stop > position:
            yield Run(position, stop, None)
        if text := _unescape(raw):
            yield Run(stop, found.end(), text)
        position = found.end()
    if position < end:
        yield Run(position, end, None)


def _unescape(raw: str) -> str:
    match raw[0], raw[1:2]:
        case "'", _:
            return "'"
        case "\\", "x" | "u" | "U":
            codes = [int(digits, 16) for digits in re.findall(rf"\\[xuU]({_HEX}+)", raw)]
            units = b"".join(chr(code).encode("utf-16-le", "surrogatepass") for code in codes)
            return units.decode("utf-16-le", "surrogatepass")
        case "\\", "\r" | "\n" | "\x85" | "\u2028" | "\u2029":
            return "".join(_breaks(raw)[1:])
        case "\\", name:
            return _NAMED_ESCAPES.get(name, name)
    first, *others = _breaks(raw)
    if first == "\n":
        return "".join(others) or " "
    return first + "".join(others)


def _breaks(raw: str) -> list[str]:
    return [normal_break(found) for found in _BREAK.findall(raw)]


def normal_break(line_break: str) -> str:
    """The text that a line break stands for."""
    return line_break if line_break in "\u2028\u2029" else "\n"
