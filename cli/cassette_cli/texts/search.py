"""What is looked for in the texts of interactions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from cassette_cli.document import Comment, Node
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.text import Span
from cassette_cli.texts.leaf import Kind


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
    their own. `as_spelled` says to search the text of JSON in a string, too, besides what it
    carries; what is found both ways is told once. `clean` remembers texts in which nothing was
    found, whatever their name.
    """

    find: Find
    names: Callable[[str], bool] = lambda _: True
    paths: Callable[[Json], frozenset[JsonPath]] | None = None
    whole: Callable[[str], Hit] | None = None
    elsewhere: Callable[[JsonPath], bool] = lambda _: True
    together: bool = True
    as_spelled: bool = False
    # Of its own: another search, made of this one, finds other things.
    clean: set[str] = field(default_factory=set, init=False, repr=False, compare=False)


# What is looked for in the texts of a node.
SearchAt: TypeAlias = Callable[[Node | Comment], Search]
