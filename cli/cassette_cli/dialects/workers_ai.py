"""Models that Cloudflare Workers AI runs: https://developers.cloudflare.com/workers-ai/.

A model of text answers `{"response": …}`; others answer in fields of their own, or as OpenAI's do.
"""

import re
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, chunks_of, finish, is_done, merge
from cassette_cli.dialects.json_fields import at, first_string, objects_at, other_fields, string_at
from cassette_cli.dialects.matching import is_post
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.openai import responses as openai_responses
from cassette_cli.dialects.parts import read_arguments, text_message
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text, ToolCall

# The API itself, and Cloudflare's gateway to it.
_PATH = re.compile(r"/ai/run/(@?[^/]+/.+|[^/]+)$|/workers-ai/(@.+)$")
_PROMPT_FIELDS = ("messages", "prompt", "tools")
# What models say, each kind of model in its own field.
_TEXTS = ("response", "text", "translated_text", "summary", "description")
# The letters of `p` only make all events of one length.
_SILENT_FIELDS = ("p", "usage", "tool_calls", "word_count", "vtt", "tool_call_id")


def matches(exchange: Exchange) -> bool:
    """By the path, but for models that answer as OpenAI's do."""
    return (
        is_post(exchange)
        and _PATH.search(exchange.path.rstrip("/")) is not None
        and not openai_chat.matches(exchange)
        and not openai_responses.matches(exchange)
    )


def model_in_url(path: str) -> str | None:
    """The model, which is all that follows in the path."""
    found = _PATH.search(path.rstrip("/"))
    return (found[1] or found[2]) if found else None


def read_request(value: Json) -> Prompt:
    """Messages, or a text to go on with; the input of all other models are settings."""
    asked = openai_chat.read_request(value)
    return Prompt(
        tool_definitions=asked.tool_definitions,
        messages=asked.messages or text_message("user", string_at(value, "prompt")),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """What the model gave, which the API wraps in `result` where it is not streamed."""
    result = at(value, "result") if at(value, "result") is not None else value
    if objects_at(result, "choices"):
        return openai_chat.read_response(result)
    if objects_at(result, "output"):
        return openai_responses.read_response(result)
    error = at(value, "errors", 0) or read_error(
        value, "result", "success", *_TEXTS, "tool_calls", "usage"
    )
    parts = () if error else tuple(_read_result(result))
    reason = first_string(result, "finish_reason")
    return Completion(
        messages=(Message("assistant", parts, reason),) if parts else (),
        usage=openai_chat.read_usage(at(result, "usage")),
        error=error,
    )


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into one result: the texts of `response` are joined, of all else the last counts."""
    folded: Fields = {}
    done = False
    for event in events:
        done = done or is_done(event)
        for chunk in chunks_of([event]):
            merge(folded, chunk, ("response",))
    return finish(folded, ended=done)


def deltas(event: Event) -> Iterator[Delta]:
    """Pieces of the response; tool calls come whole."""
    yield from delta_at(event.value, ("text", 0), ("response",))


def _read_result(result: Json) -> Iterator[Part]:
    if not isinstance(result, dict):
        if result:
            yield GenericPart("result", result)
        return
    for name, value in result.items():
        match name, value:
            case _, str(text) if name in _TEXTS:
                if text:
                    yield Text(text)
            case "tool_calls", list():
                yield from _read_calls(objects_at(result, "tool_calls"))
            case _ if name not in _SILENT_FIELDS and value not in (None, "", [], {}):
                yield GenericPart(name, value)


def _read_calls(calls: list[dict[str, Json]]) -> Iterator[Part]:
    for call in calls:
        function = call.get("function") or call
        name = string_at(function, "name") or ""
        yield ToolCall(string_at(call, "id"), name, read_arguments(at(function, "arguments")))


DIALECT = Dialect(
    name="workers-ai",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
    model_in_url=model_in_url,
)
