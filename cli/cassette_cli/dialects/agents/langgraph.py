"""Runs of LangGraph's server: https://docs.langchain.com/langsmith/streaming.

Judged by the messages of LangChain, as `langchain-core` writes them.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.agents.langgraph_stream import (
    answers_in,
    deltas,
    fold,
    mode_of,
    reason_of,
)
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.parts import plain_text, read_arguments
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
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
    ToolResult,
    Usage,
)

_PATH = re.compile(r"/runs(/[^/]+)?/(stream|wait|join)$")
_MODES = re.compile(r"(messages(/(partial|complete|metadata))?|values|updates)")
_MESSAGES = ("AIMessageChunk", "AIMessage", "ai", "tool", "human", "ToolMessage", "HumanMessage")
_ROLES = {"human": "user", "HumanMessage": "user", "ai": "assistant", "ToolMessage": "tool"}
_CALLS = ("tool_use", "tool_call", "tool_call_chunk", "input_json_delta")
_TOOL_FIELDS = ("type", "id", "name", "tool_call_id", "content", "role", "status")
_STATE_FIELDS = ("messages", "error", "run_id", "attempt")
# How far into a stream its first message stands at most.
_LOOK_AT = 4


def matches(exchange: Exchange) -> bool:
    """By events that hold messages of LangChain, or by the path and an assistant that is asked."""
    events = exchange.response.events[:_LOOK_AT]
    if any(mode_of(event) == "messages" and _is_message(at(event.value, 0)) for event in events):
        return True
    if not _PATH.search(exchange.path.rstrip("/")):
        return False
    return string_at(exchange.request.value, "assistant_id") is not None or any(
        _MODES.fullmatch(mode_of(event)) for event in events
    )


def read_request(value: Json) -> Prompt:
    """The messages of the input; all else of it and of the request are settings."""
    given = at(value, "input")
    messages = objects_at(given, "messages")
    said = (Message("user", (Text(given),)),) if isinstance(given, str) else ()
    rest = dict(other_fields(given, ("messages",)))
    return Prompt(
        model=string_at(value, "assistant_id"),
        messages=said or tuple(_read_prompt(message) for message in messages),
        settings=(
            *other_fields(value, ("assistant_id", "input")),
            *((("input", rest),) if rest else ()),
        ),
    )


def read_response(value: Json) -> Completion:
    """The messages that the run added, as one; tools that answered in it were run by the graph."""
    said = objects_at(value, "messages")
    messages = answers_in(said)
    ran = {string_at(message, "tool_call_id") for message in messages}
    parts = [part for message in messages for part in _read_message(message, ran)]
    parts += [GenericPart(name, field) for name, field in other_fields(value, _STATE_FIELDS)]
    last = next((each for each in reversed(messages) if "usage_metadata" in each), None)
    final = messages[-1] if messages else None
    reason = reason_of(final)
    return Completion(
        id=string_at(value, "run_id"),
        model=string_at(last or final, "response_metadata", "model_name"),
        messages=(Message("assistant", tuple(parts), reason),) if parts or reason else (),
        usage=_read_usage(at(last, "usage_metadata")),
        error=read_error(value, "messages", *(() if said else ("run_id",))),
    )


def _is_message(value: Json) -> bool:
    return string_at(value, "type") in _MESSAGES and "content" in dict(other_fields(value, ()))


def _read_prompt(message: dict[str, Json]) -> Message:
    """A message of the input, which says its role or its type."""
    role = string_at(message, "role") or string_at(message, "type") or ""
    role = _ROLES.get(role, role)
    if role == "tool":
        result = plain_text(message.get("content"))
        return Message(role, (ToolResult(string_at(message, "tool_call_id"), result),))
    return Message(role, tuple(_read_message(message, set())))


def _read_message(message: dict[str, Json], ran: set[str | None]) -> Iterator[Part]:
    if "tool_call_id" in message:
        call_id, name = string_at(message, "tool_call_id"), string_at(message, "name") or ""
        extra = extra_fields(message, *_TOOL_FIELDS)
        yield ServerToolResult(call_id, name, plain_text(message.get("content")), extra)
        return
    if thought := string_at(message, "additional_kwargs", "reasoning_content"):
        yield Reasoning(thought)
    content = message.get("content")
    for block in content if isinstance(content, list) else [content]:
        # Calls stand among the blocks of some providers, and in a list of their own for all.
        if block and string_at(block, "type") not in _CALLS:
            said = dict(other_fields(block, ("index",))) or block
            yield from openai_chat.read_parts({"content": [said]})
    for call in objects_at(message, "tool_call_chunks") or objects_at(message, "tool_calls"):
        call_id, name = string_at(call, "id"), string_at(call, "name") or ""
        arguments = read_arguments(call.get("args"))
        kind = ServerToolCall if call_id in ran else ToolCall
        yield kind(call_id, name, arguments)


def _read_usage(usage: Json) -> Usage | None:
    return usage_of(
        usage,
        input_tokens="input_tokens",
        output_tokens="output_tokens",
        total_tokens="total_tokens",
        cache_read_input_tokens="input_token_details.cache_read",
        cache_creation_input_tokens="input_token_details.cache_creation",
        reasoning_output_tokens="output_token_details.reasoning",
    )


DIALECT = Dialect(
    name="langgraph",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
