"""Values of a JSON body at a JSONPath (RFC 9535)."""

from collections.abc import Iterator

from cassette_cli.document import Intent
from cassette_cli.editing.answer import replaced, value_at
from cassette_cli.editing.json_edits import json_edits
from cassette_cli.editing.side import Side, edit_content
from cassette_cli.errors import EditError
from cassette_cli.json_path import compile_query
from cassette_cli.json_values import Json, read_json


def assign_in_body(side: Side, query: str, text: str) -> Iterator[Intent]:
    """What gives every value at the path another one: text where it is text, else JSON.

    Raises EditError where the body is no JSON, or has nothing there.
    """
    value = side.payload.value
    if not isinstance(value, dict | list):
        raise EditError(f"the body of the {side.name} is no JSON, and has no {query}")
    paths = [tuple(match.parts) for match in compile_query(query).finditer(value)]
    if not paths:
        raise EditError(f"the body of the {side.name} has nothing at {query}")
    for path in paths:
        value = replaced(value, path, _read_value(value_at(value, path), text))
    yield from edit_content(side, json_edits(side.text, value))


def _read_value(old: Json, text: str) -> Json:
    if isinstance(old, str):
        return text
    value = read_json(text)
    return text if value is None and text != "null" else value
