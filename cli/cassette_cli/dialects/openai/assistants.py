"""Assistants, their threads, messages and runs.

https://platform.openai.com/docs/api-reference/assistants
"""

import re
from collections.abc import Iterator
from dataclasses import replace

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
from cassette_cli.dialects.openai.assistants_stream import OUTPUT, deltas, fold
from cassette_cli.dialects.parts import read_arguments, read_media, unknown_part
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
    Usage,
)

_PATH = re.compile(r"/(threads|assistants)(/[^/]+)*/?$")
_OBJECT = re.compile(r"(thread|thread\.(run|message|run\.step)|assistant)(\.deleted|\.delta)?")
_ANSWER_FIELDS = ("object", "id")
_PROMPT_FIELDS = (
    *("model", "instructions", "additional_instructions", "tools", "tool_outputs"),
    *("messages", "additional_messages", "thread", "role", "content"),
)


def matches(exchange: Exchange) -> bool:
    """By the kind of the answer, or by the path where it is a list or an error."""
    first = exchange.response.first_value
    kind = string_at(first, "object") or ""
    if _OBJECT.fullmatch(kind) or _OBJECT.fullmatch(string_at(first, "data", 0, "object") or ""):
        return True
    listed = kind == "list" or at(first, "error") is not None
    return listed and _PATH.search(exchange.path) is not None


def read_request(value: Json) -> Prompt:
    """The body of any request: an assistant, a thread, a message, a run, or results of tools."""
    lists = (("messages",), ("thread", "messages"), ("additional_messages",))
    said = [message for path in lists for message in objects_at(value, *path)]
    if at(value, "content") is not None and isinstance(value, dict):
        said.append(value)
    results = tuple(
        ToolResult(string_at(result, "tool_call_id"), result.get("output"))
        for result in objects_at(value, "tool_outputs")
    )
    instructions = ("instructions", "additional_instructions")
    return Prompt(
        model=string_at(value, "model"),
        system_instructions=tuple(
            Text(text) for name in instructions if (text := string_at(value, name))
        ),
        tool_definitions=openai_chat.read_request(value).tool_definitions,
        messages=(
            *(_read_message(message, None) for message in said),
            *((Message("tool", results),) if results else ()),
        ),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """Any object of this API, or a list of them; a run also as a stream leaves it."""
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=tuple(_read_objects(value)),
        usage=_read_usage(at(value, "usage")),
        error=at(value, "last_error") or read_error(value, *_ANSWER_FIELDS),
    )


def _read_objects(value: Json) -> Iterator[Message]:
    status = string_at(value, "status")
    match string_at(value, "object"):
        case "list":
            for item in objects_at(value, "data"):
                yield from _read_objects(item)
        case "thread.message":
            yield _read_message(value, status)
        case "thread.run.step":
            yield Message("assistant", tuple(_read_step(value)), status)
        case "thread.run":
            yield Message("assistant", tuple(_read_run(value)), status)
        case str(kind):
            known = ("object", "id", "model", "created_at")
            yield Message("assistant", (GenericPart(kind, dict(other_fields(value, known))),))


def _read_message(message: Json, status: str | None) -> Message:
    content = at(message, "content")
    blocks = content if isinstance(content, list) else [content]
    parts = [part for block in blocks if block for part in _read_block(block)]
    files = [
        Uri("document", None, file_id)
        for attached in objects_at(message, "attachments")
        if (file_id := string_at(attached, "file_id"))
    ]
    return Message(string_at(message, "role") or "user", (*parts, *files), status)


def _read_block(block: Json) -> Iterator[Part]:
    match block:
        case str(text) | {"type": "text", "text": str(text)}:
            yield Text(text)
        case {"type": "text", "text": {"value": str(text)}}:
            yield Text(text, extra_fields(at(block, "text"), "value"))
        case {"type": "refusal", "refusal": str(text)}:
            yield Refusal(text)
        case {"type": "image_url", "image_url": {"url": str(url)}}:
            yield read_media(url, modality="image")
        case {"type": "image_file", "image_file": {"file_id": str(file_id)}}:
            yield Uri("image", None, file_id)
        case _:
            yield unknown_part(block)


def _read_run(run: Json) -> Iterator[Part]:
    output = objects_at(run, OUTPUT)
    for item in output:
        if string_at(item, "object") == "thread.message":
            yield from _read_message(item, None).parts
        else:
            yield from _read_step(item)
    called = {
        string_at(call, "id")
        for item in output
        for call in objects_at(item, "step_details", "tool_calls")
    }
    for call in objects_at(run, "required_action", "submit_tool_outputs", "tool_calls"):
        if string_at(call, "id") not in called:
            yield from _read_call(call)
    if details := at(run, "incomplete_details"):
        yield GenericPart("incomplete_details", details)


def _read_step(step: Json) -> Iterator[Part]:
    details = at(step, "step_details")
    if string_at(details, "type") != "tool_calls":
        if details:
            yield unknown_part(details)
        return
    for call in objects_at(details, "tool_calls"):
        yield from _read_call(call)


def _read_call(call: Json) -> Iterator[Part]:
    call_id = string_at(call, "id")
    match call:
        case {"type": "function", "function": {"name": str(name)}}:
            arguments = read_arguments(at(call, "function", "arguments"))
            yield ToolCall(call_id, name, arguments)
            if (output := at(call, "function", "output")) is not None:
                yield ToolResult(call_id, output, name)
        case {"type": str(kind)}:
            asked = at(call, kind)
            results = [at(asked, "outputs"), at(asked, "results")]
            given = next((result for result in results if result), None)
            yield ServerToolCall(call_id, kind, dict(other_fields(asked, ("outputs", "results"))))
            if given is not None:
                yield ServerToolResult(call_id, kind, given)


def _read_usage(value: Json) -> Usage | None:
    usage = openai_chat.read_usage(value)
    # Runs spell the name of these details without the s that chat completions have.
    cached = integer_at(value, "prompt_token_details", "cached_tokens")
    return replace(usage, cache_read_input_tokens=cached) if usage and cached is not None else usage


DIALECT = Dialect(
    name="openai-assistants",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
