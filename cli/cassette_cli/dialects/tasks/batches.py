"""Calls that are answered later, many at once: https://platform.openai.com/docs/api-reference/batch.

Anthropic, Mistral, Gemini and xAI have such batches too; results are lines of JSON, a call each.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.anthropic import messages as anthropic_messages
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.gemini import generate_content as gemini
from cassette_cli.dialects.json_fields import at, first_string, objects_at, other_fields, string_at
from cassette_cli.dialects.non_json_bodies import body_value
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.openai import completions as openai_completions
from cassette_cli.dialects.openai import responses as openai_responses
from cassette_cli.dialects.tasks import embeddings
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt

_PATH = re.compile(
    r"/(v\d\w*|openai)/messages/batches(/[^/]+(/(cancel|results|requests))?)?$"
    r"|(?P<shared>/(v\d\w*|openai)/batches(/[^/]+(/(cancel|results|requests))?)?$)"
    r"|/batch/jobs(/[^/]+(/cancel)?)?$|:batchGenerateContent$"
)
# What only a batch of calls has, in a request and in an answer; an error may be anybody's.
_ASKED = ("input_file_id", "requests", "batch_requests", "completion_window", "endpoint")
_TOLD = (
    *("input_file_id", "request_counts", "batch_id", "batches", "batch_requests", "results"),
    *("first_id", "has_more", "error"),
)
_KINDS = ("batch", "message_batch", "message_batch_deleted")
# What tells one call of a batch from the others.
_NAMES = (("custom_id",), ("key",), ("metadata", "key"), ("batch_request_id",))
# Where a request lists its calls, and an answer what they were answered.
_CALLS = (
    ("requests",),
    ("batch_requests",),
    ("batch", "inputConfig", "requests", "requests"),
    ("batch", "input_config", "requests", "requests"),
)
_RESULTS = ((), ("results",), ("response", "inlinedResponses", "inlinedResponses"))
# Where a line holds the answer to its call, and where the call itself.
_ANSWERS = (
    *(("response", "body"), ("result", "message"), ("response",)),
    *(("batch_result", "response", "chat_get_completion"),),
)
_REQUESTS = (("body",), ("params",), ("request",))
_ERRORS = (("error",), ("result", "error", "error"), ("result", "error"))


def matches(exchange: Exchange) -> bool:
    """By the path, or by an answer that is a batch, or lines that name their calls."""
    first = exchange.response.first_value
    kind = string_at(first, "object") or string_at(first, "type")
    named = _name_of(first) is not None and any(at(first, name) for name in ("response", "result"))
    return kind in _KINDS or named or _is_batch_path(exchange)


def _is_batch_path(exchange: Exchange) -> bool:
    """Whether the path is one of batches; that of OpenAI needs a word for it, as others have it."""
    found = _PATH.search(exchange.path.rstrip("/"))
    if found is None or not found["shared"]:
        return found is not None
    request, first = exchange.request.value, exchange.response.first_value
    return any(at(request, name) is not None for name in _ASKED) or any(
        at(first, name) is not None for name in _TOLD
    )


def read_request(value: Json) -> Prompt:
    """The calls of a batch, where they stand in the request."""
    calls = _first_list(value, _CALLS)
    return Prompt(
        model=string_at(value, "model"),
        messages=tuple(message for call in calls for message in _read_call(call)),
        settings=other_fields(value, ("model", "requests", "batch_requests", "batch")),
    )


def read_response(value: Json) -> Completion:
    """A batch or a list of them, or what each call was answered."""
    results = _first_list(value, _RESULTS)
    if isinstance(value, dict) and _name_of(value) is not None:
        results = [value]
    if results:
        return Completion(
            messages=tuple(message for line in results for message in _read_line(line))
        )
    batches = objects_at(value, "data") or objects_at([value])
    error = read_error(value, "object", "type", "id", "name", "batch_id", "data")
    parts = () if error else tuple(_read_batch(batch) for batch in batches)
    return Completion(
        id=first_string(value, "id", "batch_id"),
        messages=(Message("assistant", parts),) if parts else (),
        error=error,
    )


def _first_list(value: Json, paths: tuple[tuple[str, ...], ...]) -> list[dict[str, Json]]:
    return next((found for path in paths if (found := objects_at(value, *path))), [])


def _name_of(line: Json) -> str | None:
    names = (string_at(line, *path) for path in _NAMES)
    return next((name for name in names if name is not None), None)


def _read_batch(batch: dict[str, Json]) -> GenericPart:
    known = other_fields(batch, ("object", "type"))
    return GenericPart("batch", {name: value for name, value in known if value is not None})


def _read_call(call: dict[str, Json]) -> Iterator[Message]:
    body = next((found for path in _REQUESTS if (found := at(call, *path))), None)
    prompt = _prompt_of(body, native="params" in call)
    about = {"name": _name_of(call), "model": prompt.model}
    yield Message("batch_request", (GenericPart("batch_request", {**about}),))
    yield from prompt.messages


def _read_line(line: dict[str, Json]) -> Iterator[Message]:
    name = _name_of(line)
    answer = next((found for path in _ANSWERS if (found := at(line, *path))), None)
    error = next((found for path in _ERRORS if (found := at(line, *path))), None)
    completion = _completion_of(answer)
    about: dict[str, Json] = {"name": name, "model": completion.model}
    if failed := error or completion.error:
        about["error"] = failed
    header = GenericPart("batch_result", about)
    if not completion.messages:
        yield Message("assistant", (header,))
    for message in completion.messages:
        yield Message(message.role, (header, *message.parts), message.finish_reason)


def _prompt_of(body: Json, *, native: bool) -> Prompt:
    match body:
        case {"contents": _}:
            return gemini.read_request(body)
        case {"messages": _}:
            read = anthropic_messages.read_request if native else openai_chat.read_request
            return read(body)
        case {"prompt": _}:
            return openai_completions.read_request(body)
    return openai_responses.read_request(body)


def _completion_of(answer: Json) -> Completion:
    match answer:
        case {"candidates": _}:
            return gemini.read_response(answer)
        case {"type": "message"}:
            return anthropic_messages.read_response(answer)
        case {"object": "response"}:
            return openai_responses.read_response(answer)
        case {"object": "text_completion"}:
            return openai_completions.read_response(answer)
        case {"object": "list"}:
            return embeddings.read_response(answer)
    return openai_chat.read_response(answer)


DIALECT = Dialect(
    name="batches",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
    value_of=body_value,
)
