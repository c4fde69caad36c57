r"""The raw text of a scalar as runs: what stands for itself, and what is an escape or a fold.

Raw text between two runs is syntax without a value: indentation, quotes, a `\` at a line's end.
https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions, and chapter 8 for blocks.
"""

import re
from collections.abc import Iterator
from itertools import islice
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
_LINE = re.compile(f"([^\r\n\x85\u2028\u2029]*)({BREAK}|\\Z)")
HEADER = re.compile(
    f"[|>](?P<marks>[-+1-9]*)(?P<comment>[ \t]*(?:#[^\r\n\x85\u2028\u2029]*)?)(?:{BREAK}|\\Z)"
)


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
    return [_normal(found) for found in _BREAK.findall(raw)]


def _normal(line_break: str) -> str:
    return line_break if line_break in "\u2028\u2029" else "\n"


class Block(NamedTuple):
    """What the header of a block scalar says; `indent` is that of its text, in columns.

    `indicated` tells whether the header names it, so that the text may begin with a blank.
    """

    indicated: bool
    folded: bool
    chomping: str
    start: int
    end: int
    indent: int


def read_block(source: str, start: int, end: int, value: str) -> Block:
    """Read the header at `start`. The value tells the indentation where an indicator gives it
    only in relation to the collection around it.
    """
    header = HEADER.match(source, start, end)
    marks = header["marks"] if header else ""
    first = header.end() if header else end
    indent = _detect_indent(source, first, end)
    indicated = any(mark.isdigit() for mark in marks)
    if indicated:
        indent = _indent_by_value(source, first, end, value)
    chomping = "".join(mark for mark in marks if not mark.isdigit())
    return Block(indicated, source[start] == ">", chomping, first, end, indent)


def _detect_indent(source: str, start: int, end: int) -> int:
    widest = 0
    for line in _LINE.finditer(source, start, end):
        spaces = len(line[1]) - len(line[1].lstrip(" "))
        widest = max(widest, spaces)
        if spaces < len(line[1]):
            break
    return widest


def _indent_by_value(source: str, start: int, end: int, value: str) -> int:
    text = value.lstrip("\n")
    blank_lines = len(value) - len(text)
    found = next(islice(_LINE.finditer(source, start, end), blank_lines, None), None)
    line = found[1] if found else ""
    return len(line) - len(line.lstrip(" ")) - (len(text) - len(text.lstrip(" ")))


def block_runs(source: str, block: Block) -> Iterator[Run]:
    """Runs of a literal or folded block."""
    return _folded_runs(source, block) if block.folded else _literal_runs(source, block)


def _literal_runs(source: str, block: Block) -> Iterator[Run]:
    held: list[Run] = []  # the last line of text and the blank ones behind it
    end_of_text = block.start
    for line in _LINE.finditer(source, block.start, block.end):
        if line.end(1) - line.start() <= block.indent:
            held += _break_run(line)
            continue
        yield from held
        start = line.start() + block.indent
        if line[2] == "\n":
            held = [Run(start, line.end(), None)]
        else:
            held = [Run(start, line.end(1), None), *_break_run(line)]
        end_of_text = line.end(1) if block.chomping == "-" else line.end()
    if block.chomping == "+":
        end_of_text = block.end
    for run in held:
        if run.start < end_of_text:
            yield run._replace(end=min(run.end, end_of_text))


def _folded_runs(source: str, block: Block) -> Iterator[Run]:
    held: list[Run] = []  # line breaks whose fate the next line of text decides
    was_blank = None
    for line in _LINE.finditer(source, block.start, block.end):
        line_break = _break_run(line)
        if len(line[1]) > block.indent:
            start = line.start() + block.indent
            blank = source[start] in " \t"
            if was_blank is False and not blank:
                yield from _folded(held, start)
            else:
                yield from held
            yield Run(start, line.end(1), None)
            held, was_blank = line_break, blank
        else:
            held += line_break
    if block.chomping == "+":
        yield from held
    elif block.chomping == "" and was_blank is not None:
        yield from held[:1]


def _break_run(line: re.Match[str]) -> list[Run]:
    return [Run(line.start(2), line.end(), _normal(line[2]))] if line[2] else []


def _folded(held: list[Run], start: int) -> list[Run]:
    if held[0].text != "\n":
        return held
    return held[1:] or [Run(held[0].start, start, " ")]
