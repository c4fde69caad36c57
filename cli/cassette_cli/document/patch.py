"""Applies edits to a document: planned on one text, spliced once, and proven by a second parse."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from cassette_cli.document.context import Located, locate
from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.intents import (
    ContainerIntent,
    EditComment,
    Intent,
    NodeIntent,
    RenameAnchor,
)
from cassette_cli.document.nested_splices import splice_nested
from cassette_cli.document.nodes import (
    Alias,
    Comment,
    Location,
    Mapping,
    Node,
    Scalar,
    Sequence,
    location_of,
    walk,
)
from cassette_cli.document.parse import parse
from cassette_cli.document.plan import Plan
from cassette_cli.document.verify import Changes, prove
from cassette_cli.errors import EditError, ParseError
from cassette_cli.text import Edit


def apply(document: Document, intents: Iterable[Intent]) -> Document:
    """The document with all the edits made, and nothing else changed.

    Raises EditError where an edit overlaps another, would change a value that an alias shares, or
    cannot be proven to do only what was asked.
    """
    if document.syntax is Syntax.HTTP:
        return _edit_trace(document, intents)
    asked = _grouped(intents)
    plan = Plan(document, [], Changes())
    if asked.anchors:
        with _errors_at(document, None):
            plan.rename_anchors(asked.anchors)
    for comment, edits in asked.comments.items():
        with _errors_at(document, comment):
            plan.edit_comment(comment, edits)
    located = locate(document, asked.nodes)
    shared = _alias_names(document)
    for location, group in asked.nodes.items():
        with _errors_at(document, _node_of(group[0])):
            _refuse_shared(located.get(location), shared)
            plan.edit_node(located[location], group)
    return _carry_out(plan)


class _Asked(NamedTuple):
    """What is asked, by what it is asked of."""

    nodes: dict[Location, list[NodeIntent]]
    comments: dict[Comment, tuple[Edit, ...]]
    anchors: dict[str, str]


def _grouped(intents: Iterable[Intent]) -> _Asked:
    asked = _Asked(defaultdict(list), defaultdict(tuple), {})
    for intent in intents:
        match intent:
            case EditComment(comment, edits):
                asked.comments[comment] += edits
            case RenameAnchor(name, new_name):
                if asked.anchors.setdefault(name, new_name) != new_name:
                    raise EditError(f"the anchor {name!r} is renamed twice")
            case _:
                asked.nodes[location_of(_node_of(intent))].append(intent)
    return asked


def _node_of(intent: NodeIntent) -> Scalar | Mapping | Sequence:
    return intent.container if isinstance(intent, ContainerIntent) else intent.scalar


def _alias_names(document: Document) -> set[str]:
    if not document.aliased:
        return set()
    return {node.name for root in document.roots for node in walk(root) if isinstance(node, Alias)}


@contextmanager
def _errors_at(document: Document, node: Node | Comment | None) -> Iterator[None]:
    try:
        yield
    except EditError as error:
        where = document.name
        if node is not None:
            where = f"{where}:{document.line_and_column(node.start)[0]}"
        raise EditError(error.message, where=where, hint=error.hint) from None


def _refuse_shared(located: Located | None, shared: set[str]) -> None:
    if located is None:
        raise EditError("the value is not written in this file")
    if not shared.isdisjoint(located.context.anchors):
        raise EditError("the value is shared by an alias", hint="write out the alias first")


def _edit_trace(old: Document, intents: Iterable[Intent]) -> Document:
    from cassette_cli.document.trace_edits import edit_trace  # noqa: PLC0415 -- few files are one

    return _proven(old, *edit_trace(old, intents))


def _carry_out(plan: Plan) -> Document:
    old = plan.document
    if not plan.splices:
        return old
    if plan.changes.comments and plan.changes.children:
        raise EditError("comments and children cannot be edited at once", where=old.name)
    return _proven(old, splice_nested(old.text, plan.splices), plan.changes)


def _proven(old: Document, text: str, changes: Changes) -> Document:
    """The new text as a document. Raises EditError where more changed than was to change."""
    try:
        new = parse(old.name, text)
    except ParseError as error:
        raise EditError(
            f"the edit would break the file: {error.message}", where=error.where
        ) from None
    prove(old, new, changes)
    return old if text == old.text else new
