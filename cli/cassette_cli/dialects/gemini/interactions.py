"""Gemini's interactions: https://ai.google.dev/gemini-api/docs/interactions."""

import re
from collections.abc import Iterator
from itertools import groupby

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.gemini.interactions_stream import deltas, fold
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    first_string,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.parts import read_arguments, read_tool, text_parts, unknown_part
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
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
    Uri,
    Usage,
)

_PATH = re.compile(r"/interactions(/[^/]+)?\Z")
# A stream that is taken up again starts in the middle.
_EVENTS = ("interaction.", "step.", "content.")
_MEDIA = ("image", "audio", "video", "document")
_UNDER_WAY = ("queued", "in_progress")
_ANSWER_FIELDS = (
    *("id", "object", "model", "agent", "status", "steps", "outputs", "usage", "error"),
)
_PROMPT_FIELDS = ("model", "agent", "input", "system_instruction", "tools")


def matches(exchange: Exchange) -> bool:
    """By an answer that is an interaction, or by the path and a request with an input."""
    first = exchange.response.first_value
    if at(first, "object") == "interaction":
        return True
    if (string_at(first, "event_type") or "").startswith(_EVENTS):
        return True
    asked = first_string(exchange.request.value, "model", "agent")
    return (
        _PATH.search(exchange.path.rstrip("/")) is not None
        and at(exchange.request.value, "input") is not None
        and asked is not None
    )


def read_request(value: Json) -> Prompt:
    """An input: text, contents, turns or steps."""
    system = string_at(value, "system_instruction")
    return Prompt(
        model=first_string(value, "model", "agent"),
        system_instructions=text_parts(system),
        tool_definitions=tuple(read_tool(tool) for tool in objects_at(value, "tools")),
        messages=tuple(_read_input(at(value, "input"))),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """An interaction; its status stands for the reason why it finished."""
    steps = objects_at(value, "steps") or objects_at(value, "outputs")
    status = string_at(value, "status")
    # What the user said may be repeated: it is no part of the answer.
    said = [step for step in steps if step.get("type") != "user_input"]
    parts = tuple(part for step in said for part in _read_step(step))
    return Completion(
        id=string_at(value, "id"),
        model=first_string(value, "model", "agent"),
        messages=(Message("assistant", parts, status),) if steps or status else (),
        usage=_read_usage(at(value, "usage")),
        error=read_error(value, "id", "status", "steps", "outputs"),
        extra=extra_fields(value, *_ANSWER_FIELDS) if steps or status else (),
    )


def is_whole(value: Json) -> bool:
    """Whether the answer is ready; one in the background may be asked for before."""
    return string_at(value, "status") not in _UNDER_WAY


def _read_input(value: Json) -> Iterator[Message]:
    if isinstance(value, str):
        yield Message("user", (Text(value),))
        return
    items = value if isinstance(value, list) else [value]
    for role, turns in groupby(items, key=_role_of):
        yield Message(role, tuple(part for turn in turns for part in _read_turn(turn)))


def _role_of(item: Json) -> str:
    """Who says a turn, a step, or a bare content."""
    role = string_at(item, "role")
    if role is not None:
        return "assistant" if role == "model" else role
    kind = string_at(item, "type") or ""
    own = kind in ("model_output", "thought") or kind.endswith("_call")
    return "assistant" if own else "user"


def _read_turn(item: Json) -> Iterator[Part]:
    if string_at(item, "role") is None:
        return _read_step(item)
    return _read_contents(at(item, "content"))


def _read_contents(value: Json) -> Iterator[Part]:
    match value:
        case str(text):
            yield Text(text)
        case list(contents):
            for content in contents:
                yield from _read_step(content)
        case dict():
            yield from _read_step(value)


def _read_step(step: Json) -> Iterator[Part]:
    """A step, or a content that stands in its place."""
    call_id, name = string_at(step, "id"), string_at(step, "name")
    match step:
        case {"type": ("model_output" | "user_input"), "content": contents}:
            yield from _read_contents(contents)
        case {"type": "text", "text": str(text)}:
            if text:
                yield Text(text, extra_fields(step, "type", "text"))
        case {"type": "thought"}:
            yield from _read_thought(step)
        case {"type": "function_call"}:
            yield ToolCall(call_id, name or "", read_arguments(at(step, "arguments")))
        case {"type": "function_result"}:
            yield ToolResult(string_at(step, "call_id"), at(step, "result"), name)
        case {"type": str(kind)} if kind.endswith("_call"):
            arguments = read_arguments(at(step, "arguments"))
            yield ServerToolCall(call_id, name or kind.removesuffix("_call"), arguments)
        case {"type": str(kind)} if kind.endswith("_result"):
            tool = name or kind.removesuffix("_result")
            yield ServerToolResult(string_at(step, "call_id"), tool, at(step, "result"))
        case {"type": str(modality), "data": str(data)} if modality in _MEDIA:
            yield Blob(modality, string_at(step, "mime_type"), data)
        case {"type": str(modality), "uri": str(uri)} if modality in _MEDIA:
            yield Uri(modality, string_at(step, "mime_type"), uri)
        case _:
            yield unknown_part(step)


def _read_thought(step: Json) -> Iterator[Part]:
    """The summaries of a thought; where it has none, its signature stands for it."""
    extra = extra_fields(step, "type", "summary")
    for summary in objects_at(step, "summary"):
        if thought := string_at(summary, "text"):
            yield Reasoning(thought, extra)
            extra = ()
    if extra:
        yield Reasoning("", extra)


def _read_usage(usage: Json) -> Usage | None:
    return usage_of(
        usage,
        input_tokens="total_input_tokens",
        output_tokens="total_output_tokens",
        total_tokens="total_tokens",
        cache_read_input_tokens="total_cached_tokens",
        reasoning_output_tokens="total_thought_tokens",
    )


DIALECT = Dialect(
    name="gemini-interactions",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
    is_whole=is_whole,
)
