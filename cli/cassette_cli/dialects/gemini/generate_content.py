"""Gemini's generateContent, in the Gemini API and in Vertex AI: https://ai.google.dev/api."""

import re
from collections.abc import Iterator

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.gemini.generate_content_stream import deltas, fold
from cassette_cli.dialects.gemini.parts import camel_keys, read_content
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    integer_at,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Prompt,
    ToolDefinition,
    Usage,
)

_PATH = re.compile(r"/([^/:]+):(?:g|streamG)enerateContent/?\Z")
_PROMPT_FIELDS = ("model", "contents", "systemInstruction", "tools")
_ANSWER_FIELDS = ("responseId", "modelVersion", "candidates", "usageMetadata", "error")
_CANDIDATE_FIELDS = ("content", "finishReason", "index", "tokenCount")
_ROLES = {"model": "assistant", "function": "tool"}
# Protobuf numbers, for clients that ask for enums as integers; beyond these the two APIs differ.
_FINISH_REASONS = (
    "FINISH_REASON_UNSPECIFIED",
    "STOP",
    "MAX_TOKENS",
    "SAFETY",
    "RECITATION",
    "OTHER",
)


def matches(exchange: Exchange) -> bool:
    """By the method at the end of the path, or by an answer that has candidates with content."""
    if _PATH.search(exchange.path):
        return True
    first = exchange.response.first_value
    candidate = at(first, "candidates", 0)
    return isinstance(candidate, dict) and (
        at(first, "usageMetadata") is not None or at(candidate, "content", "parts") is not None
    )


def model_in_url(path: str) -> str | None:
    """The model: the last segment of the path up to the method."""
    found = _PATH.search(path)
    return found[1] if found else None


def read_request(value: Json) -> Prompt:
    """The body of a request; the model stands in the URL."""
    fields = camel_keys(value)
    model = string_at(fields, "model")
    return Prompt(
        model=model.rpartition("/")[2] if model else None,
        system_instructions=tuple(read_content(fields.get("systemInstruction"))),
        tool_definitions=tuple(_read_tools(fields)),
        messages=tuple(_read_messages(fields.get("contents"))),
        settings=other_fields(fields, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """A GenerateContentResponse, or an error; a prompt that was blocked has no other answer."""
    messages = [_read_candidate(candidate) for candidate in objects_at(value, "candidates")]
    feedback = at(value, "promptFeedback")
    if reason := at(feedback, "blockReason"):
        messages.append(
            Message("assistant", (GenericPart("promptFeedback", feedback),), str(reason))
        )
    return Completion(
        id=string_at(value, "responseId"),
        model=string_at(value, "modelVersion"),
        messages=tuple(messages),
        usage=read_usage(at(value, "usageMetadata")),
        error=at(value, "error") or None,
        extra=extra_fields(value, *_ANSWER_FIELDS, *(["promptFeedback"] if reason else [])),
    )


def read_usage(usage: Json) -> Usage | None:
    """Token counts; thoughts are not counted into the output."""
    return usage_of(
        usage,
        input_tokens="promptTokenCount",
        output_tokens="candidatesTokenCount",
        total_tokens="totalTokenCount",
        cache_read_input_tokens="cachedContentTokenCount",
        reasoning_output_tokens="thoughtsTokenCount",
    )


def _read_messages(contents: Json) -> Iterator[Message]:
    for content in contents if isinstance(contents, list) else [contents]:
        if content is not None:
            role = string_at(content, "role") or "user"
            yield Message(_ROLES.get(role, role), tuple(read_content(content)))


def _read_candidate(candidate: dict[str, Json]) -> Message:
    role = string_at(candidate, "content", "role") or "model"
    return Message(
        _ROLES.get(role, role),
        tuple(read_content(candidate.get("content"))),
        _finish_reason(candidate),
        extra_fields(candidate, *_CANDIDATE_FIELDS),
    )


def _finish_reason(candidate: dict[str, Json]) -> str | None:
    number = integer_at(candidate, "finishReason")
    if number is None:
        return string_at(candidate, "finishReason")
    return _FINISH_REASONS[number] if 0 <= number < len(_FINISH_REASONS) else str(number)


def _read_tools(fields: dict[str, Json]) -> Iterator[ToolDefinition]:
    for tool in objects_at(fields, "tools"):
        for name, value in camel_keys(tool).items():
            if name != "functionDeclarations":
                yield ToolDefinition(name, None, value or None)
                continue
            for declaration in objects_at(value):
                function = camel_keys(declaration)
                yield ToolDefinition(
                    string_at(function, "name") or "",
                    string_at(function, "description"),
                    function.get("parameters") or function.get("parametersJsonSchema"),
                )


DIALECT = Dialect(
    name="gemini",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=("sse", "json-array"),
    fold=fold,
    deltas=deltas,
    model_in_url=model_in_url,
)
