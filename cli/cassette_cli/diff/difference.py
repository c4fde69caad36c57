"""A difference of two JSON values, and where such values stand."""

import re
from typing import NamedTuple, TypeAlias

from cassette_cli.diff.change import Category, Kind
from cassette_cli.diff.described import describe
from cassette_cli.json_values import Json, write_json

Path: TypeAlias = tuple[str | int, ...]

_PLAIN_NAME = re.compile(r"[\w-]+")


class Difference(NamedTuple):
    """Two values that differ. `path` is where the later one stands, if there is a later one."""

    kind: Kind
    category: Category
    path: Path
    before: Json = None
    after: Json = None


class Scope(NamedTuple):
    """Where a value stands: in a response or not, in a transcript or in a body as it was sent.

    `written` is true below what a user or a model wrote, where every field is content.
    """

    response: bool
    spoken: bool = False
    written: bool = False


def changed(
    path: Path, before: Json, after: Json, category: Category = Category.CONTENT
) -> Difference:
    """One value in place of another."""
    return Difference(Kind.CHANGED, category, path, describe(before), describe(after))


def added(path: Path, after: Json, category: Category = Category.CONTENT) -> Difference:
    """A value that only the later recording has."""
    return Difference(Kind.ADDED, category, path, None, describe(after))


def removed(path: Path, before: Json, category: Category = Category.CONTENT) -> Difference:
    """A value that only the earlier recording has."""
    return Difference(Kind.REMOVED, category, path, describe(before), None)


def spell_path(path: Path) -> str:
    """A path as people write it: `choices[0].message["a b"]`."""
    return "".join(map(_spell_step, path)).removeprefix(".")


def _spell_step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_NAME.fullmatch(step) else f"[{write_json(step)}]"
