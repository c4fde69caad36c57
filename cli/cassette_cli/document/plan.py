"""Plans edits of a document: the splices of its text, and the changes that have to come of them."""

from typing import NamedTuple, assert_never

from cassette_cli.document.anchor_names import plan_anchor_names
from cassette_cli.document.block_edits import plan_block
from cassette_cli.document.child_order import Gap, Slot, arrange, order
from cassette_cli.document.comments import edited_comment, value_span
from cassette_cli.document.context import Context, Located, inner_context
from cassette_cli.document.document import Document
from cassette_cli.document.flow_edits import plan_filled, plan_flow
from cassette_cli.document.intents import (
    ContainerIntent,
    Insert,
    NodeIntent,
    ReplaceText,
    ScalarIntent,
)
from cassette_cli.document.nested_splices import Splice
from cassette_cli.document.new_child import Parent, expected_child
from cassette_cli.document.nodes import (
    Comment,
    Mapping,
    Node,
    Scalar,
    Sequence,
    walk,
)
from cassette_cli.document.replace_scalar import Target
from cassette_cli.document.scalar_edits import ScalarPlan, plan_scalar
from cassette_cli.document.verify import Changes
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span, splice


class Plan(NamedTuple):
    """What is to be done to the text, and what has to come of it."""

    document: Document
    splices: list[Splice]
    changes: Changes

    def rename_anchors(self, names: dict[str, str]) -> None:
        self.splices.extend(plan_anchor_names(self.document, names))
        self.changes.anchors.update(names)

    def edit_comment(self, comment: Comment, edits: tuple[Edit, ...]) -> None:
        if comment not in self.document.comments:
            raise EditError("the comment is not written in this file")
        value = edited_comment(comment, edits)
        self.splices.append(Splice(value_span(comment), (value,)))
        self.changes.comments[comment] = value

    def edit_node(self, located: Located, intents: list[NodeIntent]) -> None:
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
