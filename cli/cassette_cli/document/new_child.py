"""Spells a new entry or item in the way of its siblings."""

from typing import NamedTuple

from cassette_cli.document.context import Context
from cassette_cli.document.document import Document
from cassette_cli.document.intents import Insert
from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.document.raw_scalar import content_start
from cassette_cli.document.replace_scalar import BLOCK_STYLES
from cassette_cli.document.spelling import fallbacks, spell_first
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span, splice


class Parent(NamedTuple):
    """A collection whose children are edited; `inner` is the context of those."""

    document: Document
    container: Mapping | Sequence
    inner: Context


class _Sibling(NamedTuple):
    """The child to be like, if there is one; an item has no key."""

    key: Node | None
    value: Node | None


def expected_child(parent: Parent, insert: Insert) -> tuple[Node, ...]:
    """The key, if there is one, and the value that have to be found; their spans say nothing."""
    values = _values(insert, _sibling(parent, insert))
    value: Node
    like = _sibling(parent, insert).value
    if isinstance(like, Mapping) and not isinstance(values, str):
        value = _expected_mapping(like, values)
    elif isinstance(values, str):
        value = _string(values)
    else:
        value = Sequence(tuple(map(_string, values)), flow=True, start=0, end=0)
    return (value,) if insert.name is None else (_string(insert.name), value)


def _expected_mapping(like: Mapping, values: tuple[str, ...]) -> Mapping:
    nodes: list[tuple[Node, Node]] = []
    for (key, old), text in zip(like.entries, values, strict=True):
        value: Node = _string(text)
        if isinstance(old, Sequence):
            value = Sequence((value,), flow=True, start=0, end=0)
        nodes.append((_string(key.value if isinstance(key, Scalar) else ""), value))
    return Mapping(tuple(nodes), flow=True, start=0, end=0)


def _string(text: str) -> Scalar:
    return Scalar(text, '"', 0, 0)


def spell_child(parent: Parent, insert: Insert) -> str:
    """The source text of the child, without the indentation and the break of its line."""
    sibling = _sibling(parent, insert)
    values = _values(insert, sibling)
    flow = parent.inner.flow
    if insert.name is None:
        head, separator = ("", "") if flow else ("-", " ")
    else:
        head, separator = _spell_key(parent, insert.name, sibling), _separator(parent, sibling)
    style = _style(parent, sibling.value)
    if isinstance(sibling.value, Mapping) and not isinstance(values, str):
        return head + separator + _mapping(parent, sibling.value, values)
    if isinstance(values, str):
        return head + separator + _spell(parent.inner, values, style)
    in_flow = flow or not values or (isinstance(sibling.value, Sequence) and sibling.value.flow)
    if in_flow:
        inner = parent.inner._replace(flow=True)
        items = [_spell(inner, value, style) for value in values]
        return head + separator + _flow_list(parent, sibling.value, items)
    items = [_spell(parent.inner, value, style) for value in values]
    return head + separator.rstrip() + _block_list(parent, sibling.value, items)


def _sibling(parent: Parent, insert: Insert) -> _Sibling:
    match parent.container:
        case Mapping(entries) if insert.like is not None:
            return _Sibling(*entries[insert.like])
        case Sequence(items) if insert.like is not None:
            return _Sibling(None, items[insert.like])
    return _Sibling(None, None)


def _values(insert: Insert, sibling: _Sibling) -> str | tuple[str, ...]:
    if isinstance(insert.value, str) and isinstance(sibling.value, Sequence):
        return (insert.value,)
    return insert.value


def _spell_key(parent: Parent, name: str, sibling: _Sibling) -> str:
    return _spell(parent.inner._replace(is_key=True), name, _style(parent, sibling.key))


def _style(parent: Parent, like: Node | None) -> str:
    if isinstance(like, Sequence):
        like = like.items[0] if like.items else None
    if parent.inner.json:
        return '"'
    style = like.style if isinstance(like, Scalar) else ""
    return "" if style in BLOCK_STYLES else style


def _spell(context: Context, value: str, style: str) -> str:
    spelled = spell_first(value, fallbacks(style), context)
    if spelled is None:
        raise EditError("the new text has characters that YAML cannot hold")
    return spelled


def _separator(parent: Parent, sibling: _Sibling) -> str:
    """What stands between key and value; in a block always the same."""
    if parent.inner.flow and sibling.key is not None and sibling.value is not None:
        between = parent.document.text[sibling.key.end : sibling.value.start]
        if between.strip() == ":":
            return between
    return ": "


def _mapping(parent: Parent, like: Mapping, values: tuple[str, ...]) -> str:
    """The mapping as it is spelled, with other values; a list in it holds one."""
    if len(like.entries) != len(values):
        raise EditError("a new mapping needs one of as many entries to be like")
    spans: list[Edit] = []
    for (_, old), value in zip(like.entries, values, strict=True):
        first = old.items[0] if isinstance(old, Sequence) and old.items else old
        last = old.items[-1] if isinstance(old, Sequence) and old.items else old
        if not isinstance(first, Scalar):
            raise EditError("a new mapping needs one of texts to be like")
        context = parent.inner._replace(flow=like.flow)
        text = _spell(context, value, _style(parent, first))
        spans.append(Edit(Span(first.start - like.start, last.end - like.start), text))
    return splice(parent.document.text[like.start : like.end], spans)


def _flow_list(parent: Parent, like: Node | None, items: list[str]) -> str:
    if not (isinstance(like, Sequence) and like.flow and like.items and items):
        return f"[{', '.join(items)}]"
    text = parent.document.text
    opening = text[content_start(text, like) : like.items[0].start]
    closing = text[like.items[-1].end : like.end]
    separator = "," + (opening[1:] or " ")
    if len(like.items) > 1:
        separator = text[like.items[0].end : like.items[1].start]
    return opening + separator.join(items) + closing


def _block_list(parent: Parent, like: Node | None, items: list[str]) -> str:
    document, inner = parent.document, parent.inner
    # An item of a list has to stand further right than its dash, the value of a key need not.
    dash = inner.dash if isinstance(parent.container, Mapping) else inner.step
    if isinstance(like, Sequence):
        dash = document.column(content_start(document.text, like)) - inner.indent
    line = inner.newline + " " * (inner.indent + dash) + "- "
    return line + line.join(items)
