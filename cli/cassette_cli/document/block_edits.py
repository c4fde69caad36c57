"""Deletes, adds and moves the children of a block collection, which stand in lines of their own."""

import re

from cassette_cli.document.block_scalar import read_block
from cassette_cli.document.child_order import Gap, Slot
from cassette_cli.document.context import Context
from cassette_cli.document.intents import Insert
from cassette_cli.document.nested_splices import Splice
from cassette_cli.document.new_child import Parent, spell_child
from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.document.raw_scalar import content_start
from cassette_cli.errors import EditError
from cassette_cli.text import Span

_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\r?\n)+")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r?\n|\Z)")


def plan_block(parent: Parent, context: Context, gaps: tuple[Gap, ...]) -> Splice:
    """Plan a new order. Comments above a child stay where they are, one behind it goes with it.

    `context` is that of the collection itself.
    """
    lines = _lines(parent)
    if not any(gap.added or gap.stays for gap in gaps):
        return _emptied(parent, context, lines)
    pieces = _pieces(parent, gaps, lines)
    # What stands in front of the first child stays there, even if it is the parent's indicator.
    while isinstance(first := pieces[0], str) and not first.strip():
        del pieces[0]
    if isinstance(first := pieces[0], str):
        pieces[0] = first.lstrip()
    return Splice(Span(lines[0].start, lines[-1].end), tuple(pieces))


def _lines(parent: Parent) -> list[Span]:
    """For each child, from its dash or key to the end of its last line."""
    text = parent.document.text
    lines = []
    position = content_start(text, parent.container)
    for child in _last_nodes(parent.container):
        start = _skip_gap(text, position)
        position = _end_of_line(text, child.end)
        lines.append(Span(start, position))
    return lines


def _last_nodes(container: Mapping | Sequence) -> tuple[Node, ...]:
    if isinstance(container, Mapping):
        return tuple(value for _, value in container.entries)
    return container.items


def _skip_gap(text: str, position: int) -> int:
    found = _GAP.match(text, position)
    return found.end() if found else position


def _end_of_line(text: str, offset: int) -> int:
    if text[offset - 1] in "\r\n":
        return offset
    rest = _REST_OF_LINE.match(text, offset)
    if rest is None:
        raise EditError("an entry that shares its last line with another cannot be moved")
    return rest.end()


def _pieces(parent: Parent, gaps: tuple[Gap, ...], lines: list[Span]) -> list[str | Span]:
    margin = " " * parent.inner.indent
    pieces: list[str | Span] = []
    last: Slot | None = None
    for index, gap in enumerate(gaps):
        for slot in gap.added:
            pieces += [margin, *_child(parent, slot, lines)]
            last = slot
        if 0 < index < len(lines):
            pieces.append(_comments(parent, lines, index, last))
        if gap.stays:
            pieces += [margin, *_child(parent, index, lines)]
            last = index
    if isinstance(last, int) and pieces[-2:] == _child(parent, last, lines):
        # The last line of the file had no break, and needs none now.
        del pieces[-1]
    return pieces


def _child(parent: Parent, slot: Slot, lines: list[Span]) -> list[str | Span]:
    if isinstance(slot, Insert):
        return [spell_child(parent, slot) + parent.inner.newline]
    line = lines[slot]
    at_end_of_file = parent.document.text[line.end - 1] not in "\r\n"
    return [line, parent.inner.newline] if at_end_of_file else [line]


def _comments(parent: Parent, lines: list[Span], index: int, last: Slot | None) -> str:
    """The comment and blank lines above a child."""
    text = parent.document.text
    comments = text[lines[index - 1].end : lines[index].start - parent.inner.indent]
    if isinstance(last, int) and _takes_blank_lines(text, _last_nodes(parent.container)[last]):
        return _BLANK_LINES.sub("", comments)
    return comments


def _takes_blank_lines(text: str, node: Node) -> bool:
    """Whether blank lines behind a node would become a part of it (`|+`)."""
    while isinstance(node, Mapping | Sequence) and not node.flow:
        node = _last_nodes(node)[-1]
    if not isinstance(node, Scalar) or node.style not in ("|", ">"):
        return False
    return read_block(text, content_start(text, node), node.end, node.value).chomping == "+"


def _emptied(parent: Parent, context: Context, lines: list[Span]) -> Splice:
    text, container = parent.document.text, parent.container
    brackets = "{}" if isinstance(container, Mapping) else "[]"
    start, end = lines[0].start, lines[-1].end
    comments = "".join(_comments(parent, lines, index, None) for index in range(1, len(lines)))
    margin = start - parent.inner.indent
    behind = _behind_indicator(parent, context, start)
    if behind is None or text[margin - 1] not in "\r\n" or text[margin:start].strip():
        newline = parent.inner.newline if text[end - 1] in "\r\n" else ""
        return Splice(Span(start, end), (brackets + newline, comments))
    found = _REST_OF_LINE.search(text, behind)
    head = found.start() if found else behind
    return Splice(Span(head, end), (f" {brackets}", text[head:margin], comments))


def _behind_indicator(parent: Parent, context: Context, first_child: int) -> int | None:
    """Where an empty collection belongs: behind its tag and anchor, or else behind its key."""
    if parent.container.start < first_child:
        return parent.container.start
    if context.key_end is None:
        return None
    return _skip_gap(parent.document.text, context.key_end) + 1
