"""What is looked for in the texts of an interaction, and what was found under which layers.

A layer is read inwards and written outwards: it cuts the text into inner ones, has them revised,
and lifts what comes back, edits and finds alike, to offsets of its own text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from cassette_cli.document import Node
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.place import write_location
from cassette_cli.text import Edit, Span

Steps: TypeAlias = tuple[str, ...]


class Kind(StrEnum):
    """What a text is, which decides what its parts mean."""

    URL = "url"
    HEADER = "header"
    FIELD = "field"
    FORM = "form"
    PARAMETER = "parameter"
    TEXT = "text"


class Hit(NamedTuple):
    """A find in a text, and what is to stand there instead (None: it stays as it is).

    `label` is whatever the search wants to know of it later.
    """

    span: Span
    replacement: str | None
    label: object = None


Find: TypeAlias = Callable[[Kind, str, str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for in every text.

    `find(kind, name, text)` gives the hits in one text, in order and apart from each other; `name`
    is that of the header, parameter or JSON member. `names(name)` says whether a member or header
    of this name is looked at whatever its value. `paths(value)` names members of a JSON body that
    are hit whatever they hold, and `whole(text)` is the hit of such a one. `elsewhere(path)` says
    whether to search a string that stands neither in a header nor in a body. `together` says that
    what is found in a text is found as well where others stand before and after it, on lines of
    their own. `clean` remembers texts in which nothing was found, whatever their name.
    """

    find: Find
    names: Callable[[str], bool] = lambda _: True
    paths: Callable[[Json], frozenset[JsonPath]] | None = None
    whole: Callable[[str], Hit] | None = None
    elsewhere: Callable[[JsonPath], bool] = lambda _: True
    together: bool = True
    # Of its own: another search, made of this one, finds other things.
    clean: set[str] = field(default_factory=set, init=False, repr=False, compare=False)


# What is looked for in the texts of a node.
SearchAt: TypeAlias = Callable[[Node], Search]


class Found(NamedTuple):
    """A hit with its place: the `steps` to it, and its offset in the outermost text."""

    steps: Steps
    offset: int
    text: str
    label: object

    @property
    def location(self) -> str:
        """The place in words: `response.body › gzip › sse[17] › choices[0].delta.content`."""
        return write_location(self.steps)


class Revision(NamedTuple):
    """What a search came to in one text: edits of that text, and finds by offsets in it."""

    edits: tuple[Edit, ...] = ()
    found: tuple[Found, ...] = ()

    def below(self, step: str, offset_of: Callable[[int], int] = int) -> "Revision":
        """The finds as those of an outer text, in which this one stands under a step."""
        found = (
            find._replace(steps=(step, *find.steps), offset=offset_of(find.offset))
            for find in self.found
        )
        return Revision(self.edits, tuple(found))


NOTHING = Revision()


def revise_leaf(kind: Kind, name: str, text: str, search: Search) -> Revision:
    """Search a text that has no further layer."""
    hits = search.find(kind, name, text)
    return Revision(
        tuple(Edit(hit.span, hit.replacement) for hit in hits if hit.replacement is not None),
        tuple(Found((), hit.span.start, text[slice(*hit.span)], hit.label) for hit in hits),
    )


def joined(revisions: Iterable[Revision]) -> Revision:
    """The revisions of parts of one text, as one."""
    parts = [revision for revision in revisions if revision.found]
    return Revision(
        tuple(edit for part in parts for edit in part.edits),
        tuple(found for part in parts for found in part.found),
    )


def revise_part(text: str, span: Span, step: str, revise: Callable[[str], Revision]) -> Revision:
    """Revise a part of a text that stands in it letter by letter."""
    revision = revise(text[slice(*span)]).below(step, lambda offset: offset + span.start)
    return revision._replace(edits=tuple(shifted(revision.edits, span.start)))


def shifted(edits: Iterable[Edit], distance: int) -> Iterator[Edit]:
    """Edits of a part as edits of the whole that it is cut out of."""
    for span, text in edits:
        yield Edit(Span(span.start + distance, span.end + distance), text)
