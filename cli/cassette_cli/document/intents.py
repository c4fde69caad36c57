"""What can be asked of a document: edits as values that name a node and the change to it.

All indexes and offsets refer to the document as it is before any of the edits.
"""

from dataclasses import dataclass
from typing import TypeAlias

from cassette_cli.document.nodes import Comment, Mapping, Scalar, Sequence
from cassette_cli.text import Edit


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Replace parts of a scalar's value; the offsets of `edits` count in `scalar.value`.

    Style, folds and escapes of the rest stay. A scalar may get several of these.
    """

    scalar: Scalar
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a scalar a new string, in its own style where that can hold it.

    A plain number, boolean or null becomes a string; a tag stays what it is.
    """

    scalar: Scalar
    value: str


@dataclass(frozen=True, slots=True)
class SetLiteral:
    """Give a plain number, boolean or date another one of the same type (`874` -> `901`).

    A scalar that holds a string (`"874"`) stays a string.
    """

    scalar: Scalar
    text: str


@dataclass(frozen=True, slots=True)
class SetBytes:
    """Give a scalar of base64 text (`!!binary`) new bytes; the width of its lines stays."""

    scalar: Scalar
    data: bytes


@dataclass(frozen=True, slots=True)
class SetText:
    """Make a tagged scalar (`!!binary`) a bare string, in this style where that can hold it."""

    scalar: Scalar
    value: str
    style: str


@dataclass(frozen=True, slots=True)
class Restyle:
    """Spell the same value in another style ("", "'", '"', "|" or ">").

    Where that style cannot hold it, the edit is refused, or, if not `required`, left out.
    """

    scalar: Scalar
    style: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Delete:
    """Take out an entry or an item, with the comment at its end; the last one leaves `{}`."""

    container: Mapping | Sequence
    index: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new child before child `index` (behind the last where it is their number).

    `name` is the key in a mapping, and None in a sequence. The child is spelled like child `like`:
    where that one holds a list, a single string becomes a list of one; where it is a mapping, the
    strings become the values of its keys.
    """

    container: Mapping | Sequence
    index: int
    name: str | None
    value: str | tuple[str, ...]
    like: int | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """Repeat a child behind child `after`. Edits inside of the child show in the copy, too."""

    container: Mapping | Sequence
    index: int
    after: int


@dataclass(frozen=True, slots=True)
class Move:
    """Take a child to position `to`, as `items.insert(to, items.pop(index))` does."""

    container: Mapping | Sequence
    index: int
    to: int


@dataclass(frozen=True, slots=True)
class EditComment:
    """Replace parts of a comment; the offsets of `edits` count in `comment.value`.

    A comment may get several of these, but not together with an edit of children, which may take
    comments along.
    """

    comment: Comment
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class RenameAnchor:
    """Give all anchors of a name, and all of their aliases, a new name."""

    name: str
    new_name: str


ScalarIntent: TypeAlias = ReplaceText | SetValue | SetLiteral | SetBytes | SetText | Restyle
ContainerIntent: TypeAlias = Delete | Insert | Copy | Move
NodeIntent: TypeAlias = ScalarIntent | ContainerIntent
Intent: TypeAlias = NodeIntent | EditComment | RenameAnchor
