"""Parts of Gemini's contents, in requests and in answers.

https://ai.google.dev/api/caching#Part. Clients spell the keys of requests in camelCase or in
snake_case; the API takes both.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.gemini.partial_arguments import join_arguments
from cassette_cli.dialects.json_fields import extra_fields, objects_at, other_fields, string_at
from cassette_cli.dialects.parts import modality_of
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    GenericPart,
    Part,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
    with_extra,
)

_BESIDE = ("thoughtSignature", "videoMetadata", "partMetadata", "mediaResolution")
_UNDERSCORE = re.compile(r"_([a-z])")


def read_content(content: Json) -> Iterator[Part]:
    """The parts of a Content: a list of them, a single one, or bare text."""
    match content:
        case str(text):
            yield Text(text)
        case list(parts):
            for part in parts:
                yield from read_content(part)
        case {"parts": parts}:
            yield from read_content(parts)
        case dict():
            yield from _read_part(camel_keys(content))


def camel_keys(value: Json) -> dict[str, Json]:
    """An object's own keys in camelCase; {} for anything else."""
    if not isinstance(value, dict):
        return {}
    return {_UNDERSCORE.sub(lambda found: found[1].upper(), name): v for name, v in value.items()}


def _read_part(part: dict[str, Json]) -> Iterator[Part]:
    # A part has one of these fields; what stands beside it tells of it.
    beside = extra_fields({name: part[name] for name in part if name in _BESIDE})
    for name, value in part.items():
        if name == "text" and isinstance(value, str):
            if value:
                yield (Reasoning if part.get("thought") else Text)(value, beside)
        elif name != "thought" and name not in _BESIDE:
            for read in _read_field(name, camel_keys(value) or value):
                yield with_extra(read, beside)


def _read_field(name: str, value: Json) -> Iterator[Part]:
    call_id = string_at(value, "id")
    rest = dict(other_fields(value, ("id",)))
    match name, value:
        case "functionCall", {"name": str(function)}:
            pieces = objects_at(rest, "partialArgs")
            arguments = join_arguments(pieces) if pieces else rest.get("args")
            yield ToolCall(call_id, function, arguments)
        case "functionResponse", {"name": str(function)}:
            yield ToolResult(call_id, rest.get("response"), function)
            yield from read_content(rest.get("parts"))
        case "executableCode", dict():
            yield ServerToolCall(call_id, "code_execution", rest)
        case "codeExecutionResult", dict():
            yield ServerToolResult(call_id, "code_execution", rest)
        case "toolCall", {"toolType": str(tool)}:
            yield ServerToolCall(call_id, tool, rest.get("args"))
        case "toolResponse", {"toolType": str(tool)}:
            yield ServerToolResult(call_id, tool, rest.get("response"))
        case "inlineData", {"data": str(data)}:
            media_type = string_at(value, "mimeType")
            yield Blob(modality_of(media_type), media_type, data)
        case "fileData", {"fileUri": str(uri)}:
            media_type = string_at(value, "mimeType")
            yield Uri(modality_of(media_type), media_type, uri)
        case _:
            yield GenericPart(name, value)
