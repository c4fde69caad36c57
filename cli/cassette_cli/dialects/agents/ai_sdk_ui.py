"""What the AI SDK's user interfaces (`useChat`) ask, and the message that is streamed to them.

https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol; judged by the SDK's `uiMessageChunkSchema`.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.agents.ai_sdk_ui_stream import deltas, fold
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    first_string,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.matching import is_post
from cassette_cli.dialects.parts import read_arguments, read_media, unknown_part
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    Message,
    Part,
    Prompt,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Usage,
)

_TEXT_FIELDS = ("type", "text", "id", "state")
_TOOL_FIELDS = (
    *("type", "toolCallId", "toolName", "input", "rawInput", "output", "errorText", "state"),
    *("providerExecuted", "dynamic"),
)
_FIRST = re.compile(r"start(-step)?|message-metadata|data-.+|error|abort|finish")
# Types of chunks that no other API has, with the field that they have here.
_OWN = {
    **dict.fromkeys(("text-start", "text-end", "reasoning-start", "reasoning-end"), "id"),
    **dict.fromkeys(("text-delta", "reasoning-delta"), "delta"),
    **dict.fromkeys(("tool-input-start", "tool-input-available", "tool-input-error"), "toolCallId"),
    **dict.fromkeys(("tool-output-available", "tool-output-error"), "toolCallId"),
    "tool-input-delta": "inputTextDelta",
    "source-url": "sourceId",
    "source-document": "sourceId",
}
# How far into a stream its first chunk of such a type stands at most.
_LOOK_AT = 8
_MARK = "x-vercel-ai-ui-message-stream"


def matches(exchange: Exchange) -> bool:
    """By the chunks of the stream, or the header that marks it; failed calls by the request."""
    if exchange.response.framing == "sse":
        return _is_stream(exchange)
    answered = at(exchange.response.value, "parts") is not None
    failed = (exchange.interaction.response.status_code or 0) >= 400  # noqa: PLR2004 -- RFC 9110
    return is_post(exchange) and (answered or failed) and _asks(exchange.request.value)


def read_request(value: Json) -> Prompt:
    """The messages so far, each made of parts; what else the application sends are settings."""
    return Prompt(
        model=string_at(value, "model"),
        messages=tuple(
            Message(string_at(message, "role") or "", tuple(_read_message(message, said=False)))
            for message in objects_at(value, "messages")
        ),
        settings=other_fields(value, ("model", "messages")),
    )


def read_response(value: Json) -> Completion:
    """A UI message. Tools that answered in the stream were run by the server."""
    parts = tuple(_read_message(value, said=True))
    metadata = at(value, "metadata")
    reason = string_at(value, "finishReason") or string_at(metadata, "finishReason")
    return Completion(
        id=string_at(value, "id"),
        model=string_at(metadata, "model"),
        messages=(Message("assistant", parts, reason),) if parts or reason else (),
        usage=_read_usage(at(metadata, "usage") or at(metadata, "totalUsage")),
        error=read_error(value, "parts"),
        extra=extra_fields(value, "id", "role", "parts", "finishReason", "error"),
    )


def _is_stream(exchange: Exchange) -> bool:
    if any(header.name.lower() == _MARK for header in exchange.interaction.response.headers):
        return True
    first = exchange.response.first_value
    kind = string_at(first, "type") or ""
    if kind not in _OWN and not _FIRST.fullmatch(kind):
        return False
    return any(
        at(event.value, _OWN.get(string_at(event.value, "type") or "", "")) is not None
        for event in exchange.response.events[:_LOOK_AT]
    )


def _asks(value: Json) -> bool:
    messages = objects_at(value, "messages")
    return bool(messages) and all(
        isinstance(message.get("parts"), list) and "role" in message for message in messages
    )


def _read_message(message: Json, *, said: bool) -> Iterator[Part]:
    """The parts of a message; of older versions of the SDK, its text."""
    if not isinstance(at(message, "parts"), list) and (text := string_at(message, "content")):
        yield Text(text)
    for part in objects_at(message, "parts"):
        yield from _read_part(part, said=said)


def _read_part(part: dict[str, Json], *, said: bool) -> Iterator[Part]:
    match part:
        case {"type": "text", "text": str(text)}:
            if text:
                yield Text(text, extra_fields(part, *_TEXT_FIELDS))
        case {"type": "reasoning", "text": str(text)}:
            if text:
                yield Reasoning(text, extra_fields(part, *_TEXT_FIELDS))
        case {"type": "file", "url": str(url)}:
            yield read_media(url, string_at(part, "mediaType"))
        case {"type": str(kind), "toolCallId": str()} if kind.startswith(("tool-", "dynamic-")):
            yield from _read_tool(part, said=said)
        case {"type": "step-start"}:
            return
        case _:
            yield unknown_part(part)


def _read_tool(part: dict[str, Json], *, said: bool) -> Iterator[Part]:
    """A call, and what came of it where that is known."""
    call_id = string_at(part, "toolCallId")
    name = string_at(part, "toolName") or (string_at(part, "type") or "").removeprefix("tool-")
    arguments = read_arguments(part.get("input", part.get("rawInput")))
    result = part.get("output", first_string(part, "errorText"))
    extra = extra_fields(part, *_TOOL_FIELDS)
    if part.get("providerExecuted") is True or (said and result is not None):
        yield ServerToolCall(call_id, name, arguments, extra)
        if result is not None:
            yield ServerToolResult(call_id, name, result)
        return
    yield ToolCall(call_id, name, arguments, extra)
    if result is not None:
        yield ToolResult(call_id, result, name)


def _read_usage(usage: Json) -> Usage | None:
    return usage_of(
        usage,
        input_tokens=("inputTokens", "promptTokens"),
        output_tokens=("outputTokens", "completionTokens"),
        total_tokens="totalTokens",
        cache_read_input_tokens=("inputTokenDetails.cacheReadTokens", "cachedInputTokens"),
        cache_creation_input_tokens="inputTokenDetails.cacheWriteTokens",
        reasoning_output_tokens=("outputTokenDetails.reasoningTokens", "reasoningTokens"),
    )


DIALECT = Dialect(
    name="ai-sdk-ui",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
