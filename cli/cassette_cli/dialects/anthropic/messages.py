"""Anthropic messages: https://platform.claude.com/docs/en/api/messages, also on Vertex AI.

Bedrock and the message batches carry the same objects, and read them with these functions.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.anthropic.messages_stream import deltas, fold
from cassette_cli.dialects.bedrock.paths import operation_of
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.matching import is_post
from cassette_cli.dialects.parts import plain_text, read_tool, unknown_part
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    Completion,
    Extra,
    GenericPart,
    Message,
    Part,
    Prompt,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
    Usage,
)

_ANSWER_FIELDS = ("id", "type", "role", "model", "content", "stop_reason", "usage", "error")
_PROMPT_FIELDS = ("model", "system", "messages", "tools")
_RESULT_FIELDS = ("type", "tool_use_id", "content", "is_error")
_VERTEX_PATH = re.compile(
    r"/publishers/anthropic/models/(?P<model>[^/:]+):(?:streamRawPredict|rawPredict)$"
)
# Counting tokens has the path of a model on Vertex.
_VERTEX_NO_MODEL = "count-tokens"


def matches(exchange: Exchange) -> bool:
    """By the path of the request, or by an answer that is a message or begins one."""
    posted = is_post(exchange)
    if posted and (_is_messages_call(exchange) or model_in_url(exchange.path)):
        return True
    return operation_of(exchange.path) is None and is_message(exchange.response.first_value)


def is_message(value: Json) -> bool:
    """Whether this is a whole message, or the event that begins one."""
    match value:
        case {"type": "message_start", "message": message}:
            return is_message(message)
        case {"type": "message", "role": "assistant", "content": list(), "stop_reason": _}:
            return True
    return False


def model_in_url(path: str) -> str | None:
    """The model on Vertex AI."""
    found = _VERTEX_PATH.search(path)
    return found["model"] if found and found["model"] != _VERTEX_NO_MODEL else None


def read_request(value: Json) -> Prompt:
    """The body of a request."""
    return Prompt(
        model=string_at(value, "model"),
        system_instructions=tuple(read_content(at(value, "system"))),
        tool_definitions=tuple(
            read_tool(tool, "input_schema", kinds=()) for tool in objects_at(value, "tools")
        ),
        messages=tuple(
            Message(string_at(message, "role") or "", tuple(read_content(message.get("content"))))
            for message in objects_at(value, "messages")
        ),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """A `message` object, or an error; Vertex wraps an error of its own into a list."""
    match value:
        case {"content": content}:
            role = string_at(value, "role")
            parts = tuple(read_content(content))
            message = Message(role or "assistant", parts, string_at(value, "stop_reason"))
            return Completion(
                id=string_at(value, "id"),
                model=string_at(value, "model"),
                messages=(message,) if role or parts else (),
                usage=read_usage(at(value, "usage")),
                error=at(value, "error"),
                extra=extra_fields(value, *_ANSWER_FIELDS),
            )
        case [{"error": error}]:
            return Completion(error=error)
    return Completion(error=read_error(value))


def read_usage(usage: Json) -> Usage | None:
    """Token counts; input tokens are those besides the cached ones."""
    return usage_of(
        usage,
        input_tokens="input_tokens",
        output_tokens="output_tokens",
        cache_read_input_tokens="cache_read_input_tokens",
        cache_creation_input_tokens="cache_creation_input_tokens",
        reasoning_output_tokens="output_tokens_details.thinking_tokens",
    )


def read_content(content: Json) -> Iterator[Part]:
    """The parts of a content, which is a text or a list of blocks."""
    match content:
        case str(text):
            yield Text(text)
        case list(blocks):
            for block in blocks:
                if isinstance(block, dict):
                    yield from _read_block(block)
                else:
                    yield unknown_part(block)


def _read_block(block: dict[str, Json]) -> Iterator[Part]:
    match block:
        case {"type": "text", "text": str(text)}:
            yield Text(text, extra_fields(block, "type", "text"))
        case {"type": "thinking", "thinking": str(thought)}:
            # Where the thought is left out, its signature stands for it.
            yield Reasoning(thought, extra_fields(block, "type", "thinking"))
        case {"type": "tool_use", "name": str(name)}:
            yield ToolCall(string_at(block, "id"), name, block.get("input"), _call_extra(block))
        case {"type": "server_tool_use" | "mcp_tool_use", "name": str(name)}:
            call_id, extra = string_at(block, "id"), _call_extra(block)
            yield ServerToolCall(call_id, name, block.get("input"), extra)
        case {"type": "tool_result"}:
            extra = extra_fields(block, *_RESULT_FIELDS)
            yield ToolResult(string_at(block, "tool_use_id"), _result_of(block), extra=extra)
        case {"type": str(kind), "tool_use_id": str(call_id)} if kind.endswith("_tool_result"):
            name, extra = kind.removesuffix("_tool_result"), extra_fields(block, *_RESULT_FIELDS)
            yield ServerToolResult(call_id, name, _result_of(block), extra)
        case {"type": ("image" | "document") as kind, "source": source}:
            yield _read_source(kind, source, block)
        case {"type": "container_upload", "file_id": str(file_id)}:
            yield Uri("document", None, file_id)
        case _:
            yield unknown_part(block)


def _call_extra(block: Json) -> Extra:
    return extra_fields(block, "type", "id", "name", "input")


def _read_source(modality: str, source: Json, block: Json) -> Part:
    media_type = string_at(source, "media_type")
    match source:
        case {"type": "base64", "data": str(data)}:
            return Blob(modality, media_type, data, extra_fields(block, "type", "source"))
        case {"type": "url", "url": str(uri)} | {"type": "file", "file_id": str(uri)}:
            return Uri(modality, media_type, uri, extra_fields(block, "type", "source"))
    return GenericPart(modality, block)


def _result_of(block: dict[str, Json]) -> Json:
    """What a tool answered; that it failed is part of the answer."""
    result = plain_text(block.get("content"))
    return {"is_error": True, "content": result} if block.get("is_error") else result


def _is_messages_call(exchange: Exchange) -> bool:
    """Others have messages too: the path counts where the body, if any, is a conversation."""
    body = exchange.request.value
    return exchange.path.rstrip("/").endswith("/v1/messages") and (
        body is None or isinstance(at(body, "messages"), list)
    )


DIALECT = Dialect(
    name="anthropic-messages",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
    model_in_url=model_in_url,
)
