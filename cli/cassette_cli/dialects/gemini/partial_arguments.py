"""Arguments of a call that Gemini sends in pieces: `{"jsonPath": "$.city", "stringValue": "Ro"}`.

https://ai.google.dev/api/caching#PartialArg. The path leads into the arguments; texts grow.
"""

import re
from typing import TypeAlias

from cassette_cli.json_values import Json

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]|\[(?:'([^']*)'|\"([^\"]*)\")\]")
# A list is no longer than its pieces make it: an index far behind its end is a mistake.
_MAX_GAP = 1000

Step: TypeAlias = str | int


def join_arguments(pieces: list[dict[str, Json]]) -> dict[str, Json]:
    """The arguments that pieces add up to."""
    arguments: dict[str, Json] = {}
    for piece in pieces:
        steps = _steps(piece.get("jsonPath"))
        for name, value in piece.items():
            if name.endswith("Value") and steps:
                _put(arguments, steps, None if name == "nullValue" else value)
    return arguments


def _steps(path: Json) -> list[Step]:
    if not isinstance(path, str):
        return []
    return [
        int(found[2]) if found[2] else found[1] or found[3] or found[4] or ""
        for found in _STEP.finditer(path.removeprefix("$"))
    ]


def _put(owner: Json, steps: list[Step], value: Json) -> None:
    """Put a value at a path, making the objects and lists that lead there; a text goes on."""
    step, *rest = steps
    before = _get(owner, step)
    if rest:
        inner: Json = before
        if not isinstance(inner, list if isinstance(rest[0], int) else dict):
            inner = [] if isinstance(rest[0], int) else {}
            _set(owner, step, inner)
        _put(inner, rest, value)
    elif isinstance(before, str) and isinstance(value, str):
        _set(owner, step, before + value)
    else:
        _set(owner, step, value)


def _get(owner: Json, step: Step) -> Json:
    match owner, step:
        case dict(), str():
            return owner.get(step)
        case list(), int() if step < len(owner):
            return owner[step]
    return None


def _set(owner: Json, step: Step, value: Json) -> None:
    match owner, step:
        case dict(), str():
            owner[step] = value
        case list(), int() if step < len(owner) + _MAX_GAP:
            owner.extend([None] * (step + 1 - len(owner)))
            owner[step] = value
