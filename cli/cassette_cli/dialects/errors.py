"""Errors in answers, and in the events of streams."""

from cassette_cli.dialects.json_fields import at, first_string, string_at
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# How some hosts name the members of an error that stands beside the answer.
_TYPES = ("error_type",)
_CODES = ("error_code",)
_MESSAGES = ("error_message", "error_msg")
ERROR_FIELDS = (*_TYPES, *_CODES, *_MESSAGES)


def error_object(kind: str | None, code: Json = None, message: str | None = None) -> Json:
    """An error that its provider has no object for."""
    return {"type": kind, "code": code, "message": message}


def read_error(value: Json, *answer_fields: str) -> Json:
    """The `error` of an answer, or all of an object that has no field of a good answer.

    The hosts of one API spell their errors each in its own way ({"message": …}, {"detail": …}).
    """
    if error := at(value, "error") or _error_beside(value):
        return error
    if not isinstance(value, dict) or not value or any(name in value for name in answer_fields):
        return None
    return value


def error_of(event: Event) -> Json:
    """The `error` of an event, or all of an event of that name or type; None where it is none."""
    value = event.value
    if error := at(value, "error") or _error_beside(value):
        return error
    return value if "error" in (event.name, string_at(value, "type")) else None


def _error_beside(value: Json) -> Json:
    """What stands in members of their own: `{"error_type": …, "error_message": …}`."""
    kind, message = first_string(value, *_TYPES), first_string(value, *_MESSAGES)
    code = next((code for name in _CODES if (code := at(value, name))), None)
    return error_object(kind, code, message) if kind or message else None
