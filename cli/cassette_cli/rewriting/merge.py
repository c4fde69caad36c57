"""Join cassettes of one format: the first, with the interactions of the others behind its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cassette_cli.document import (
    Alias,
    Document,
    Node,
    Scalar,
    Syntax,
    apply,
    content_start,
    parse,
    walk,
)
from cassette_cli.document import Sequence as ListNode
from cassette_cli.errors import EditError, ParseError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette, Interaction
from cassette_cli.rewriting.interaction_list import interaction_list, renumbering

_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r?\n|\Z)")
_LINE_BREAK = re.compile(r"\r?\n")


class _Listed(NamedTuple):
    """A list of interactions with its document."""

    document: Document
    node: ListNode

    @property
    def column(self) -> int:
        return self.document.column(content_start(self.document.text, self.node))

    @property
    def newline(self) -> str:
        found = _LINE_BREAK.search(self.document.text)
        return found[0] if found else "\n"


def merge(cassettes: Sequence[Cassette]) -> str:
    """The text of the merged file; ids are renumbered, nothing else is written anew.

    Raises EditError where formats differ, or where the result cannot be proven to hold what the
    cassettes hold.
    """
    for cassette in cassettes:
        _refuse_mixture(cassettes[0], cassette)
    filled = [cassette for cassette in cassettes if cassette.interactions]
    if len(filled) <= 1:
        return (filled or cassettes)[0].document.text
    lists = [_listed(cassette) for cassette in filled]
    base, *others = lists
    text = _append_in_flow(base, others) if base.node.flow else _append_in_block(base, others)
    try:
        document = parse(base.document.name, text)
    except ParseError as error:
        raise EditError(f"the merged file would be broken: {error.message}") from None
    merged = read_cassette(document)
    interactions = [one for cassette in filled for one in cassette.interactions]
    if not _holds(merged, lists, interactions):
        raise EditError("the merged file would not hold the same interactions")
    return apply(document, renumbering(merged.interactions)).text


def _refuse_mixture(first: Cassette, other: Cassette) -> None:
    if other.not_http is not None:
        raise EditError(f"no HTTP, but {other.not_http}", where=other.path)
    if _kind(first) != _kind(other):
        raise EditError(
            f"{' '.join(_kind(other))}, but {first.path} is {' '.join(_kind(first))}",
            where=other.path,
            hint="merge cassettes of one format",
        )


def _kind(cassette: Cassette) -> tuple[str, ...]:
    version = cassette.format_version or ""
    # Some recorders name themselves there, with the version of the program.
    of_format = (version,) if version.isdigit() else ()
    return (cassette.format, *of_format, cassette.document.syntax.value)


def _listed(cassette: Cassette) -> _Listed:
    node = interaction_list(cassette)
    if node is None:
        raise EditError(
            f"a file of the format {cassette.format} holds one interaction", where=cassette.path
        )
    return _Listed(cassette.document, node)


def _append_in_block(base: _Listed, others: Sequence[_Listed]) -> str:
    text = base.document.text
    end = _end_of_items(base)
    pieces = [text[:end], *(_items_in_block(base, other) for other in others), text[end:]]
    *filled, last = (piece for piece in pieces if piece)
    return "".join(_closed(piece, base.newline) for piece in filled) + last


def _items_in_block(base: _Listed, other: _Listed) -> str:
    """The lines of the items, moved to the column of the list that they are added to."""
    if other.node.flow:
        raise EditError(
            f"its interactions stand in brackets, those of {base.document.name} do not",
            where=other.document.name,
        )
    start = content_start(other.document.text, other.node)
    lines = _LINE_BREAK.split(other.document.text[start : _end_of_items(other)])
    shift = base.column - other.column
    moved = [" " * base.column + lines[0], *(_shifted(line, shift) for line in lines[1:])]
    return base.newline.join(moved)


def _shifted(line: str, shift: int) -> str:
    if not line or shift == 0:
        return line
    blank = len(line) - len(line.lstrip(" "))
    return " " * shift + line if shift > 0 else line[min(-shift, blank) :]


def _end_of_items(listed: _Listed) -> int:
    text, end = listed.document.text, listed.node.items[-1].end
    if text[end - 1] in "\r\n":
        return end
    rest = _REST_OF_LINE.match(text, end)
    return rest.end() if rest else end


def _closed(text: str, newline: str) -> str:
    return text if text.endswith("\n") else text + newline


def _append_in_flow(base: _Listed, others: Sequence[_Listed]) -> str:
    text = base.document.text
    first, last = base.node.items[0], base.node.items[-1]
    if base.document.syntax is Syntax.HTTP:
        separator = ""
    elif len(base.node.items) > 1:
        separator = text[first.end : base.node.items[1].start]
    else:
        separator = "," + (text[content_start(text, base.node) + 1 : first.start] or " ")
    added = (
        separator + other.document.text[other.node.items[0].start : other.node.items[-1].end]
        for other in others
    )
    return text[: last.end] + "".join(added) + text[last.end :]


def _holds(merged: Cassette, lists: Sequence[_Listed], interactions: Sequence[Interaction]) -> bool:
    """Whether the very nodes of the lists stand in the merged one, and read as they did."""
    node = interaction_list(merged)
    expected = [_shape(item) for listed in lists for item in listed.node.items]
    found = [_shape(item) for item in node.items] if node is not None else []
    numbered = tuple(replace(one, index=index) for index, one in enumerate(interactions))
    return found == expected and merged.interactions == numbered


def _shape(node: Node) -> list[tuple[object, ...]]:
    """A tree without its places in the text."""
    return [_label(child) for child in walk(node)]


def _label(node: Node) -> tuple[object, ...]:
    match node:
        case Scalar():
            return node.value, node.style, node.tag, node.anchor
        case Alias():
            return (node.name,)
    return type(node).__name__, len(node[0]), node.flow, node.tag, node.anchor
