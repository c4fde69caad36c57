"""The type of JSON values, and how a body's text becomes one."""

import json
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


_BLANKS = " \t\n\r"
# A stream has thousands of small texts, for which `json.loads` does more checking than parsing.
_decode = json.JSONDecoder().raw_decode


def read_json(text: str) -> Json:
    """Parse a JSON text; None where it is not JSON (or is nested beyond all reason)."""
    text = text.strip(_BLANKS)
    try:
        value: Json
        value, end = _decode(text)
    except (ValueError, RecursionError):
        return None
    return value if end == len(text) else None


def write_json(value: Json) -> str:
    """Spell a value as JSON on one line, keeping the order of keys and non-ASCII text."""
    return json.dumps(value, ensure_ascii=False)
