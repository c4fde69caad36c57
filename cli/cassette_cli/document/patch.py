"""Applies edits to a document: planned on one text, spliced once, and proven by a second parse."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, assert_never

from cassette_cli.document.anchor_names import plan_anchor_names
from cassette_cli.document.block_edits import plan_block
from cassette_cli.document.child_order import Gap, Slot, arrange, order
from cassette_cli.document.comments import edited_comment, value_span
from cassette_cli.document.context import Context, Located, inner_context, locate
from cassette_cli.document.document import Document
from cassette_cli.document.flow_edits import plan_filled, plan_flow
from cassette_cli.document.intents import (
    ContainerIntent,
    EditComment,
    Insert,
    Intent,
    NodeIntent,
    RenameAnchor,
    ReplaceText,
    ScalarIntent,
)
from cassette_cli.document.nested_splices import Splice, splice_nested
from cassette_cli.document.new_child import Parent, expected_child
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
from cassette_cli.document.replace_scalar import Target
from cassette_cli.document.scalar_edits import ScalarPlan, plan_scalar
from cassette_cli.document.verify import Changes, prove
from cassette_cli.errors import EditError, ParseError
from cassette_cli.text import Edit, Span, splice


def apply(document: Document, intents: Iterable[Intent]) -> Document:
    """The document with all the edits made, and nothing else changed.

    Raises EditError where an edit overlaps another, would change a value that an alias shares, or
    cannot be proven to do only what was asked.
    """
    groups: dict[Location, list[NodeIntent]] = defaultdict(list)
    comments: dict[Comment, tuple[Edit, ...]] = defaultdict(tuple)
    anchors: dict[str, str] = {}
    for intent in intents:
        match intent:
            case EditComment(comment, edits):
                comments[comment] += edits
            case RenameAnchor(name, new_name):
                anchors[name] = new_name
            case _:
                groups[location_of(_node_of(intent))].append(intent)
    located = locate(document, groups)
    shared = _alias_names(document)
    plan = _Plan(document, [], Changes(anchors=anchors))
    plan.splices.extend(plan_anchor_names(document, anchors) if anchors else ())
    for comment, edits in comments.items():
        with _errors_at(document, comment):
            plan.edit_comment(comment, edits)
    for location, group in groups.items():
        with _errors_at(document, _node_of(group[0])):
            _refuse_shared(located.get(location), shared)
            plan.add(located[location], group)
    return plan.carry_out()


def _node_of(intent: NodeIntent) -> Scalar | Mapping | Sequence:
    return intent.container if isinstance(intent, ContainerIntent) else intent.scalar


def _alias_names(document: Document) -> set[str]:
    if not document.aliased:
        return set()
    return {node.name for root in document.roots for node in walk(root) if isinstance(node, Alias)}


@contextmanager
def _errors_at(document: Document, node: Node | Comment) -> Iterator[None]:
    try:
        yield
    except EditError as error:
        line, _ = document.line_and_column(node.start)
        where = f"{document.name}:{line}"
        raise EditError(error.message, where=where, hint=error.hint) from None


def _refuse_shared(located: Located | None, shared: set[str]) -> None:
    if located is None:
        raise EditError("the value is not written in this file")
    if not shared.isdisjoint(located.context.anchors):
        raise EditError("the value is shared by an alias", hint="write out the alias first")


class _Plan(NamedTuple):
    """What is to be done to the text, and what has to come of it."""

    document: Document
    splices: list[Splice]
    changes: Changes

    def edit_comment(self, comment: Comment, edits: tuple[Edit, ...]) -> None:
        if comment not in self.document.comments:
            raise EditError("the comment is not written in this file")
        value = edited_comment(comment, edits)
        self.splices.append(Splice(value_span(comment), (value,)))
        self.changes.comments[comment] = value

    def add(self, located: Located, intents: list[NodeIntent]) -> None:
        node, context = located
        match node:
            case Scalar():
                intent = _only([each for each in intents if isinstance(each, ScalarIntent)])
                self.edit_scalar(Target(self.document, node, context), intent)
            case Mapping() | Sequence():
                parent = Parent(self.document, node, inner_context(self.document, node, context))
                of_children = [each for each in intents if isinstance(each, ContainerIntent)]
                self.arrange_children(parent, context, of_children)
            case _:
                assert_never(node)

    def edit_scalar(self, target: Target, intent: ScalarIntent) -> None:
        scalar_plan = plan_scalar(target, intent)
        if scalar_plan.edits:
            self.splices.append(_one_splice(self.document.text, scalar_plan.edits))
        self.changes.scalars[id(target.scalar)] = scalar_plan

    def arrange_children(
        self, parent: Parent, context: Context, intents: list[ContainerIntent]
    ) -> None:
        container = parent.container
        _refuse_merged(container, intents)
        count = len(container[0])
        gaps = arrange(count, intents)
        slots = order(gaps)
        if slots == tuple(range(count)):
            return
        self.splices.append(_splice(parent, context, gaps))
        self.changes.children[id(container)] = tuple(
            node for slot in slots for node in self.children(parent, slot)
        )

    def children(self, parent: Parent, slot: Slot) -> tuple[Node, ...]:
        if isinstance(slot, Insert):
            nodes = expected_child(parent, slot)
            for node in nodes:
                for scalar in walk(node):
                    if isinstance(scalar, Scalar):
                        self.changes.scalars[id(scalar)] = ScalarPlan((), scalar.value, "string")
            return nodes
        if isinstance(parent.container, Mapping):
            return parent.container.entries[slot]
        return (parent.container.items[slot],)

    def carry_out(self) -> Document:
        old = self.document
        if not self.splices:
            return old
        if self.changes.comments and self.changes.children:
            raise EditError("comments and children cannot be edited at once", where=old.name)
        text = splice_nested(old.text, self.splices)
        try:
            new = parse(old.name, text)
        except ParseError as error:
            raise EditError(
                f"the edit would break the file: {error.message}", where=error.where
            ) from None
        prove(old, new, self.changes)
        return old if text == old.text else new


def _one_splice(source: str, edits: tuple[Edit, ...]) -> Splice:
    """The edits of a scalar as one: an insertion where another edit ends is hard to place alone."""
    start = min(edit.span.start for edit in edits)
    end = max(edit.span.end for edit in edits)
    moved = [Edit(Span(span.start - start, span.end - start), text) for span, text in edits]
    return Splice(Span(start, end), (splice(source[start:end], moved),))


def _only(intents: list[ScalarIntent]) -> ScalarIntent:
    """One intent for a scalar; several replacements are one."""
    first = intents[0]
    if len(intents) == 1:
        return first
    edits: list[Edit] = []
    for intent in intents:
        if not isinstance(intent, ReplaceText):
            raise EditError("the value is edited twice")
        edits += intent.edits
    return ReplaceText(first.scalar, tuple(edits))


def _refuse_merged(container: Mapping | Sequence, intents: list[ContainerIntent]) -> None:
    """The indexes count the entries of the caller's node, and a merge (`<<`) adds some to it."""
    asked = intents[0].container
    if [key.start for key in _keys(asked)] != [key.start for key in _keys(container)]:
        raise EditError("entries that a merge key adds cannot be edited")


def _keys(container: Mapping | Sequence) -> tuple[Node, ...]:
    return tuple(key for key, _ in container.entries) if isinstance(container, Mapping) else ()


def _splice(parent: Parent, context: Context, gaps: tuple[Gap, ...]) -> Splice:
    container = parent.container
    if not container.flow:
        return plan_block(parent, context, gaps)
    if container[0] or context.flow or context.json or context.is_key:
        return plan_flow(parent, gaps)
    return plan_filled(parent, context, gaps)
