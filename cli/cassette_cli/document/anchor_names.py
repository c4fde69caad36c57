"""Renames anchors, with all aliases of them: https://yaml.org/spec/1.2.2/#692-node-anchors."""

import re
from collections.abc import Iterator

from cassette_cli.document.document import Document
from cassette_cli.document.nested_splices import Splice
from cassette_cli.document.nodes import Alias, Node, walk
from cassette_cli.document.raw_scalar import anchor_span
from cassette_cli.errors import EditError
from cassette_cli.text import Span

# YAML 1.2 allows more; libyaml and PyYAML do not.
_NAME = re.compile(r"[0-9A-Za-z_-]+")


def plan_anchor_names(document: Document, names: dict[str, str]) -> Iterator[Splice]:
    """A splice for each place of each name. Raises EditError where a name could not be read, or is
    that of another anchor already.
    """
    spans = list(_spans(document))
    _refuse(names, {name for name, _ in spans})
    for name, span in spans:
        if name in names:
            yield Splice(span, (names[name],))


def _spans(document: Document) -> Iterator[tuple[str, Span]]:
    for root in document.roots:
        for node in walk(root):
            if name := _name(node):
                yield name, _span(document, node)


def _name(node: Node) -> str | None:
    return node.name if isinstance(node, Alias) else node.anchor


def _span(document: Document, node: Node) -> Span:
    if isinstance(node, Alias):
        return Span(node.start + 1, node.end)
    return anchor_span(document.text, node)


def _refuse(names: dict[str, str], known: set[str]) -> None:
    kept = known - names.keys()
    for old, new in names.items():
        if old not in known:
            raise EditError(f"there is no anchor {old!r}")
        if not _NAME.fullmatch(new):
            raise EditError(f"{new!r} is no name for an anchor")
        if new in kept or list(names.values()).count(new) > 1:
            raise EditError(f"there would be two anchors {new!r}")
