"""`PATH=VALUE`: one change of an interaction, in a line."""

from typing import NamedTuple

from cassette_cli.editing.completion_path import assign
from cassette_cli.editing.head import (
    set_header_values,
    set_method,
    set_reason,
    set_status_code,
    set_url,
)
from cassette_cli.editing.http_form import side_named
from cassette_cli.editing.json_path import assign_in_body
from cassette_cli.editing.side import edit_content
from cassette_cli.editing.transcript import completion_of, set_completion
from cassette_cli.errors import CassetteError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.header_target import read_target
from cassette_cli.rewriting.operation import Operation, Step
from cassette_cli.text import difference

_HINT = (
    "paths are completion.text, completion.tool_calls[0].arguments, completion.usage.input_tokens, "
    "status_code, reason, request.url, request.method, request.headers.NAME, request.body, "
    "response.headers.NAME, response.body, response.body.$.json.path"
)
_OPENING, _CLOSING = "[(", "])"


class Assignment(NamedTuple):
    """A path, and the text that is to stand there."""

    path: str
    value: str


def read_assignment(text: str) -> Assignment:
    """Read `PATH=VALUE`; an equals sign in brackets belongs to the path.

    Raises CassetteError for what is none.
    """
    depth = 0
    for position, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if character == "=" and depth <= 0:
            return Assignment(text[:position], text[position + 1 :])
    raise CassetteError(f"{text!r} sets nothing", hint="write it like completion.text=Hello")


def assignment_operation(index: int, assignment: Assignment) -> Operation:
    """The operation that makes the change in this interaction.

    Raises CassetteError where the path names nothing that an interaction has.
    """
    path, value = assignment
    match path.split(".", 2):
        case ["completion", *rest]:
            return _set_completion(index, ".".join(rest), value)
        case ["status_code"] | ["response", "status_code"]:
            return set_status_code(index, _status_code(value))
        case ["reason"] | ["response", "reason"]:
            return set_reason(index, value)
        case ["request", "url"]:
            return set_url(index, value)
        case ["request", "method"]:
            return set_method(index, value)
        case [("request" | "response") as side, "headers", name]:
            return set_header_values(index, side, read_target(name).name, (value,))
        case [("request" | "response") as side, "body"]:
            return _set_whole_body(index, side, value)
        case [("request" | "response") as side, "body", query] if query.startswith("$"):
            return _set_in_body(index, side, assignment._replace(path=query))
    raise CassetteError(f"{path!r} names nothing that can be set", hint=_HINT)


def _set_completion(index: int, path: str, value: str) -> Operation:
    def operation(cassette: Cassette) -> Step:
        completion = completion_of(cassette.interactions[index])
        return set_completion(index, assign(completion, path, value))(cassette)

    return operation


def _status_code(value: str) -> int:
    if value.isascii() and value.isdigit():
        return int(value)
    raise CassetteError(f"{value!r} is no status code")


def _set_whole_body(index: int, name: str, value: str) -> Operation:
    def operation(cassette: Cassette) -> Step:
        side = side_named(cassette.interactions[index], name)
        return Step(tuple(edit_content(side, difference(side.text, value))))

    return operation


def _set_in_body(index: int, name: str, assignment: Assignment) -> Operation:
    def operation(cassette: Cassette) -> Step:
        side = side_named(cassette.interactions[index], name)
        return Step(tuple(assign_in_body(side, assignment.path, assignment.value)))

    return operation
