"""The raw text of a literal or folded block: its header, and its lines as runs.

https://yaml.org/spec/1.2.2/#chapter-8-block-style-productions
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cassette_cli.document.raw_scalar import BREAK, Run, normal_break

_LINE = re.compile(f"([^\r\n\x85\u2028\u2029]*)({BREAK}|\\Z)")
HEADER = re.compile(
    f"[|>](?P<marks>[-+1-9]*)(?P<comment>[ \t]*(?:#[^\r\n\x85\u2028\u2029]*)?)(?:{BREAK}|\\Z)"
)


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
    return [Run(line.start(2), line.end(), normal_break(line[2]))] if line[2] else []


def _folded(held: list[Run], start: int) -> list[Run]:
    if held[0].text != "\n":
        return held
    return held[1:] or [Run(held[0].start, start, " ")]
