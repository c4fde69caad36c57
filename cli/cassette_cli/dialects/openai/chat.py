"""Chat completions: https://platform.openai.com/docs/api-reference/chat, and all who copy it.

The hosts differ in the names of fields, not in kind; the differences are data, here and in
`chat_stream`.
"""

from collections.abc import Iterator
from dataclasses import replace

from cassette_cli.dialects.bedrock.paths import operation_of
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import ERROR_FIELDS, error_object, read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    first_string,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.matching import posts_to
from cassette_cli.dialects.openai.chat_deltas import deltas
from cassette_cli.dialects.openai.chat_stream import REASONING_FIELDS, fold
from cassette_cli.dialects.parts import (
    plain_text,
    read_arguments,
    read_media,
    read_tool,
    unknown_part,
)
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
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Uri,
    Usage,
)

# Fields of a message that are parts of what it says.
_PART_FIELDS = frozenset(
    (
        *("content", "images", "refusal", "tool_calls", "executed_tools", "audio"),
        # What a model of Cohere means to do with its calls.
        "tool_plan",
    )
)
# Fields that are read elsewhere; the texts of `reasoning_details` are read where they stand alone.
_READ_FIELDS = ("role", "function_call", "reasoning_details", *REASONING_FIELDS)
_RESULT_ROLES = ("tool", "function")
_RESULT_FIELDS = ("role", "tool_call_id", "content", "name")
# Fields of an answer and of its choices that are read, or say what kind of object it is.
_ANSWER_FIELDS = ("id", "object", "model", "choices", "usage", "error", *ERROR_FIELDS)
_CHOICE_FIELDS = ("index", "message", "finish_reason", "error")
# The word of OpenRouter and others for a choice that failed.
_FAILED = "error"
_PROMPT_FIELDS = ("model", "messages", "tools", "functions")


def matches(exchange: Exchange) -> bool:
    """By the path of the request, or by an answer that has choices with messages."""
    if posts_to(exchange, "/chat/completions"):
        return True
    if operation_of(exchange.path) is not None:  # Bedrock passes on the answers of such models
        return False
    first = exchange.response.first_value
    kind = string_at(first, "object")
    if kind is not None and kind.startswith("chat.completion"):
        return kind in ("chat.completion", "chat.completion.chunk")
    choice = at(first, "choices", 0)
    return isinstance(choice, dict) and ("message" in choice or "delta" in choice) and kind is None


def read_request(value: Json) -> Prompt:
    """The body of a request; system messages stay among the messages, where they stood."""
    return Prompt(
        model=string_at(value, "model"),
        tool_definitions=tuple(_read_tools(value)),
        messages=tuple(read_message(message) for message in objects_at(value, "messages")),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """A `chat.completion` object, or an error."""
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=tuple(_read_choice(choice) for choice in objects_at(value, "choices")),
        usage=read_usage(at(value, "usage")),
        error=read_error(value, "choices", "id", "object", "usage") or _error_of_choices(value),
        extra=extra_fields(value, *_ANSWER_FIELDS) if at(value, "choices") else (),
    )


def read_message(message: Json, role: str = "", reason: str | None = None) -> Message:
    """A message with its parts; `role` is that of one that names none."""
    silent = (*_PART_FIELDS, *_READ_FIELDS)
    if at(message, "role") in _RESULT_ROLES:
        silent = _RESULT_FIELDS
    return Message(
        string_at(message, "role") or role,
        tuple(read_parts(message)),
        reason,
        extra_fields(message, *silent),
    )


def read_usage(usage: Json) -> Usage | None:
    """Token counts; DeepSeek has its own name for those read from a cache."""
    return usage_of(
        usage,
        input_tokens="prompt_tokens",
        output_tokens="completion_tokens",
        total_tokens="total_tokens",
        cache_read_input_tokens=("prompt_tokens_details.cached_tokens", "prompt_cache_hit_tokens"),
        cache_creation_input_tokens="prompt_tokens_details.cache_write_tokens",
        reasoning_output_tokens="completion_tokens_details.reasoning_tokens",
    )


def read_parts(message: Json) -> Iterator[Part]:
    """The parts of a message: reasoning first, the rest in the order of its keys."""
    if not isinstance(message, dict):
        return
    if message.get("role") in _RESULT_ROLES:
        yield ToolResult(
            string_at(message, "tool_call_id"),
            plain_text(message.get("content")),
            string_at(message, "name"),
        )
        return
    if reasoning := _reasoning_of(message):
        yield Reasoning(reasoning)
    for name, value in message.items():
        if value and name in _PART_FIELDS:
            yield from _read_field(name, value)
    if call := message.get("function_call"):
        yield ToolCall(None, string_at(call, "name") or "", read_arguments(at(call, "arguments")))


