"""A decoded body as a text to edit: JSON over several lines, all else as it is."""

import json
from collections.abc import Iterator

from cassette_cli.document import Intent
from cassette_cli.editing.json_edits import json_edits
from cassette_cli.editing.side import Side, edit_content
from cassette_cli.errors import EditError
from cassette_cli.text import difference


def write_body(side: Side) -> str:
    """The text of a body, and a line break. Raises EditError where it is no text."""
    if _is_data(side):
        return json.dumps(side.payload.value, indent=2, ensure_ascii=False) + "\n"
    return side.text + "\n"


def suffix_of(side: Side) -> str:
    """The ending of a file that holds this text."""
    return ".json" if _is_data(side) else ".txt"


def body_intents(side: Side, text: str) -> Iterator[Intent]:
    """What makes the body say what the edited text says.

    Raises EditError where JSON is no JSON any more, or the body cannot be written back.
    """
    text = text.removesuffix("\n")
    if not _is_data(side):
        return edit_content(side, difference(side.text, text))
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise EditError(
            f"the body is no JSON any more: {error.msg.lower()}", where=f"line {error.lineno}"
        ) from None
    return edit_content(side, json_edits(side.text, value))


def _is_data(side: Side) -> bool:
    """Whether it is shown as data: a stream that is one array is a stream."""
    return isinstance(side.payload.value, dict | list) and isinstance(side.payload.content, str)
