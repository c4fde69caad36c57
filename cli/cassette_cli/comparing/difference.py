"""A difference of two JSON values, and where such values stand."""

from typing import NamedTuple

from cassette_cli.comparing.change import Category, ChangeKind
from cassette_cli.comparing.media import describe
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json


class Difference(NamedTuple):
    """Two values that differ. `path` is where the later one stands, if there is a later one."""

    kind: ChangeKind
    category: Category
    path: JsonPath
    before: Json = None
    after: Json = None


class Scope(NamedTuple):
    """Where a value stands: in a response or not, in a transcript or in a body as it was sent.

    `written` is true below what a user or a model wrote, where every field is content; `streamed`
    in what a stream folds to.
    """

    response: bool
    spoken: bool = False
    written: bool = False
    streamed: bool = False


def changed(
    path: JsonPath, before: Json, after: Json, category: Category = Category.CONTENT
) -> Difference:
    """One value in place of another."""
    return Difference(ChangeKind.CHANGED, category, path, describe(before), describe(after))


def added(path: JsonPath, after: Json, category: Category = Category.CONTENT) -> Difference:
    """A value that only the later recording has."""
    return Difference(ChangeKind.ADDED, category, path, None, describe(after))


def removed(path: JsonPath, before: Json, category: Category = Category.CONTENT) -> Difference:
    """A value that only the earlier recording has."""
    return Difference(ChangeKind.REMOVED, category, path, describe(before), None)
