"""`PATH=VALUE`: one change of an interaction, in a line."""

from cassette_cli.editing.set_body import SetBody
from cassette_cli.editing.set_body_field import SetBodyField
from cassette_cli.editing.set_completion import SetCompletionField
from cassette_cli.editing.set_header_values import SetHeaderValues
from cassette_cli.editing.start_line import SetMethod, SetReason, SetStatusCode, SetUrl
from cassette_cli.errors import CassetteError
from cassette_cli.rewriting.header_target import read_target, read_value
from cassette_cli.rewriting.step import Step

_HINT = (
    "paths are completion.text, completion.tool_calls[0].arguments, completion.usage.input_tokens, "
    "status_code, reason, request.url, request.method, request.headers.NAME, request.body, "
    "response.headers.NAME, response.body, response.body.$.json.path"
)
_OPENING, _CLOSING = "[(", "])"


def read_assignment(text: str) -> Step:
    """Read `PATH=VALUE`; an equals sign in brackets belongs to the path.

    Raises CassetteError for what is not of this form, and where `set_at` does.
    """
    return set_at(*_divide(text))


def set_at(path: str, value: str) -> Step:
    """The step that puts a value at a path.

    Raises CassetteError where the path names nothing that an interaction has.
    """
    match path.split(".", 2):
        case ["completion", *rest]:
            return SetCompletionField(".".join(rest), value)
        case ["status_code"] | ["response", "status_code"]:
            return SetStatusCode(_status_code(value))
        case ["reason"] | ["response", "reason"]:
            return SetReason(value)
        case ["request", "url"]:
            return SetUrl(value)
        case ["request", "method"]:
            return SetMethod(value)
        case [("request" | "response") as side, "headers", name]:
            target = read_target(name)
            return SetHeaderValues(side, target.name, (read_value(target.name, value),))
        case [("request" | "response") as side, "body"]:
            return SetBody(side, value)
        case [("request" | "response") as side, "body", query] if query.startswith("$"):
            return SetBodyField(side, query, value)
    raise CassetteError(f"{path!r} names nothing that can be set", hint=_HINT)


def _divide(text: str) -> tuple[str, str]:
    depth = 0
    for position, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if character == "=" and depth <= 0:
            return text[:position], text[position + 1 :]
    raise CassetteError(f"{text!r} sets nothing", hint="write it like completion.text=Hello")


def _status_code(value: str) -> int:
    if value.isascii() and value.isdigit():
        return int(value)
    raise CassetteError(f"{value!r} is not a status code")
