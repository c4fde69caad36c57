"""What differs in two bodies beside what their transcripts tell."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from cassette_cli.comparing.change import Category, ChangeKind
from cassette_cli.comparing.difference import Difference, changed
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json

# From so many members on that came or went, an answer is of another schema.
_MIN_SCHEMA = 4


def untold(told: list[Difference], sent: Iterable[Difference], body: JsonPath) -> list[Difference]:
    """The differences of two bodies without those of a member in which the transcripts differ.

    A transcript and a body spell one change in two ways; that they mean the same is known by the
    values that changed.
    """
    found = list(sent)
    known = _leaves(difference for difference in told if difference.category is Category.CONTENT)
    if not known:
        return found
    member = _member_below(body)
    rest: list[Difference] = []
    for _, group in groupby(sorted(found, key=member), member):
        differences = list(group)
        content = [one for one in differences if one.category is Category.CONTENT]
        if _leaves(content) & known:
            differences = [one for one in differences if one.category is Category.NOISE]
        rest += differences
    return rest


def weighed(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Members that say nothing, and came or went, are noise: APIs get new fields all the time."""
    for found in differences:
        nothing = _says_nothing(found) and found.category is Category.CONTENT
        yield found._replace(category=Category.NOISE) if nothing else found


def in_short(differences: Iterable[Difference], body: JsonPath) -> Iterator[Difference]:
    """Tell in one difference of members that came or went, where they are many: the schema."""
    found = list(differences)
    members = [one for one in found if _is_member(one)]
    if len(members) < _MIN_SCHEMA:
        yield from found
        return
    yield from (one for one in found if not _is_member(one))
    before: dict[str, Json] = {}
    after: dict[str, Json] = {}
    for one in members:
        side = before if one.kind is ChangeKind.REMOVED else after
        side[write_path(one.path[len(body) :])] = one.before if side is before else one.after
    yield changed((*body, "schema"), before, after)


_NOTHING: tuple[Json, ...] = (None, "", [], {})


def _says_nothing(found: Difference) -> bool:
    # A stream tells the role of an answer with its first piece, if at all.
    role = found.path[-1] == "role" and None in (found.before, found.after)
    alone = found.kind is not ChangeKind.CHANGED
    return role or (alone and found.before in _NOTHING and found.after in _NOTHING)


def _is_member(found: Difference) -> bool:
    alone = found.kind in (ChangeKind.ADDED, ChangeKind.REMOVED)
    return alone and found.category is Category.CONTENT and isinstance(found.path[-1], str)


def _member_below(body: JsonPath) -> Callable[[Difference], str]:
    return lambda found: write_path(found.path[len(body) : len(body) + 1])


def _leaves(differences: Iterable[Difference]) -> frozenset[tuple[bool, str]]:
    """What was said before, and what is said after: strings, numbers and flags."""
    return frozenset(
        (earlier, leaf)
        for found in differences
        for earlier, value in ((True, found.before), (False, found.after))
        for leaf in _leaves_of(value)
    )


def _leaves_of(value: Json) -> Iterator[str]:
    match value:
        case dict():
            for member in value.values():
                yield from _leaves_of(member)
        case list():
            for member in value:
                yield from _leaves_of(member)
        case None:
            return
        case _:
            yield str(value)
