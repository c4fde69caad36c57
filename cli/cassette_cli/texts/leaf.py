"""A text of an interaction: what it is, its name, its place, and the way back into the file.

Texts stand in texts: in the file a body, in it an event of a stream, in that JSON, in one of its
strings JSON again. What holds other texts is a carrier. It says which texts it holds, known by
number; where each stands in it; and what edits of these are as edits of its own text. A leaf is a
text that carries nothing further.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from cassette_cli.document import Comment, Intent, Node
from cassette_cli.json_path import JsonPath
from cassette_cli.text import Edit

# Edits of the texts that a carrier holds, by their numbers.
EditsByNumber: TypeAlias = Mapping[int, Sequence[Edit]]


class Kind(StrEnum):
    """What a text is, which decides what its parts mean."""

    URL = "url"
    HEADER = "header"
    FIELD = "field"
    FORM = "form"
    PARAMETER = "parameter"
    TEXT = "text"


class Texts(NamedTuple):
    """Texts of one kind in columns: `names[i]` is that of the header or member of `texts[i]`.

    Without names, that of each is "".
    """

    kind: Kind
    texts: Sequence[str]
    names: Sequence[str] | None = None


class Located(NamedTuple):
    """A place in a carrier: the steps of the location that lead to it, and its offset there."""

    steps: tuple[str, ...]
    offset: int


class Carrier(Protocol):
    """A text that holds others."""

    def texts(self) -> Iterable[Texts]:
        """All texts at or below it: cheap, and without their places."""

    def parts(self) -> Iterator["Part"]:
        """The texts that it holds, one by one."""

    def locate(self, number: int, offset: int) -> Located:
        """Where an offset of a text that it holds is in its own text."""

    def lift(self, edits: EditsByNumber) -> Iterable[Edit]:
        """Edits of the texts that it holds as edits of its own text."""


class Part(NamedTuple):
    """A text in a carrier. `carrier` is what it was read as, where that is known already.

    With `by_name`, it is searched only if its name matters, for it is a part of a later text of
    the same carrier. `path` leads to it in the recorded interaction, where it stands there as such.
    """

    number: int
    kind: Kind
    name: str
    text: str
    carrier: Carrier | None = None
    by_name: bool = False
    path: JsonPath | None = None


class AtPath(NamedTuple):
    """A scalar of JSON that is asked for by its path.

    As `part` it is taken as it is spelled, whatever its type; `number` is that which it has where
    it is a string and listed as one.
    """

    number: int | None
    part: Part


class Root(Protocol):
    """Texts as they stand in the file; their places are offsets in it, their edits intents."""

    def texts(self) -> Iterable[Texts]:
        """All texts at or below it: cheap, and without their places."""

    def parts(self) -> Iterator[Part]:
        """The texts that stand in the file, one by one."""

    def node(self, number: int) -> Node | Comment:
        """The node that spells a text, or the comment that it stands in."""

    def locate(self, number: int, offset: int) -> Located:
        """Where an offset of a text is in the file."""

    def intents(self, edits: EditsByNumber) -> Iterable[Intent]:
        """Edits of the texts as intents. Raises EditError where they cannot be written back."""


class Layer(NamedTuple):
    """A carrier, and the number of the text in it that the way goes through."""

    carrier: Carrier
    number: int


class Way(NamedTuple):
    """The way from the file to a text: its number in the root, and the layers that it is under."""

    root: Root
    number: int
    layers: tuple[Layer, ...] = ()

    def into(self, carrier: Carrier, number: int) -> "Way":
        """The way on into a text that the one at its end carries."""
        return Way(self.root, self.number, (*self.layers, Layer(carrier, number)))

    @property
    def outer(self) -> "Way":
        """The way to the text that the last layer reads."""
        return Way(self.root, self.number, self.layers[:-1])


class Leaf(NamedTuple):
    """A text that carries nothing further, and the way to it."""

    kind: Kind
    name: str
    text: str
    way: Way

    def locate(self, offset: int) -> Located:
        """Where an offset of the text is in the file, and the steps of the location."""
        steps: tuple[str, ...] = ()
        for carrier, number in reversed(self.way.layers):
            located = carrier.locate(number, offset)
            steps, offset = (*located.steps, *steps), located.offset
        located = self.way.root.locate(self.way.number, offset)
        return Located((*located.steps, *steps), located.offset)
