"""Mistral's conversations, and the agents that hold them.

https://docs.mistral.ai/agents/agents; judged by the models of the SDK (`mistralai`).
"""

import re
from collections.abc import Iterator
from itertools import groupby

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
from cassette_cli.dialects.matching import host_is
from cassette_cli.dialects.mistral.conversations_stream import deltas, fold
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.parts import plain_text, read_arguments, text_parts, unknown_part
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
    Usage,
)

_PATH = re.compile(r"/(conversations|agents)(/[^/]+(/(restart|history|messages|version)s?)?)?$")
_HOST = "mistral.ai"
_OBJECTS = ("conversation.response", "conversation.history", "conversation.messages")
_EVENTS = ("conversation.response.", "message.output.", "tool.execution.", "agent.handoff.")
_LISTS = ("outputs", "entries", "messages")
_ANSWER_FIELDS = ("object", "conversation_id", "id", "usage", "outputs", "created_at", "error")
_PROMPT_FIELDS = ("model", "agent_id", "instructions", "inputs", "tools")
_ROLES = {"message.input": "user", "function.result": "tool"}


def matches(exchange: Exchange) -> bool:
    """By the answer or its events, else by the path, and a request with inputs or the host."""
    first = exchange.response.first_value
    if is_mistral(first) or (string_at(first, "type") or "").startswith(_EVENTS):
        return True
    if not _PATH.search(exchange.path.rstrip("/")) or exchange.path.endswith("/completions"):
        return False
    return host_is(exchange, _HOST) or at(exchange.request.value, "inputs") is not None


def is_mistral(value: Json) -> bool:
    """Whether an answer is of a conversation here: OpenAI has objects of the same name."""
    kind = string_at(value, "object")
    named = kind == "conversation" and string_at(value, "created_at") is not None
    return kind in _OBJECTS or named


def read_request(value: Json) -> Prompt:
    """The inputs of a conversation, or the making of an agent."""
    return Prompt(
        model=first_string(value, "model", "agent_id"),
        system_instructions=text_parts(string_at(value, "instructions")),
        tool_definitions=openai_chat.read_request(value).tool_definitions,
        messages=tuple(_read_entries(at(value, "inputs"))),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """The outputs of a turn as one message; of a history, those who spoke; or an agent."""
    entries = objects_at(value, "outputs")
    parts = tuple(part for entry in entries for part in _read_entry(entry))
    messages: tuple[Message, ...] = (Message("assistant", parts),) if parts else ()
    error = read_error(value, "object", "conversation_id", "id", *_LISTS)
    if not messages and not error:
        messages = tuple(_read_others(value))
    return Completion(
        id=first_string(value, "conversation_id", "id"),
        model=next((model for entry in entries if (model := string_at(entry, "model"))), None),
        messages=messages,
        usage=_read_usage(at(value, "usage")),
        error=error,
        extra=extra_fields(value, *_ANSWER_FIELDS) if entries else (),
    )


def _read_others(value: Json) -> Iterator[Message]:
    """A history, or one object or several of them."""
    said = objects_at(value, "entries") or objects_at(value, "messages")
    if said:
        yield from _read_entries([*said])
        return
    found = objects_at(value) or objects_at([value])
    parts = tuple(GenericPart(string_at(each, "object") or "object", each) for each in found)
    if any("id" in each for each in found):
        yield Message("assistant", parts)


def _read_entries(inputs: Json) -> Iterator[Message]:
    match inputs:
        case str(text):
            yield Message("user", (Text(text),))
        case list():
            for role, entries in groupby(inputs, key=_role_of):
                yield Message(role, tuple(part for each in entries for part in _read_entry(each)))


def _role_of(entry: Json) -> str:
    kind = string_at(entry, "type") or "message.input"
    return string_at(entry, "role") or _ROLES.get(kind, "assistant")


def _read_entry(entry: Json) -> Iterator[Part]:
    entry_id = string_at(entry, "id")
    match entry:
        case {"content": content}:
            yield from _read_content(content)
        case {"type": "function.call", "name": str(name)}:
            arguments = read_arguments(at(entry, "arguments"))
            yield ToolCall(string_at(entry, "tool_call_id"), name, arguments)
        case {"type": "function.result"}:
            yield ToolResult(string_at(entry, "tool_call_id"), plain_text(at(entry, "result")))
        case {"type": "tool.execution", "name": str(name)}:
            yield ServerToolCall(entry_id, name, read_arguments(at(entry, "arguments")))
            if info := at(entry, "info"):
                yield ServerToolResult(entry_id, name, info)
        case _:
            yield unknown_part(entry)


def _read_content(content: Json) -> Iterator[Part]:
    for block in content if isinstance(content, list) else [content]:
        match block:
            case {"type": "text", "text": ""} | "":
                continue
            case {"type": "tool_file", "file_id": str(file_id)}:
                yield Uri("document", string_at(block, "file_type"), file_id)
            case _:
                yield from openai_chat.read_parts({"content": [block]})


def _read_usage(usage: Json) -> Usage | None:
    return usage_of(
        usage,
        input_tokens="prompt_tokens",
        output_tokens="completion_tokens",
        total_tokens="total_tokens",
    )


DIALECT = Dialect(
    name="mistral-conversations",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
