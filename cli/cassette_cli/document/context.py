"""Where a node stands in its document: what decides how a new text for it can be spelled."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from typing import NamedTuple

from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.nodes import (
    Alias,
    Location,
    Mapping,
    Node,
    Scalar,
    Sequence,
    location_of,
)
from cassette_cli.document.raw_scalar import content_start


class Context(NamedTuple):
    """The surroundings of a node. Columns count from 0.

    `ascii` is a text without other characters, `also_yaml` JSON in a file that YAML loaders read.
    `indent` is the column of the block collection around the node, -1 at the root. `step` and
    `dash` are how much further this file indents a nested mapping and the dashes of a list.
    `key_end` is the end of the key that the node is the value of. `anchors` are those of the node
    and of all around it.
    """

    json: bool
    ascii: bool
    newline: str
    indent: int = -1
    step: int = 2
    dash: int = 0
    flow: bool = False
    is_key: bool = False
    key_end: int | None = None
    anchors: tuple[str, ...] = ()
    also_yaml: bool = False


class Located(NamedTuple):
    """A node of a document, and its context."""

    node: Scalar | Mapping | Sequence
    context: Context


def locate(document: Document, locations: Collection[Location]) -> dict[Location, Located]:
    """The nodes of a document that stand there."""
    search = _Search(document, locations, sorted(start for _, start, _ in locations), {})
    text = document.text
    first_break = text.find("\n")
    context = Context(
        json=document.syntax is Syntax.JSON,
        ascii=text.isascii(),
        newline="\r\n" if text[first_break - 1 : first_break] == "\r" else "\n",
        also_yaml=document.also_yaml,
    )
    for root in document.roots:
        _visit(root, context, search)
    return search.found


class _Search(NamedTuple):
    document: Document
    wanted: Collection[Location]
    starts: list[int]
    found: dict[Location, Located]

    def concerns(self, node: Node) -> bool:
        return bisect_left(self.starts, node.start) < bisect_right(self.starts, node.end)


def _visit(node: Node, context: Context, search: _Search) -> None:
    if isinstance(node, Alias) or not search.concerns(node):
        return
    if node.anchor is not None:
        context = context._replace(anchors=(*context.anchors, node.anchor))
    if location_of(node) in search.wanted:
        search.found[location_of(node)] = Located(node, context)
    if not isinstance(node, Scalar):
        for child, child_context in _children(node, context, search.document):
            _visit(child, child_context, search)


def _children(
    node: Mapping | Sequence, context: Context, document: Document
) -> Iterator[tuple[Node, Context]]:
    inner = inner_context(document, node, context)
    if isinstance(node, Sequence):
        for item in node.items:
            yield item, inner
    else:
        for key, value in node.entries:
            yield key, inner._replace(is_key=True)
            yield value, inner._replace(key_end=key.end)


def inner_context(document: Document, node: Mapping | Sequence, context: Context) -> Context:
    """The context of the children of a collection."""
    if node.flow:
        return context._replace(flow=True, is_key=False, key_end=None)
    column = document.column(content_start(document.text, node))
    inner = context._replace(indent=column, is_key=False, key_end=None)
    if context.key_end is None or context.indent < 0:
        return inner
    if isinstance(node, Sequence):
        return inner._replace(dash=column - context.indent)
    return inner._replace(step=column - context.indent)
