"""Responses: https://platform.openai.com/docs/api-reference/responses, and all who copy it."""

import re
from collections.abc import Iterator
from itertools import groupby

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import error_object, read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.matching import host_is, is_post
from cassette_cli.dialects.openai.responses_items import read_blocks, read_item, role_of
from cassette_cli.dialects.openai.responses_stream import deltas, fold
from cassette_cli.dialects.parts import read_tool
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    Message,
    Part,
    Prompt,
    Usage,
)

_CREATE = re.compile(r"/responses(/compact)?/?$")
_ONE = re.compile(
    r"/responses/(?!input_tokens\b)[^/]+(/cancel|/input_items)?/?$|/conversations(/[^/]+(/items(/[^/]+)?)?)?/?$"
)
_OBJECTS = (
    *("response", "response.compaction", "response.deleted"),
    *("conversation", "conversation.deleted"),
)
_READ_FIELDS = ("id", "object", "model", "output", "data", "status", "usage", "error")
_UNDER_WAY = ("queued", "in_progress")
_FAILED = "failed"
_ANSWER_FIELDS = ("object", "id", "output")


def matches(exchange: Exchange) -> bool:
    """By a response object, or by the path of a request that has the fields of this API."""
    first = exchange.response.first_value
    if _is_of_mistral(exchange):
        return False
    if string_at(first, "object") in _OBJECTS or isinstance(at(first, "response", "output"), list):
        return True
    if _is_event(first):
        return True
    if is_post(exchange) and _CREATE.search(exchange.path):
        request = exchange.request.value
        return request is None or any(
            at(request, name) is not None for name in ("input", "prompt", "previous_response_id")
        )
    answered = at(first, "object") == "list" or at(first, "error") is not None
    is_item = "/items/" in exchange.path and string_at(first, "type") is not None
    return _ONE.search(exchange.path) is not None and (answered or is_item)


def _is_of_mistral(exchange: Exchange) -> bool:
    """Whether it is one of Mistral's conversations, whose objects have the same names."""
    made = string_at(exchange.response.first_value, "created_at") is not None
    asked = at(exchange.request.value, "inputs") is not None
    return "/conversations" in exchange.path and (made or asked or host_is(exchange, "mistral.ai"))


def _is_event(value: Json) -> bool:
    """Whether this is an event of a stream, which begins anywhere where it was resumed."""
    kind = string_at(value, "type") or ""
    return kind.startswith("response.") and any(
        at(value, name) is not None for name in ("sequence_number", "output_index", "response")
    )


def read_request(value: Json) -> Prompt:
    """The body of a request; items that follow each other in one role are one message."""
    return Prompt(
        model=string_at(value, "model"),
        system_instructions=tuple(read_blocks(at(value, "instructions"))),
        tool_definitions=tuple(read_tool(tool) for tool in objects_at(value, "tools")),
        messages=tuple(_read_input(at(value, "input") or at(value, "items"))),
        settings=other_fields(value, ("model", "instructions", "tools", "input", "items")),
    )


def read_response(value: Json) -> Completion:
    """A `response` object: one message of all its items; or a list of items, or an error."""
    parts = tuple(_read_output(value))
    error = read_error(value, *_ANSWER_FIELDS)
    status = string_at(value, "status")
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=(Message("assistant", parts, status),) if parts or status else (),
        usage=read_usage(at(value, "usage")),
        error=error or (error_object(status) if status == _FAILED else None),
        extra=extra_fields(value, *_READ_FIELDS) if error is not value else (),
    )


def read_usage(usage: Json) -> Usage | None:
    """Token counts."""
    return usage_of(
        usage,
        input_tokens="input_tokens",
        output_tokens="output_tokens",
        total_tokens="total_tokens",
        cache_read_input_tokens="input_tokens_details.cached_tokens",
        cache_creation_input_tokens="input_tokens_details.cache_write_tokens",
        reasoning_output_tokens="output_tokens_details.reasoning_tokens",
    )


def is_whole(value: Json) -> bool:
    """Whether the answer is ready; one in the background may be asked for before."""
    return string_at(value, "status") not in _UNDER_WAY


def _read_input(value: Json) -> Iterator[Message]:
    if not isinstance(value, list):
        if parts := tuple(read_blocks(value)):
            yield Message("user", parts)
        return
    for (role, _), items in groupby(enumerate(value), _turn_of):
        if parts := tuple(part for _, item in items for part in read_item(item)):
            yield Message(role, parts)


def _turn_of(place_and_item: tuple[int, Json]) -> tuple[str, int | None]:
    """What the model said is one turn, however many its items; all else is one turn each."""
    place, item = place_and_item
    role = role_of(item)
    return role, None if role == "assistant" else place


def _read_output(value: Json) -> Iterator[Part]:
    output = at(value, "output") or at(value, "data")
    # One item of a conversation is an answer of its own.
    alone = [value] if string_at(value, "type") is not None else []
    for item in output if isinstance(output, list) else alone:
        yield from read_item(item)


DIALECT = Dialect(
    name="openai-responses",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
    is_whole=is_whole,
)