def _read_field(name: str, value: Json) -> Iterator[Part]:
    match name, value:
        case "content", str(text):
            yield Text(text)
        case (("content" | "images"), list(blocks)):
            for block in blocks:
                yield from _read_block(block)
        case "refusal", str(text):
            yield Refusal(text)
        case "tool_calls", list(calls):
            for call in calls:
                yield _read_call(call)
        case "executed_tools", list(calls):
            for call in calls:
                yield from _read_executed(call)
        case "audio", {"data": str(data)}:
            if transcript := string_at(value, "transcript"):
                yield Text(transcript)
            yield Blob("audio", None, data, extra_fields(value, "data", "transcript"))
        case "audio", {"transcript": str(transcript)} if transcript:
            yield Text(transcript, extra_fields(value, "transcript"))
        case _:
            yield GenericPart(name, value)


def _read_choice(choice: Json) -> Message:
    message = read_message(at(choice, "message"), "assistant", string_at(choice, "finish_reason"))
    return replace(message, extra=(*message.extra, *extra_fields(choice, *_CHOICE_FIELDS)))


def _error_of_choices(value: Json) -> Json:
    """The error of the first choice that failed."""
    for choice in objects_at(value, "choices"):
        if error := choice.get("error"):
            return error
        if choice.get("finish_reason") == _FAILED:
            return error_object(_FAILED, message=string_at(choice, "native_finish_reason"))
    return None


def _read_executed(call: Json) -> Iterator[Part]:
    """A call that Groq ran itself, and what it gave."""
    name = first_string(call, "name", "type") or ""
    known = ("index", "name", "type", "arguments", "output")
    yield ServerToolCall(
        None, name, read_arguments(at(call, "arguments")), extra_fields(call, *known)
    )
    if output := at(call, "output"):
        yield ServerToolResult(None, name, output)


def _read_block(block: Json) -> Iterator[Part]:
    match block:
        case str(text) | {"type": "text", "text": str(text)}:
            yield Text(text, extra_fields(block, "type", "text"))
        case {"type": "thinking", "thinking": thinking}:
            yield Reasoning(_joined(thinking))
        case {"type": "refusal", "refusal": str(text)}:
            yield Refusal(text)
        case {"type": "image_url", "image_url": str(url) | {"url": str(url)}}:
            yield read_media(url, modality="image")
        case {"type": "video_url", "video_url": str(url) | {"url": str(url)}}:
            yield read_media(url, modality="video")
        case {"type": "input_audio", "input_audio": {"data": str(data), "format": str(kind)}}:
            yield Blob("audio", f"audio/{kind}", data)
        case {"type": "input_audio", "input_audio": str(data)}:
            yield Blob("audio", None, data)
        case {"type": "file", "file": {"file_data": str(data)}}:
            yield read_media(data)
        case {"type": "file", "file": {"file_id": str(file_id)}}:
            yield Uri("document", None, file_id)
        case {"type": "document_url", "document_url": str(url)}:
            yield read_media(url, modality="document")
        case _:
            yield unknown_part(block)


def _read_call(call: Json) -> Part:
    match call:
        case {"function": {"name": str(name)}}:
            arguments = read_arguments(at(call, "function", "arguments"))
            return ToolCall(
                string_at(call, "id"), name, arguments, _extra_of_call(call, "function")
            )
        case {"custom": {"name": str(name)}}:
            told = at(call, "custom", "input")
            return ToolCall(string_at(call, "id"), name, told, _extra_of_call(call, "custom"))
    return unknown_part(call)


def _extra_of_call(call: Json, inner: str) -> Extra:
    """What a call says besides, such as the signature of a thought that led to it."""
    beside = extra_fields(call, "id", "type", "index", inner)
    return (*beside, *extra_fields(at(call, inner), "name", "arguments", "input"))


def _read_tools(value: Json) -> Iterator[ToolDefinition]:
    for tool in objects_at(value, "tools"):
        inner = at(tool, string_at(tool, "type") or "function")
        definition = inner if isinstance(inner, dict) and "name" in inner else tool
        yield read_tool({"type": tool.get("type"), **definition})
    for function in objects_at(value, "functions"):
        yield read_tool({"type": "function", **function})


def _reasoning_of(message: dict[str, Json]) -> str:
    for name in REASONING_FIELDS:
        if text := message.get(name):
            return _joined(text)
    if any(
        isinstance(block, dict) and block.get("type") == "thinking"
        for block in objects_at(message, "content")
    ):
        return ""
    return "".join(
        string_at(detail, "text") or string_at(detail, "summary") or ""
        for detail in objects_at(message, "reasoning_details")
    )


def _joined(value: Json) -> str:
    match value:
        case str():
            return value
        case list():
            return "".join(_joined(item) for item in value)
        case {"text": str(text)}:
            return text
    return ""


DIALECT = Dialect(
    name="openai-chat",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
