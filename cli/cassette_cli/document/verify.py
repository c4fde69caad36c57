"""Proves an edit: the new document has to be the old one with exactly the asked changes."""

from dataclasses import dataclass, field
from itertools import chain
from typing import NoReturn

from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.nodes import Alias, Comment, Mapping, Node, Scalar, Sequence, walk
from cassette_cli.document.scalar_edits import ScalarPlan, type_of
from cassette_cli.errors import EditError


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to change, by the `id()` of the old nodes; new children count as old ones here.

    The children of a mapping are its keys and values in turn. `comments` has the new texts of old
    comments, `anchors` the new names of old anchors.
    """

    scalars: dict[int, ScalarPlan] = field(default_factory=dict)
    children: dict[int, tuple[Node, ...]] = field(default_factory=dict)
    comments: dict[Comment, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)


def prove(old: Document, new: Document, changes: Changes) -> None:
    """Raise EditError with the line in the old document from which the new one differs."""
    if old.syntax is Syntax.JSON and new.syntax is not Syntax.JSON:
        raise EditError("the edit would make the file unreadable as JSON", where=old.name)
    if len(old.roots) != len(new.roots):
        raise EditError("the edit would change the number of documents", where=old.name)
    for before, after in zip(old.roots, new.roots, strict=True):
        _Proof(old, before, changes).compare(before, after)
    if not changes.children:
        _prove_comments(old, new, changes)


def _prove_comments(old: Document, new: Document, changes: Changes) -> None:
    expected = [changes.comments.get(comment, comment.value) for comment in old.comments]
    found = [comment.value for comment in new.comments]
    if expected != found:
        raise EditError("the edit would change a comment that it should not", where=old.name)


def flat_children(node: Mapping | Sequence) -> tuple[Node, ...]:
    """The items of a sequence, or the keys and values of a mapping in turn."""
    return node.items if isinstance(node, Sequence) else tuple(chain.from_iterable(node.entries))


class _Proof:
    """A walk over two trees at once, which keeps in mind what the anchors stand for."""

    def __init__(self, old: Document, root: Node, changes: Changes) -> None:
        self.old = old
        self.json = old.syntax is Syntax.JSON
        self.changes = changes
        self.anchors: dict[str, int] = {}
        self.targets = _targets(root) if old.aliased else {}

    def compare(self, before: Node, after: Node) -> None:
        if isinstance(before, Scalar) and isinstance(after, Scalar):
            self.check_scalar(before, after)
        elif isinstance(before, Mapping | Sequence) and isinstance(after, Mapping | Sequence):
            self.check_collection(before, after)
        else:
            self.check(isinstance(before, Alias) and isinstance(after, Alias), before)
            self.check(self.renamed(str(before[0])) == after[0], before)
            if self.anchors.get(str(before[0])) != self.targets[id(before)]:
                self.fail("an alias would lose its anchor", before)

    def check_scalar(self, before: Scalar, after: Scalar) -> None:
        self.check(self.renamed(before.anchor) == after.anchor, before)
        self.note(before)
        plan = self.changes.scalars.get(id(before))
        if plan is None:
            self.check(before[:2] == after[:2] and before.tag == after.tag, before)
        else:
            typed = (after.value, type_of(after, json=self.json))
            self.check(typed == (plan.value, plan.type), before)

    def check_collection(self, before: Mapping | Sequence, after: Mapping | Sequence) -> None:
        same = (type(before), before.tag, self.renamed(before.anchor))
        self.check(same == (type(after), after.tag, after.anchor), before)
        self.note(before)
        expected = self.changes.children.get(id(before))
        if expected is None:
            expected = flat_children(before)
        found = flat_children(after)
        self.check(len(expected) == len(found), before)
        for child, other in zip(expected, found, strict=True):
            self.compare(child, other)
        if isinstance(before, Mapping):
            self.check_keys(expected[::2], found[::2])

    def check_keys(self, expected: tuple[Node, ...], found: tuple[Node, ...]) -> None:
        """A key that is renamed has to differ from all others."""
        for key in expected:
            plan = self.changes.scalars.get(id(key))
            if plan is not None and plan.value != key[0]:
                same = [other for other in found if other[0] == plan.value]
                if len(same) > 1:
                    self.fail("two entries would have the same key", key)

    def renamed(self, anchor: str | None) -> str | None:
        return self.changes.anchors.get(anchor, anchor) if anchor is not None else None

    def note(self, node: Scalar | Mapping | Sequence) -> None:
        if node.anchor is not None:
            self.anchors[node.anchor] = id(node)

    def check(self, same: bool, node: Node) -> None:  # noqa: FBT001 -- a claim to check
        if not same:
            self.fail("the edit would change more than was asked", node)

    def fail(self, message: str, node: Node) -> NoReturn:
        raise EditError(message, where=f"{self.old.name}:{self.old.line_and_column(node.start)[0]}")


def _targets(root: Node) -> dict[int, int | None]:
    """The `id()` of the node that each alias stands for, by that of the alias."""
    anchors: dict[str, int] = {}
    targets = {}
    for node in walk(root):
        if isinstance(node, Alias):
            targets[id(node)] = anchors.get(node.name)
        elif node.anchor is not None:
            anchors[node.anchor] = id(node)
    return targets
