"""The Agent-User Interaction Protocol: https://docs.ag-ui.com.

Judged by the models of the SDK (`ag-ui-protocol`), of version 1.0 and before.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.agents.ag_ui_stream import deltas, fold
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    integer_at,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.parts import (
    modality_of,
    plain_text,
    read_arguments,
    read_media,
    read_tool,
    unknown_part,
)
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

_EVENT = re.compile(
    r"RUN_(STARTED|FINISHED|ERROR)|STEP_(STARTED|FINISHED)|STATE_(SNAPSHOT|DELTA)"
    r"|MESSAGES_SNAPSHOT|ACTIVITY_(SNAPSHOT|DELTA)"
    r"|(TEXT_MESSAGE|REASONING(_MESSAGE)?|THINKING(_TEXT_MESSAGE)?|TOOL_CALL)_[A-Z_]+"
)
_PROMPT_FIELDS = ("messages", "tools")
_COUNTS = {
    "input_tokens": "inputTokens",
    "output_tokens": "outputTokens",
    "total_tokens": "totalTokens",
    "cache_read_input_tokens": "cachedInputTokens",
    "cache_creation_input_tokens": "cacheWriteInputTokens",
    "reasoning_output_tokens": "reasoningTokens",
}
_RUN_FIELDS = (
    *("items", "messages", "runId", "threadId", "outcome", "usage", "error", "timestamp"),
)
_MEDIA = ("image", "audio", "video", "document")


def matches(exchange: Exchange) -> bool:
    """By the events of the stream, or by a request that runs an agent in a thread."""
    first = exchange.response.first_value
    if exchange.response.framing is not None:
        return _EVENT.fullmatch(string_at(first, "type") or "") is not None
    asked = exchange.request.value
    named = string_at(asked, "threadId") is not None and string_at(asked, "runId") is not None
    return named and isinstance(at(asked, "messages"), list)


def read_request(value: Json) -> Prompt:
    """The messages of the thread, and the tools of the user's side."""
    return Prompt(
        tool_definitions=tuple(read_tool(tool) for tool in objects_at(value, "tools")),
        messages=tuple(_read_message(message) for message in objects_at(value, "messages")),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """A run as one message. Tools that answered in it were run by the agent."""
    items = objects_at(value, "items")
    parts = tuple(part for item in items for part in _read_item(item))
    if not parts:
        snapshot = (_read_message(message) for message in objects_at(value, "messages"))
        parts = tuple(
            part for message in snapshot if message.role != "user" for part in message.parts
        )
    reason = string_at(value, "outcome", "type")
    return Completion(
        id=string_at(value, "runId"),
        model=string_at(value, "usage", 0, "model"),
        messages=(Message("assistant", parts, reason),) if parts or reason else (),
        usage=_read_usage(objects_at(value, "usage")),
        error=read_error(value, "items", "runId"),
        extra=_extra_of(value),
    )


def _extra_of(run: Json) -> Extra:
    """What came of the run beside what was said; an outcome may say what it waits for."""
    outcome = extra_fields(at(run, "outcome"), "type")
    return (
        *extra_fields(run, *_RUN_FIELDS),
        *((("outcome", dict(outcome)),) if outcome else ()),
    )


def _read_item(item: dict[str, Json]) -> Iterator[Part]:
    match item:
        case {"type": "text", "text": str(text)}:
            if text:
                yield Text(text)
        case {"type": "reasoning", "reasoning": str(text)}:
            if text:
                yield Reasoning(text)
        case {"type": "tool_call"}:
            call_id, name = string_at(item, "toolCallId"), string_at(item, "toolCallName") or ""
            arguments = read_arguments(item.get("arguments"))
            if "result" in item:
                yield ServerToolCall(call_id, name, arguments)
                yield ServerToolResult(call_id, name, plain_text(item["result"]))
            else:
                yield ToolCall(call_id, name, arguments)
        case {"type": str(kind)}:
            yield GenericPart(kind, {name: field for name, field in item.items() if name != "type"})


def _read_message(message: dict[str, Json]) -> Message:
    role = string_at(message, "role") or ""
    match message:
        case {"role": "tool"}:
            result = plain_text(message.get("content"))
            return Message(role, (ToolResult(string_at(message, "toolCallId"), result),))
        case {"role": "reasoning", "content": str(text)}:
            return Message("assistant", (Reasoning(text),))
        case {"content": list(blocks)}:
            return Message(role, tuple(_read_block(block) for block in blocks))
    said = {"content": message.get("content"), "tool_calls": message.get("toolCalls")}
    return Message(role, tuple(openai_chat.read_parts(said)))


def _read_block(block: Json) -> Part:
    """A part of a message; media have a source since version 1.0, before that their own fields."""
    media_type = string_at(block, "source", "mimeType") or string_at(block, "mimeType")
    match block:
        case {"type": "text", "text": str(text)}:
            return Text(text)
        case {"type": str(kind), "source": {"type": "data", "value": str(data)}} if kind in _MEDIA:
            return Blob(kind, media_type, data)
        case {"type": str(kind), "source": {"type": "file", "value": str(name)}} if kind in _MEDIA:
            return Uri(kind, media_type, name)
        case {"type": str(kind), "source": {"value": str(url)}} if kind in _MEDIA:
            return read_media(url, media_type, kind)
        case {"type": "binary", "data": str(data)}:
            return Blob(modality_of(media_type), media_type, data)
        case {"type": "binary", "url": str(url)}:
            return read_media(url, media_type)
    return unknown_part(block)


def _read_usage(counts: list[dict[str, Json]]) -> Usage | None:
    """The counts of all models that the run asked, added up."""
    if not counts:
        return None
    sums: dict[str, int | None] = {}
    for field, name in _COUNTS.items():
        given = [count for each in counts if (count := integer_at(each, name)) is not None]
        sums[field] = sum(given) if given else None
    return Usage(**sums)


DIALECT = Dialect(
    name="ag-ui",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
