"""Writes a whole scalar anew, with the comment and the blank lines that stand in its span."""

import re
from typing import NamedTuple

from cassette_cli.document.block_scalar import Block, block_runs, read_block
from cassette_cli.document.context import Context
from cassette_cli.document.document import Document
from cassette_cli.document.nodes import Scalar
from cassette_cli.document.raw_scalar import content_start
from cassette_cli.document.spelling import fallbacks, spell, spell_block
from cassette_cli.text import Edit, Span

BLOCK_STYLES = ("|", ">")
_COMMENT = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=\r?\n|\Z)")
_NEWLINE = re.compile(r"\r?\n|")


class Target(NamedTuple):
    """A scalar with all that its new spelling depends on."""

    document: Document
    scalar: Scalar
    context: Context

    @property
    def content(self) -> Span:
        """The span without tag and anchor."""
        return Span(content_start(self.document.text, self.scalar), self.scalar.end)

    @property
    def respelled(self) -> Span:
        """The span that a new spelling replaces: `content`, and a lone `!` before it.

        libyaml resolves what stands behind such a `!` as if it were plain, quoted or not.
        """
        return self.scalar.span if self.scalar.tag == "!" else self.content

    @property
    def block(self) -> Block:
        """The header, where the scalar is a block."""
        return read_block(self.document.text, *self.content, self.scalar.value)


class _Frame(NamedTuple):
    """What to replace, and what of it stays: `comment` on the first line, `tail` behind the last.

    `indent` is the column of the lines of a block.
    """

    span: Span
    comment: str = ""
    tail: str = ""
    indent: int | None = None


def replace_scalar(target: Target, value: str) -> Edit | None:
    """The scalar with a new value, in its own style or in the next that can hold it."""
    edits = (replace_scalar_in(target, value, style) for style in fallbacks(target.scalar.style))
    return next((edit for edit in edits if edit is not None), None)


def replace_scalar_in(target: Target, value: str, style: str) -> Edit | None:
    """The scalar with a value in a style, or None where that style cannot hold it."""
    scalar, context = target.scalar, target.context
    if style in BLOCK_STYLES:
        frame = _frame_of_block(target) if scalar.style in BLOCK_STYLES else _rest_of_line(target)
        if frame is None:
            return None
        spelled = spell_block(value, style, context, frame.indent, frame.comment)
        if spelled is None:
            return None
        keeps = "+" in spelled[: spelled.index("\n")].partition("#")[0]
        return Edit(frame.span, spelled if keeps else spelled + frame.tail)
    spelled = spell(value, style, context)
    if spelled is None:
        return None
    if scalar.style in BLOCK_STYLES:
        span, comment, tail, _ = _frame_of_block(target)
        newline = context.newline if target.document.text[span.end - 1] in "\r\n" else ""
        return Edit(span, spelled + comment + newline + tail)
    return _in_line(target, spelled)


def _in_line(target: Target, spelled: str) -> Edit:
    start, end = target.respelled
    separator = " " if start == end and target.document.text[start - 1 : start].strip() else ""
    return Edit(Span(start, end), separator + spelled)


def _frame_of_block(target: Target) -> _Frame:
    text = target.document.text
    block = target.block
    comment = _COMMENT.search(text, target.content.start, block.start)
    behind = block.start
    for run in block_runs(text, block):
        behind = run.end
    if block.chomping == "-":
        newline = _NEWLINE.match(text, behind)
        behind = newline.end() if newline else behind
    return _Frame(
        target.respelled,
        comment[0] if comment else "",
        text[behind : block.end],
        block.indent or None,
    )


def _rest_of_line(target: Target) -> _Frame | None:
    text = target.document.text
    start, end = target.respelled
    comment = _COMMENT.match(text, end)
    if comment is None:
        return None
    newline = _NEWLINE.match(text, comment.end())
    return _Frame(Span(start, newline.end() if newline else comment.end()), comment[0].rstrip())
