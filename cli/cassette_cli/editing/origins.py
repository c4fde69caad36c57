"""Which values of the events a value of the completion comes from.

A dialect reads without a record of where it read. So the events are marked and read again: a value
that changes with an event's value has its origin there. A copy that a later event overrides is read
in the events up to its own, as a client read it at that time.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from cassette_cli.dialects.json_fields import at
from cassette_cli.dialects.parts import read_arguments
from cassette_cli.editing.answer import Answer, Channel, EventValue
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, write_json

# One value in an event, or the pieces that join to a text.
Origin: TypeAlias = tuple[EventValue, ...]

# What no recording holds: a number between characters that stand for nothing.
_NUMBER = re.compile("\ue0f0([0-9]+)\ue0f1")
_MARKS = re.compile(f"(?:{_NUMBER.pattern})+")
_ALTERED = "\ue0f2"
# A text of this kind may stand for something else, too, such as the type of an event.
_WORD = re.compile(r"[\w.:/-]*")


def origins_of(answer: Answer, target: JsonPath, new: Json) -> list[Origin]:
    """All that has to change for the value at `target` to become `new`."""
    old = at(answer.completion(), *target)
    deltas = {piece for pieces in answer.channels.values() for piece in pieces}
    return [*_joined_texts(answer, target, old), *_wholes(answer, target, old, new, deltas)]


def spells(value: Json, old: Json) -> bool:
    """Whether a value in an event is this one, as data or, where that is no text, as JSON text."""
    if isinstance(value, str) and not isinstance(old, str):
        return value[:1] in ("{", "[") and read_arguments(value) == old
    return type(value) is type(old) and value == old


def _joined_texts(answer: Answer, target: JsonPath, old: Json) -> Iterator[Origin]:
    """Texts in pieces, and those beside them that say the same and that nobody reads."""
    unread: list[tuple[Channel, Origin]] = []
    owners: set[Channel] = set()
    for channel, pieces in answer.texts():
        text = "".join(str(answer.at(piece)) for piece in pieces)
        if not (old in text if isinstance(old, str) and old else spells(text, old)):
            continue
        numbered = {piece: f"\ue0f0{number}\ue0f1" for number, piece in enumerate(pieces)}
        marked = answer.with_values(numbered)
        read = [marked.completion(until) for until in (pieces[-1].event + 1, None)]
        seen = (at(completion, *target) for completion in read)
        marks = next((one for one in seen if isinstance(one, str) and _MARKS.fullmatch(one)), None)
        if marks is not None:
            yield tuple(pieces[int(number)] for number in _NUMBER.findall(marks))
            owners.add(channel[:2])
        elif spells(text, old) and not _NUMBER.search(write_json([*read])):
            unread.append((channel, pieces))
    yield from (pieces for channel, pieces in unread if channel[:2] in owners)


def _wholes(
    answer: Answer, target: JsonPath, old: Json, new: Json, deltas: set[EventValue]
) -> Iterator[Origin]:
    """Single values that are all of it; of what is empty the last counts.

    A copy that says little, such as a number, is known by the name of the first that was found.
    """
    names: set[str | int] = set()
    for where, value in answer.values():
        if where in deltas or not spells(value, old):
            continue
        if names.isdisjoint(where.path[-1:]) and names and not _says_much(value):
            continue
        marked = answer.with_values({where: _altered(value, new)})
        is_read = _is_read(answer, marked, target, where.event + 1)
        if is_read or (is_read is None and _says_much(value)):
            yield (where,)
            names.update(where.path[-1:])
            if is_read and old in (None, ""):
                return


def _is_read(answer: Answer, marked: Answer, target: JsonPath, until: int) -> bool | None:
    """Whether a mark is read as the target and as nothing else; None where it is not read."""
    anywhere = False
    for end in (until, None):
        changed = list(_differences(answer.completion(end), marked.completion(end), ()))
        if changed and all(path[: len(target)] == target for path in changed):
            return True
        anywhere = anywhere or bool(changed)
    return False if anywhere else None


def _altered(value: Json, new: Json) -> Json:
    return value + _ALTERED if isinstance(value, str) else new


def _says_much(value: Json) -> bool:
    return isinstance(value, str) and len(value) > len("{}") and not _WORD.fullmatch(value)


def _differences(before: Json, after: Json, path: JsonPath) -> Iterator[JsonPath]:
    match before, after:
        case dict(), dict() if before.keys() == after.keys():
            for name in before:
                yield from _differences(before[name], after[name], (*path, name))
        case list(), list() if len(before) == len(after):
            for index, (old, new) in enumerate(zip(before, after, strict=True)):
                yield from _differences(old, new, (*path, index))
        case _ if type(before) is not type(after) or before != after:
            yield path
