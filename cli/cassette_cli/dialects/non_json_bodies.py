"""Bodies that are no JSON, as JSON: forms with files, lines of JSON, text, and audio or images."""

from base64 import b64encode

from cassette_cli.dialects.json_fields import string_at
from cassette_cli.dialects.parts import modality_of
from cassette_cli.exchange import Payload
from cassette_cli.json_values import Json
from cassette_cli.layers.multipart import FormField, read_form
from cassette_cli.transcript import Blob, Part, Text


def body_value(payload: Payload) -> Json:
    """A body as JSON, whatever it is.

    A form is an object of its fields, JSON lines are a list, text is a string, a file and all else
    is an object of `media_type`, `bytes` (how many), and `text` or `base64`.
    """
    if payload.value is not None:
        return payload.value
    if payload.framing == "ndjson":
        return [event.value for event in payload.events]
    if (payload.media_type or "").startswith("multipart/"):
        return _form_value(read_form(payload.content))
    if isinstance(payload.content, str):
        return payload.content or None
    return file_value(payload.content, payload.media_type)


def file_value(data: bytes, media_type: str | None, filename: str | None = None) -> Json:
    """A file as an object."""
    known: dict[str, Json] = {} if filename is None else {"filename": filename}
    known |= {"media_type": media_type, "bytes": len(data)}
    if modality_of(media_type) == "document" and b"\0" not in data:
        try:
            return {**known, "text": data.decode()}
        except UnicodeDecodeError:
            pass
    return {**known, "base64": b64encode(data).decode()}


def read_file(value: Json) -> Part | None:
    """What an object made by `file_value` holds: text where it is text."""
    match value:
        case {"media_type": str() | None, "base64": str(data)}:
            media_type = string_at(value, "media_type")
            return Blob(modality_of(media_type), media_type, data)
        case {"media_type": str() | None, "text": str(text)}:
            return Text(text)
    return None


def without_content(value: Json) -> Json:
    """Such an object without what the file says: its name, type and size."""
    if not isinstance(value, dict) or read_file(value) is None:
        return value
    return {name: field for name, field in value.items() if name not in ("base64", "text")}


def _form_value(fields: tuple[FormField, ...]) -> Json:
    form: dict[str, Json] = {}
    for field in fields:
        name = field.name or ""
        value = _field_value(field)
        if name not in form:
            form[name] = value
        else:
            before = form[name]
            form[name] = [*(before if isinstance(before, list) else [before]), value]
    return form


def _field_value(field: FormField) -> Json:
    if field.filename is None:
        return field.content.decode(errors="replace")
    return file_value(field.content, field.media_type, field.filename)
