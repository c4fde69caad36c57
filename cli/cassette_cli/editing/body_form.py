"""A decoded body as a text to edit: JSON over several lines, all else as it is."""

import json

from cassette_cli.editing.set_body import SetBody, SetBodyJson
from cassette_cli.errors import EditError
from cassette_cli.rewriting.http_message import HttpMessage


def write_body(message: HttpMessage) -> str:
    """The text of a body, and a line break. Raises EditError where it is no text."""
    if _is_data(message):
        return json.dumps(message.payload.value, indent=2, ensure_ascii=False) + "\n"
    return message.text + "\n"


def suffix_of(message: HttpMessage) -> str:
    """The ending of a file that holds this text."""
    return ".json" if _is_data(message) else ".txt"


def read_body(message: HttpMessage, text: str) -> SetBody | SetBodyJson:
    """The step that makes the body say what the edited text says.

    Raises EditError where JSON is no JSON any more.
    """
    text = text.removesuffix("\n")
    if not _is_data(message):
        return SetBody(message.side, text)
    try:
        return SetBodyJson(message.side, json.loads(text))
    except json.JSONDecodeError as error:
        raise EditError(
            f"the body is not JSON any more: {error.msg.lower()}", where=f"line {error.lineno}"
        ) from None


def _is_data(message: HttpMessage) -> bool:
    """Whether it is shown as data: a stream that is one array is a stream."""
    payload = message.payload
    return isinstance(payload.value, dict | list) and isinstance(payload.content, str)
