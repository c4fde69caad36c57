"""Errors in answers, and in the events of streams."""

from cassette_cli.dialects.json_fields import at, string_at
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event


def read_error(value: Json, *answer_fields: str) -> Json:
    """The `error` of an answer, or all of an object that has no field of a good answer.

    The hosts of one API spell their errors each in its own way ({"message": …}, {"detail": …}).
    """
    if error := at(value, "error"):
        return error
    if not isinstance(value, dict) or not value or any(name in value for name in answer_fields):
        return None
    return value


def error_of(event: Event) -> Json:
    """The `error` of an event, or all of an event of that name or type; None where it is none."""
    value = event.value
    if error := at(value, "error"):
        return error
    return value if "error" in (event.name, string_at(value, "type")) else None
