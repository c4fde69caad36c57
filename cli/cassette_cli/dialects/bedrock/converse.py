"""Bedrock's conversations, which are the same for the models of all vendors.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
"""

import mimetypes
from collections.abc import Iterator
from functools import partial

from cassette_cli.dialects.bedrock.converse_stream import deltas, fold
from cassette_cli.dialects.bedrock.error_frames import fold_with_errors
from cassette_cli.dialects.bedrock.paths import model_in_url, operation_of
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.parts import plain_text, unknown_part
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Uri,
    Usage,
    with_extra,
)

_OPERATIONS = ("converse", "converse-stream")
_MEDIA = ("image", "document", "video", "audio")
_ANSWER_FIELDS = ("output", "stopReason", "usage", "error")
_PROMPT_FIELDS = ("modelId", "system", "messages", "toolConfig")


def matches(exchange: Exchange) -> bool:
    """By the path of the request, or by an answer that is a conversation's."""
    operation = operation_of(exchange.path)
    if operation is not None:
        return operation in _OPERATIONS
    match exchange.response.value:
        case {"output": {"message": {"content": list()}}, "stopReason": _}:
            return True
    return any(event.name == "messageStart" for event in exchange.response.events[:1])


def read_request(value: Json) -> Prompt:
    """The body of a request; the model stands in the URL."""
    settings = other_fields(value, _PROMPT_FIELDS)
    if tool_settings := other_fields(at(value, "toolConfig"), ("tools",)):
        settings = (*settings, ("toolConfig", dict(tool_settings)))
    return Prompt(
        model=string_at(value, "modelId"),
        system_instructions=tuple(_read_content(at(value, "system"))),
        tool_definitions=tuple(_read_tools(value)),
        messages=tuple(
            Message(string_at(message, "role") or "", tuple(_read_content(at(message, "content"))))
            for message in objects_at(value, "messages")
        ),
        settings=settings,
    )


def read_response(value: Json) -> Completion:
    """What Converse returns, or an exception."""
    match value:
        case {"output": {"message": dict(message)}}:
            role = string_at(message, "role")
            parts = tuple(_read_content(message.get("content")))
            answer = Message(role or "assistant", parts, string_at(value, "stopReason"))
            return Completion(
                messages=(answer,) if role or parts else (),
                usage=_read_usage(at(value, "usage")),
                error=at(value, "error"),
                extra=extra_fields(value, *_ANSWER_FIELDS),
            )
    return Completion(error=read_error(value))


def _read_usage(usage: Json) -> Usage | None:
    """Token counts; input tokens are those besides the cached ones."""
    return usage_of(
        usage,
        input_tokens="inputTokens",
        output_tokens="outputTokens",
        total_tokens="totalTokens",
        cache_read_input_tokens=("cacheReadInputTokens", "cacheReadInputTokenCount"),
        cache_creation_input_tokens=("cacheWriteInputTokens", "cacheWriteInputTokenCount"),
    )


def _read_content(content: Json) -> Iterator[Part]:
    if isinstance(content, list):
        for block in content:
            yield from _read_block(block)


def _read_block(block: Json) -> Iterator[Part]:
    match block:
        case {"text": str(text)}:
            yield Text(text, extra_fields(block, "text"))
        case {"reasoningContent": {"reasoningText": dict(thought)}}:
            # Where the thought is left out, its signature stands for it.
            yield Reasoning(string_at(thought, "text") or "", extra_fields(thought, "text"))
        case {"toolUse": dict(call)} if isinstance(name := call.get("name"), str):
            kind = ServerToolCall if call.get("type") == "server_tool_use" else ToolCall
            extra = extra_fields(call, "toolUseId", "name", "input", "type")
            yield kind(string_at(call, "toolUseId"), name, call.get("input"), extra)
        case {"toolResult": dict(result)}:
            yield _read_result(result)
        case {"citationsContent": {"content": list(content)}}:
            cited = extra_fields(at(block, "citationsContent"), "content")
            *parts, last = [*_read_content(content)] or [Text("")]
            yield from parts
            yield with_extra(last, cited)
        case {"cachePoint": _}:
            pass
        case dict() if len(block) == 1 and "text" not in block:
            [(name, value)] = block.items()
            yield _read_media(name, value) if name in _MEDIA else GenericPart(name, value)
        case _:
            yield unknown_part(block)


def _read_media(modality: str, media: Json) -> Part:
    extension = string_at(media, "format")
    media_type = f"{modality}/{extension}" if extension else None
    if modality == "document":
        media_type = mimetypes.guess_type(f"document.{extension}")[0]
    match at(media, "source"):
        case {"bytes": str(data)}:
            return Blob(modality, media_type, data)
        case {"s3Location": {"uri": str(uri)}}:
            return Uri(modality, media_type, uri)
    return GenericPart(modality, media)


def _read_result(result: dict[str, Json]) -> Part:
    """What a tool answered; that it failed is part of the answer.

    In an answer of the model it is a tool of the provider, and the type says which.
    """
    call_id = string_at(result, "toolUseId")
    if kind := string_at(result, "type"):
        return ServerToolResult(call_id, kind, result.get("content"))
    match result.get("content"):
        case [{"json": answer}]:
            content = answer
        case blocks:
            content = plain_text(blocks)
    failed = result.get("status") == "error"
    return ToolResult(call_id, {"status": "error", "content": content} if failed else content)


def _read_tools(value: Json) -> Iterator[ToolDefinition]:
    for tool in objects_at(value, "toolConfig", "tools"):
        match tool:
            case {"toolSpec": {"name": str(name)}}:
                yield ToolDefinition(
                    name,
                    string_at(tool, "toolSpec", "description"),
                    at(tool, "toolSpec", "inputSchema", "json"),
                )
            case {"systemTool": {"name": str(name)}}:
                yield ToolDefinition(name)
            case {"cachePoint": _}:
                pass
            case _:
                yield ToolDefinition(next(iter(tool), ""), None, tool)


DIALECT = Dialect(
    name="bedrock-converse",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=("aws-event-stream",),
    fold=partial(fold_with_errors, fold),
    deltas=deltas,
    model_in_url=model_in_url,
)
