"""Names of what an answer says, short and long: `tool_calls[0].name`, `messages[0].role`."""

import json
import re
from collections.abc import Iterator

from cassette_cli.errors import EditError
from cassette_cli.json_path import JsonPath, replaced, value_at, write_path
from cassette_cli.json_values import Json
from cassette_cli.transcript_json import JsonObject

_STEP = re.compile(r"\.?(\w+)|\[(\d+)\]")
_PATH = re.compile(rf"(?:{_STEP.pattern})+")
# Members that hold JSON, not text.
_DATA = frozenset(("arguments", "value", "response", "error"))


def assign(completion: JsonObject, path: str, text: str) -> JsonObject:
    """The completion with another value at a path.

    Raises EditError where the answer has no such place, or the text is no value for it.
    """
    steps = _resolve(completion, path)
    try:
        old = value_at(completion, steps)
    except (KeyError, IndexError):
        raise EditError(f"the answer has no completion.{path}", hint=_hint(completion)) from None
    changed = replaced(completion, steps, _read_value(steps, text))
    if not isinstance(changed, dict) or (isinstance(old, dict | list) and steps[-1] not in _DATA):
        raise EditError(f"completion.{path} cannot be set as a whole", hint=_hint(completion))
    return changed


def _resolve(completion: JsonObject, path: str) -> JsonPath:
    if not _PATH.fullmatch(path):
        raise EditError(f"completion.{path} is not a path", hint=_hint(completion))
    steps = tuple(int(index) if index else name for name, index in _STEP.findall(path))
    match steps:
        case (("text" | "reasoning" | "refusal") as kind, *rest):
            return _part(completion, kind, kind, tuple(rest), ("content",))
        case ("tool_calls", int(index), *rest):
            return _part(completion, "tool_call", "tool_calls", (index,), tuple(rest))
        case ("finish_reason",):
            return _only([(*path, *steps) for path in _messages(completion)], "finish reasons")
    return steps


def _part(
    completion: JsonObject, kind: str, name: str, index: JsonPath, rest: JsonPath
) -> JsonPath:
    """The path to what is below the only part of a kind, or one of several by its number."""
    found = [
        (*path, *rest)
        for message in _messages(completion)
        for path in _parts(completion, message)
        if value_at(completion, (*path, "type")) == kind
    ]
    match index:
        case (int(number),) if number < len(found):
            return found[number]
        case () if found:
            return _only(found, name)
    raise EditError(f"the answer has no {name} to edit", hint=_hint(completion))


def _only(found: list[JsonPath], name: str) -> JsonPath:
    if len(found) != 1:
        places = ", ".join(f"completion.{write_path(path)}" for path in found)
        raise EditError(f"the answer has {len(found)} {name}: name one of {places}")
    return found[0]


def _messages(completion: JsonObject) -> Iterator[JsonPath]:
    match completion["messages"]:
        case list(messages):
            yield from (("messages", index) for index in range(len(messages)))


def _parts(completion: JsonObject, message: JsonPath) -> Iterator[JsonPath]:
    match value_at(completion, (*message, "parts")):
        case list(parts):
            yield from ((*message, "parts", index) for index in range(len(parts)))


def _read_value(steps: JsonPath, text: str) -> Json:
    name = steps[-1]
    if name in _DATA:
        return _read_json(text)
    if steps[0] == "usage":
        count = _read_json(text)
        if not isinstance(count, int) or isinstance(count, bool):
            raise EditError(f"completion.{write_path(steps)} is a number, and {text!r} is not")
        return count
    return text


def _read_json(text: str) -> Json:
    try:
        value: Json = json.loads(text)
    except ValueError as error:
        raise EditError(f"{text!r} is not JSON: {error}") from None
    return value


def _hint(completion: JsonObject) -> str:
    kinds = [
        str(value_at(completion, (*path, "type")))
        for message in _messages(completion)
        for path in _parts(completion, message)
    ]
    return f"it has {', '.join(dict.fromkeys(kinds))}" if kinds else "it has no parts"
