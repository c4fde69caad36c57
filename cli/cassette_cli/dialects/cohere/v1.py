"""Cohere's chat and generate, version 1: https://docs.cohere.com/v1/reference/chat."""

from collections.abc import Iterator

from cassette_cli.dialects.cohere.v1_stream import deltas, fold
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import error_object, read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    first_string,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.parts import read_tool, text_parts
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    Message,
    Part,
    Prompt,
    Text,
    ToolCall,
    ToolResult,
)

_PROMPT_FIELDS = ("model", "preamble", "chat_history", "message", "prompt", "tools", "tool_results")
_ROLES = {"CHATBOT": "assistant", "USER": "user", "SYSTEM": "system", "TOOL": "tool"}
# Fields of an answer that are read; a chat is one message, and what it says besides is its own.
_ANSWER_FIELDS = ("response_id", "id", "generations", "meta", "error", "prompt")
# The history of a chat is its prompt, and this answer once more.
_SAID_FIELDS = (
    "chat_history",
    "response_id",
    "meta",
    "error",
    "text",
    "tool_calls",
    "finish_reason",
)
# ERROR, ERROR_TOXIC, ERROR_LIMIT
_FAILED = "ERROR"


def matches(exchange: Exchange) -> bool:
    """By the path and a request with one text, or without a URL by an answer with a generation."""
    request, path = exchange.request.value, exchange.path.rstrip("/")
    if path.endswith("/v1/chat"):
        return string_at(request, "message") is not None
    if path.endswith("/v1/generate"):
        return string_at(request, "prompt") is not None
    # Elsewhere (Amazon Bedrock) the same answers belong to another API.
    first = exchange.response.first_value
    return not path and (
        string_at(first, "generation_id") is not None
        or (string_at(first, "event_type") is not None and at(first, "is_finished") is False)
    )


def read_request(value: Json) -> Prompt:
    """A message with the turns before it, or a prompt."""
    preamble = string_at(value, "preamble")
    return Prompt(
        model=string_at(value, "model"),
        system_instructions=text_parts(preamble),
        tool_definitions=tuple(
            read_tool(tool, "parameter_definitions") for tool in objects_at(value, "tools")
        ),
        messages=tuple(_read_turns(value)),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """A chat response, the generations of a prompt, or an error, which is a message alone."""
    return Completion(
        id=first_string(value, "response_id", "id"),
        messages=tuple(_read_answers(value)),
        usage=usage_of(
            at(value, "meta"),
            input_tokens=("tokens.input_tokens", "billed_units.input_tokens"),
            output_tokens=("tokens.output_tokens", "billed_units.output_tokens"),
            cache_read_input_tokens="cached_tokens",
        ),
        error=_read_error(value),
        extra=extra_fields(value, *_ANSWER_FIELDS) if at(value, "generations") else (),
    )


def _read_error(value: Json) -> Json:
    error = read_error(value, "text", "generations", "generation_id", "finish_reason")
    reason = string_at(value, "finish_reason") or ""
    return error or (error_object(reason) if reason.startswith(_FAILED) else None)


def _read_turns(value: Json) -> Iterator[Message]:
    for turn in objects_at(value, "chat_history"):
        role = string_at(turn, "role") or "USER"
        yield Message(_ROLES.get(role.upper(), role), tuple(_read_turn(turn)))
    if results := tuple(_read_results(value)):
        yield Message("tool", results)
    text = first_string(value, "message", "prompt")
    if text:
        yield Message("user", (Text(text),))


def _read_turn(turn: dict[str, Json]) -> Iterator[Part]:
    if text := string_at(turn, "message"):
        yield Text(text)
    yield from _read_calls(turn)
    yield from _read_results(turn)


def _read_calls(value: Json) -> Iterator[Part]:
    for call in objects_at(value, "tool_calls"):
        yield ToolCall(None, string_at(call, "name") or "", call.get("parameters"))


def _read_results(value: Json) -> Iterator[Part]:
    for result in objects_at(value, "tool_results"):
        yield ToolResult(None, result.get("outputs"), string_at(result, "call", "name"))


def _read_answers(value: Json) -> Iterator[Message]:
    if isinstance(value, dict) and ("text" in value or "tool_calls" in value):
        text = string_at(value, "text")
        parts: list[Part] = [Text(text)] if text else []
        parts += _read_calls(value)
        extra = extra_fields(value, *_SAID_FIELDS)
        yield Message("assistant", tuple(parts), string_at(value, "finish_reason"), extra)
    for generation in objects_at(value, "generations"):
        text = string_at(generation, "text")
        reason = string_at(generation, "finish_reason")
        extra = extra_fields(generation, "text", "finish_reason", "index")
        yield Message("assistant", text_parts(text), reason, extra)


DIALECT = Dialect(
    name="cohere-v1",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=("ndjson", "sse"),
    fold=fold,
    deltas=deltas,
)
