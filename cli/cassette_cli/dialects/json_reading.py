"""Small readings of JSON that all dialects share: fields of any type, tool arguments, media."""

import mimetypes
import re
from collections.abc import Iterable

from cassette_cli.json_values import Json, read_json
from cassette_cli.transcript import Blob, GenericPart, Uri

_DATA_URI = re.compile(r"data:([^;,]*)[^,]*;base64,", re.IGNORECASE)
_MODALITIES = frozenset(("image", "audio", "video"))
# Words for parts that are known: a part under one of these has the fields of its kind.
_KNOWN_PARTS = frozenset(
    ("text", "reasoning", "refusal", "tool_call", "server_tool_call", "blob", "uri")
)


def at(value: Json, *path: str | int) -> Json:
    """What stands at a path of keys and indexes; None where nothing does."""
    # No pattern here: nothing is called as often as this.
    for step in path:
        if isinstance(step, str):
            if not isinstance(value, dict):
                return None
            value = value.get(step)
        elif isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def string_at(value: Json, *path: str | int) -> str | None:
    """The string at a path; None for anything else."""
    found = at(value, *path)
    return found if isinstance(found, str) else None


def integer_at(value: Json, *path: str | int) -> int | None:
    """The integer at a path; None for anything else (booleans are no numbers)."""
    found = at(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def objects_at(value: Json, *path: str | int) -> list[dict[str, Json]]:
    """The objects in the list at a path; none where there is no list."""
    found = at(value, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def add_text(fields: dict[str, Json], name: str, piece: str) -> None:
    """Put a piece behind the text of a field, or in its place where it is no text.

    The field lets go of its text meanwhile. A string that has one owner grows where it is, and is
    not copied for each of its pieces: an answer of a megabyte has some two hundred thousand.
    """
    text = fields.get(name)
    fields[name] = ""
    text = text if isinstance(text, str) else ""
    text += piece
    fields[name] = text


def read_arguments(arguments: Json) -> Json:
    """The arguments of a tool call: JSON in a string is parsed, any other string stays as it is."""
    if not isinstance(arguments, str):
        return arguments
    parsed = read_json(arguments)
    return arguments if parsed is None else parsed


def plain_text(content: Json) -> Json:
    """The content of a tool's answer: text, where it is made of nothing else."""
    if not isinstance(content, list) or not content:
        return content
    texts = [string_at(block, "text") for block in content]
    return content if None in texts else "".join(text or "" for text in texts)


def other_fields(value: Json, known: Iterable[str]) -> tuple[tuple[str, Json], ...]:
    """The fields of an object besides the known ones, in order."""
    if not isinstance(value, dict):
        return ()
    names = frozenset(known)
    return tuple((name, field) for name, field in value.items() if name not in names)


def read_media(uri: str, media_type: str | None = None, modality: str | None = None) -> Blob | Uri:
    """Media behind a URI: a `data:` URI is inline (RFC 2397), all else a reference."""
    found = _DATA_URI.match(uri)
    if found is None:
        media_type = media_type or mimetypes.guess_type(uri.partition("?")[0])[0]
        return Uri(modality or modality_of(media_type), media_type, uri)
    media_type = found[1].lower() or media_type
    return Blob(modality or modality_of(media_type), media_type, uri[found.end() :])


def modality_of(media_type: str | None) -> str:
    """image, audio or video where the media type says so, else document."""
    kind = (media_type or "").partition("/")[0]
    return kind if kind in _MODALITIES else "document"


def unknown_part(value: Json) -> GenericPart:
    """What is not known, whole, under the provider's own word for it."""
    kind = string_at(value, "type")
    return GenericPart("unknown" if not kind or kind in _KNOWN_PARTS else kind, value)


def read_error(value: Json, *answer_fields: str) -> Json:
    """The `error` of an answer, or all of an object that has no field of a good answer.

    The hosts of one API spell their errors each in its own way ({"message": …}, {"detail": …}).
    """
    if error := at(value, "error"):
        return error
    if not isinstance(value, dict) or not value or any(name in value for name in answer_fields):
        return None
    return value
