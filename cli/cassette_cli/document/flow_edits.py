"""Deletes, adds and moves what stands between brackets, in JSON and in YAML's flow style."""

import re

from cassette_cli.document.child_order import Gap, Slot, order
from cassette_cli.document.context import Context
from cassette_cli.document.intents import Insert
from cassette_cli.document.nested_splices import Splice
from cassette_cli.document.new_child import Parent, spell_child
from cassette_cli.document.nodes import Mapping
from cassette_cli.document.raw_scalar import content_start
from cassette_cli.errors import EditError
from cassette_cli.text import Span

_BETWEEN = re.compile(r"(?:[\s,]+|#.*)*")


def plan_flow(parent: Parent, gaps: tuple[Gap, ...]) -> Splice:
    """Plan a new order; what separates two children stays with the first of them."""
    text, container = parent.document.text, parent.container
    opening = content_start(text, container)
    if text[opening] not in "[{":
        raise EditError("an entry without brackets around it cannot be moved")
    children = _children(parent, opening + 1)
    slots = order(gaps)
    # Brackets and all, so that no edit of a child can have the same span.
    whole = Span(opening, container.end)
    if not (slots and children):
        new = [spell_child(parent, slot) for slot in slots if isinstance(slot, Insert)]
        return Splice(whole, (text[opening], ", ".join(new), text[container.end - 1]))
    pieces: list[str | Span] = [text[opening : children[0].start]]
    for index, slot in enumerate(slots):
        if index:
            pieces.append(_separator(parent, children, slots[index - 1]))
        pieces.append(spell_child(parent, slot) if isinstance(slot, Insert) else children[slot])
    return Splice(whole, (*pieces, text[children[-1].end : container.end]))


def _children(parent: Parent, position: int) -> list[Span]:
    text, container = parent.document.text, parent.container
    if isinstance(container, Mapping):
        spans = [Span(key.start, value.end) for key, value in container.entries]
    else:
        spans = [item.span for item in container.items]
    for span in spans:
        if not _BETWEEN.fullmatch(text, position, span.start):
            raise EditError("an entry with a `?` between brackets cannot be moved")
        position = span.end
    return spans


def _separator(parent: Parent, children: list[Span], before: Slot) -> str:
    """What stands behind a child; new ones, and the last, have it from the first."""
    text = parent.document.text
    index = before if isinstance(before, int) and before + 1 < len(children) else 0
    if index + 1 < len(children):
        return text[children[index].end : children[index + 1].start]
    leading = text[content_start(text, parent.container) + 1 : children[0].start]
    return "," + (leading or " ")


def plan_filled(parent: Parent, context: Context, gaps: tuple[Gap, ...]) -> Splice:
    """Write the first children of an empty collection of a block in lines of their own.

    `context` is that of the collection itself, and decides the place of those lines.
    """
    text, container = parent.document.text, parent.container
    start = content_start(text, container)
    own_lines = context.key_end is not None or start > container.start
    if not own_lines:
        indent = parent.document.column(start)
    elif isinstance(container, Mapping):
        indent = max(context.indent, 0) + context.step
    else:
        indent = max(context.indent, 0) + (
            context.dash if context.key_end is not None else context.step
        )
    inner = parent._replace(inner=context._replace(indent=indent, key_end=None))
    line = context.newline + " " * indent
    new = [spell_child(inner, slot) for slot in order(gaps) if isinstance(slot, Insert)]
    if own_lines:
        start = len(text[:start].rstrip(" "))
    return Splice(Span(start, container.end), ((line if own_lines else "") + line.join(new),))
