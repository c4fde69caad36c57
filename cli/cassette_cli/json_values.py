"""The type of JSON values, and how a body's text becomes one."""

import json
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def read_json(text: str) -> Json:
    """Parse a JSON text; None where it is not JSON (or is nested beyond all reason)."""
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def write_json(value: Json) -> str:
    """Spell a value as JSON on one line, keeping the order of keys and non-ASCII text."""
    return json.dumps(value, ensure_ascii=False)
