"""Paths into JSON values, the one way in which every command writes them, and JSONPath."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from cassette_cli.errors import CassetteError
from cassette_cli.json_values import Json

if TYPE_CHECKING:
    from jsonpath import CompoundJSONPath, JSONPath

    Query: TypeAlias = JSONPath | CompoundJSONPath

# Names of members and positions in lists, from the outside in.
JsonPath: TypeAlias = tuple[str | int, ...]

_PLAIN_NAME = re.compile(r"[\w-]+")


def write_path(path: Iterable[str | int]) -> str:
    """A path as people write it: `choices[0].message["a b"].x-api-key`; "" for the whole value.

    A name that is not made of letters, digits, `_` and `-` stands in brackets as a JSON string.
    """
    return "".join(map(_write_step, path)).removeprefix(".")


def find_text(value: Json, text: str) -> Iterator[JsonPath]:
    """The paths of all strings in a value that are this text, in order."""
    stack: list[tuple[Json, JsonPath]] = [(value, ())]
    while stack:
        value, path = stack.pop()
        match value:
            case str() if value == text:
                yield path
            case dict():
                stack.extend((member, (*path, name)) for name, member in reversed(value.items()))
            case list():
                stack.extend(
                    (value[index], (*path, index)) for index in range(len(value) - 1, -1, -1)
                )


def compile_query(query: str) -> "Query":
    """A JSONPath (RFC 9535), compiled. Raises CassetteError for what is not one."""
    from jsonpath import JSONPathError, compile  # noqa: A004, PLC0415 -- only for who has a query

    try:
        return compile(query)
    except JSONPathError as error:
        raise CassetteError(
            f"{query!r} is not a JSONPath: {error.args[0]}",
            hint="write it like $.user.email or $..token",
        ) from None


def value_at(value: Json, path: Sequence[str | int]) -> Json:
    """What stands at a path; KeyError or IndexError where the path leads nowhere."""
    for step in path:
        match value, step:
            case dict(), str():
                value = value[step]
            case list(), int():
                value = value[step]
            case _:
                raise KeyError(step)
    return value


def replaced(value: Json, path: Sequence[str | int], new: Json) -> Json:
    """A copy of the value with another one at a path; KeyError or IndexError where none leads."""
    match value, path:
        case _, [] | ():
            return new
        case dict(), (str(name), *rest):
            return {**value, name: replaced(value[name], rest, new)}
        case list(), (int(index), *rest):
            return [*value[:index], replaced(value[index], rest, new), *value[index + 1 :]]
    raise KeyError(path[0])


def _write_step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_NAME.fullmatch(step):
        return f".{step}"
    return f"[{json.dumps(step, ensure_ascii=False)}]"
