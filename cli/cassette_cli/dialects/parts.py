"""Parts of messages, made of what APIs have in common: texts, media, arguments, definitions."""

import mimetypes
import re

from cassette_cli.dialects.json_fields import other_fields, string_at
from cassette_cli.json_values import Json, read_json
from cassette_cli.transcript import Blob, GenericPart, Message, Text, ToolDefinition, Uri

_DATA_URI = re.compile(r"data:([^;,]*)[^,]*;base64,", re.IGNORECASE)
_MODALITIES = frozenset(("image", "audio", "video"))
# Words for parts that are known: a part under one of these has the fields of its kind.
_KNOWN_PARTS = frozenset(
    ("text", "reasoning", "refusal", "tool_call", "server_tool_call", "blob", "uri")
)


def text_parts(*texts: str | None) -> tuple[Text, ...]:
    """A part for each text that says something."""
    return tuple(Text(text) for text in texts if text)


def text_message(role: str, *texts: str | None) -> tuple[Message, ...]:
    """One message of these texts; none where no text says anything."""
    parts = text_parts(*texts)
    return (Message(role, parts),) if parts else ()


def plain_text(content: Json) -> Json:
    """The content of a tool's answer: text, where it is made of nothing else."""
    if not isinstance(content, list) or not content:
        return content
    texts = [string_at(block, "text") for block in content]
    return content if None in texts else "".join(text or "" for text in texts)


def read_arguments(arguments: Json) -> Json:
    """The arguments of a tool call: JSON in a string is parsed, any other string stays as it is."""
    if not isinstance(arguments, str):
        return arguments
    parsed = read_json(arguments)
    return arguments if parsed is None else parsed


def read_tool(
    tool: dict[str, Json], schema: str = "parameters", kinds: tuple[str, ...] = ("type",)
) -> ToolDefinition:
    """A tool that has a schema in this field; a tool of the provider's own has settings instead.

    A tool without a name goes by its type. `kinds` are fields that are no settings.
    """
    settings = other_fields(tool, ("name", "description", schema, *kinds))
    return ToolDefinition(
        string_at(tool, "name") or string_at(tool, "type") or "",
        string_at(tool, "description"),
        tool.get(schema) or dict(settings) or None,
    )


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
