"""Change what an answer says: make each change in the events, read them again, and prove it."""

from collections.abc import Iterator
from typing import NamedTuple

from cassette_cli.editing.answer import Answer, EventValue
from cassette_cli.editing.json_edits import respell_json
from cassette_cli.editing.origins import Origin, origins_of
from cassette_cli.editing.recut import recut
from cassette_cli.errors import EditError
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.transcript_json import JsonObject

# Members that are one value to whoever reads a transcript, whatever is in them.
_WHOLE = frozenset(("arguments", "value", "response", "error"))
_TEXTS = frozenset(("text", "reasoning", "refusal"))


class _Change(NamedTuple):
    path: JsonPath
    old: Json
    new: Json


def change_answer(answer: Answer, wanted: JsonObject) -> Answer:
    """The answer that says what is wanted, with as many events as before.

    Raises EditError where the answer holds no place for a change, or would say something else.
    """
    changes = list(_changes(answer.completion(), wanted, ()))
    # A text that is gone is no part any more, and the parts behind it move up.
    for change in [each for each in changes if each.new != ""]:
        answer = _changed(answer, change)
    for change in reversed([each for each in changes if each.new == ""]):
        answer = _changed(answer, change)
    if settled(answer.completion()) != settled(wanted):
        raise EditError(
            "the change cannot be put into the answer so that nothing else of it changes",
            hint="edit the body instead: --part response.body",
        )
    return answer


def settled(completion: Json) -> Json:
    """A completion without empty texts: where nothing is said, a dialect reads no part."""
    match completion:
        case dict():
            return {name: settled(value) for name, value in completion.items()}
        case list():
            return [settled(item) for item in completion if not _is_empty_text(item)]
    return completion


def _is_empty_text(part: Json) -> bool:
    match part:
        case {"type": str(kind), "content": ""}:
            return kind in _TEXTS
    return False


def _changes(old: Json, new: Json, path: JsonPath) -> Iterator[_Change]:
    if path and path[-1] in _WHOLE:
        if write_json(old) != write_json(new):
            yield _Change(path, old, new)
        return
    match old, new:
        case dict(), dict() if old.get("type") != new.get("type"):
            raise EditError(f"a part of the type {old['type']} cannot become another one")
        case dict(), dict() if old.keys() == new.keys():
            for name in old:
                yield from _changes(old[name], new[name], (*path, name))
        case list(), list() if len(old) == len(new):
            for index, pair in enumerate(zip(old, new, strict=True)):
                yield from _changes(*pair, (*path, index))
        case list(), list():
            raise EditError(
                f"the answer has {len(old)} {path[-1]}, and {len(new)} cannot be made of them",
                hint="texts and calls can be changed, but neither added nor taken out",
            )
        case _ if type(old) is not type(new) or old != new:
            yield _Change(path, old, new)


def _changed(answer: Answer, change: _Change) -> Answer:
    origins = origins_of(answer, change.path, change.new)
    if origins:
        values: dict[EventValue, Json] = {}
        for origin in origins:
            values |= _spelled(answer, origin, change)
        return answer.with_values(values)
    inner = list(_inner_changes(change))
    if not inner:
        name = write_path(change.path)
        raise EditError(
            f"the answer has no place of its own for completion.{name}",
            hint="edit the body instead: --part response.body",
        )
    for each in inner:
        answer = _changed(answer, each)
    return answer


def _inner_changes(change: _Change) -> Iterator[_Change]:
    """The changes of its members, where both values have the same ones."""
    path, old, new = change
    match old, new:
        case dict(), dict() if old.keys() == new.keys():
            for name in old:
                yield from _changes(old[name], new[name], (*path, name))
        case list(), list() if len(old) == len(new):
            for index, pair in enumerate(zip(old, new, strict=True)):
                yield from _changes(*pair, (*path, index))


def _spelled(answer: Answer, origin: Origin, change: _Change) -> dict[EventValue, Json]:
    """What an origin becomes: the new value, or a piece of the new text for each of the old."""
    values = [answer.at(where) for where in origin]
    pieces = [value for value in values if isinstance(value, str)]
    if len(pieces) < len(values):
        return dict.fromkeys(origin, change.new)
    text = _spelled_text("".join(pieces), change)
    return dict(zip(origin, recut(pieces, text), strict=True))


def _spelled_text(text: str, change: _Change) -> str:
    """The new value as text: itself, or JSON spelled like the text before it."""
    if isinstance(change.new, str) and (isinstance(change.old, str) or not _is_read(change.new)):
        return change.new
    if isinstance(read_json(text), dict | list):
        return respell_json(text, change.new)
    return write_json(change.new)


def _is_read(text: str) -> bool:
    """Whether JSON in this text would be parsed."""
    return read_json(text) is not None
