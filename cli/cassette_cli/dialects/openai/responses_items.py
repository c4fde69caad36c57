"""Items of the Responses API, which stand alike in its requests and its answers.

https://platform.openai.com/docs/api-reference/responses/object
"""

import mimetypes
from collections.abc import Iterable, Iterator

from cassette_cli.dialects.json_fields import (
    extra_fields,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.parts import (
    modality_of,
    plain_text,
    read_arguments,
    read_media,
    unknown_part,
)
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    Extra,
    Part,
    Reasoning,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
    with_extra,
)

# Calls that the client runs, besides functions: the field that holds what to do.
_CLIENT_CALLS = {
    "computer_call": "action",
    "local_shell_call": "action",
    "shell_call": "action",
    "apply_patch_call": "operation",
}
# Items that are no calls, though the provider made them.
_NO_CALLS = frozenset(
    ("compaction", "item_reference", "mcp_approval_request", "mcp_approval_response")
)
# Fields of a call that the provider ran which hold what it gave.
_RESULT_FIELDS = ("result", "results", "outputs", "output", "error", "tools")
_SILENT_FIELDS = ("id", "type", "status", "call_id", "execution", "created_by")
_IMAGE_FORMATS = ("png", "jpeg", "webp")


def role_of(item: Json) -> str:
    """Who says an item: messages name their role, results of calls are the client's."""
    role = string_at(item, "role")
    if role is not None:
        return role
    if string_at(item, "type") == "mcp_approval_response":
        return "user"
    return "tool" if _is_client_result(item) else "assistant"


def read_item(item: Json) -> Iterator[Part]:
    """The parts of any item."""
    if not isinstance(item, dict):
        yield from read_blocks(item)
        return
    call_id = string_at(item, "call_id")
    match item:
        case {"type": "reasoning"}:
            yield from _read_reasoning(item)
        case {"type": "function_call", "name": str(name)}:
            arguments = read_arguments(item.get("arguments"))
            yield ToolCall(call_id, name, arguments, _extra_of(item, "name", "arguments"))
        case {"type": "custom_tool_call", "name": str(name)}:
            yield ToolCall(call_id, name, item.get("input"), _extra_of(item, "name", "input"))
        case {"type": str(kind)} if kind in _CLIENT_CALLS:
            asked = _CLIENT_CALLS[kind]
            yield ToolCall(call_id, kind, item.get(asked), _extra_of(item, asked))
        case {"type": str()} if _is_client_result(item):
            given = item.get("output", item.get("tools"))
            extra = _extra_of(item, "output", "tools", "execution")
            yield ToolResult(call_id, plain_text(given), extra=extra)
        case {"type": "message", "content": content} | {"role": str(), "content": content}:
            yield from _with_extra(read_blocks(content), _extra_of(item, "role", "content"))
        case {"type": str(kind)} if kind not in _NO_CALLS:
            yield from _read_server_call(kind, item)
        case _:
            yield unknown_part(item)


def read_blocks(content: Json) -> Iterator[Part]:
    """The content of a message: a string, or blocks; items where instructions are made of them."""
    match content:
        case None | "":
            return
        case str(text):
            yield Text(text)
        case list():
            for block in content:
                yield from _read_block(block)
        case _:
            yield unknown_part(content)


def _is_client_result(item: Json) -> bool:
    kind = string_at(item, "type") or ""
    searched = kind == "tool_search_output" and string_at(item, "execution") == "client"
    return searched or kind.endswith("_call_output")


def _read_reasoning(item: dict[str, Json]) -> Iterator[Part]:
    """The texts of an item; where it has none, what is encrypted stands for them."""
    extra = _extra_of(item, "summary", "content")
    for name in ("summary", "content"):
        for block in objects_at(item, name):
            if text := string_at(block, "text"):
                yield Reasoning(text, extra)
                extra = ()
    if string_at(dict(extra), "encrypted_content"):
        yield Reasoning("", extra)


def _extra_of(item: dict[str, Json], *known: str) -> Extra:
    """What an item says besides: neither what it is and is called, nor how far it is."""
    return extra_fields(item, *_SILENT_FIELDS, *known)


def _with_extra(parts: Iterable[Part], extra: Extra) -> Iterator[Part]:
    """The parts of an item, the first with what the item says besides."""
    for part in parts:
        yield with_extra(part, extra)
        extra = ()


def _read_server_call(kind: str, item: dict[str, Json]) -> Iterator[Part]:
    item_id = string_at(item, "id")
    asked = dict(other_fields(item, (*_SILENT_FIELDS, *_RESULT_FIELDS)))
    given = {name: item[name] for name in _RESULT_FIELDS if item.get(name) is not None}
    if "arguments" in asked:
        asked["arguments"] = read_arguments(asked["arguments"])
    yield ServerToolCall(item_id, kind, _only_value(asked, "action", "arguments"))
    match kind, given:
        case "image_generation_call", {"result": str(data)}:
            yield Blob("image", _image_type(item), data)
        case _ if given:
            yield ServerToolResult(item_id, kind, _only_value(given, *given))


def _only_value(fields: dict[str, Json], *names: str) -> Json:
    """The one field where there is but one, of these names; else all of them."""
    match list(fields.items()):
        case [(name, value)] if name in names:
            return value
    return fields


def _image_type(item: dict[str, Json]) -> str:
    kind = string_at(item, "output_format")
    return f"image/{kind if kind in _IMAGE_FORMATS else 'png'}"


def _read_block(block: Json) -> Iterator[Part]:
    match block:
        case str(text):
            yield Text(text)
        case {"type": "input_text" | "output_text" | "text" | "summary_text", "text": str(text)}:
            if text:
                yield Text(text, extra_fields(block, "type", "text"))
        case {"type": "reasoning_text", "text": str(text)}:
            yield Reasoning(text)
        case {"type": "refusal", "refusal": str(text)}:
            yield Refusal(text)
        case {"type": "input_image", "image_url": str(url)}:
            yield read_media(url, modality="image")
        case {"type": "input_image", "file_id": str(file_id)}:
            yield Uri("image", None, file_id)
        case {"type": "input_audio", "input_audio": {"data": str(data), "format": str(kind)}}:
            yield Blob("audio", f"audio/{kind}", data)
        case {"type": "input_file"}:
            yield read_file(block)
        case {"type": "message", "content": content}:
            yield from read_blocks(content)
        case _:
            yield unknown_part(block)


def read_file(block: Json) -> Part:
    """A file, inline or by reference."""
    match block:
        case {"file_data": str(data)} if data.startswith("data:"):
            return read_media(data)
        case {"file_data": str(data)}:
            media_type = mimetypes.guess_type(string_at(block, "filename") or "")[0]
            return Blob(modality_of(media_type), media_type, data)
        case {"file_url": str(url)}:
            return read_media(url, modality="document")
        case {"file_id": str(file_id)}:
            return Uri("document", None, file_id)
    return unknown_part(block)
