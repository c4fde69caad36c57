"""Completions of the llama.cpp server.

https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import error_of, read_error
from cassette_cli.dialects.folding import Fields, finish, in_order, index_of, merge
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    first_string,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.matching import posts_to
from cassette_cli.dialects.parts import text_parts
from cassette_cli.dialects.usage import usage_if_counted
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Part, Prompt, Text

_PATHS = ("/completion", "/completions", "/infill")
_PROMPT_FIELDS = ("prompt", "model", "input_prefix", "input_suffix")
_ANSWER_FIELDS = (
    *("index", "content", "tokens", "id_slot", "stop", "model", "stop_type", "error"),
    *("tokens_evaluated", "tokens_predicted", "stopped_eos", "stopped_word", "stopped_limit"),
)
# Older servers say each reason in a field of its own.
_REASONS = {"stopped_eos": "eos", "stopped_word": "word", "stopped_limit": "limit"}


def matches(exchange: Exchange) -> bool:
    """By an answer that has content and says whether it stops there; failed calls by the path."""
    first = exchange.response.first_value
    answer = at(first, 0) if isinstance(first, list) else first
    if string_at(answer, "content") is not None and isinstance(at(answer, "stop"), bool):
        return True
    asked = exchange.request.value
    prompted = at(asked, "prompt") is not None or at(asked, "input_prefix") is not None
    return posts_to(exchange, "/completion", "/infill") and prompted


def read_request(value: Json) -> Prompt:
    """A prompt, or several; or what stands before and behind what is to be filled in."""
    prompt = at(value, "prompt")
    prompts = prompt if isinstance(prompt, list) and not _are_tokens(prompt) else [prompt]
    around = text_parts(string_at(value, "input_prefix"), string_at(value, "input_suffix"))
    return Prompt(
        model=string_at(value, "model"),
        messages=tuple(
            Message("user", parts) for parts in (around, *map(_read_prompt, prompts)) if parts
        ),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """One completion, or one for each prompt."""
    answers = objects_at(value) if isinstance(value, list) else objects_at([value])
    answers = objects_at(value, "completions") or answers
    first = answers[0] if answers else None
    return Completion(
        model=string_at(first, "model"),
        messages=tuple(_read_answer(each) for each in answers if "content" in each),
        usage=usage_if_counted(
            first,
            input_tokens="tokens_evaluated",
            output_tokens="tokens_predicted",
            cache_read_input_tokens="timings.cache_n",
        ),
        error=read_error(value, "content", "completions"),
        extra=extra_fields(first, *_ANSWER_FIELDS) if "content" in (first or {}) else (),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into a completion, or one for each prompt; the last chunk of each says why it ends."""
    answers: dict[int, Fields] = {}
    error: Json = None
    for event in events:
        error = error_of(event) or error
        if isinstance(event.value, dict) and "content" in event.value:
            merge(answers.setdefault(index_of(event.value), {}), event.value, ("content",))
    ended = bool(answers) and all(answer.get("stop") is True for answer in answers.values())
    match in_order(answers):
        case [dict(only)]:
            folded = only
        case several:
            folded = {"completions": several} if several else {}
    return finish(folded | ({"error": error} if error else {}), ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Pieces of the content."""
    yield from delta_at(event.value, ("text", index_of(event.value)), ("content",))


def _are_tokens(prompt: list[Json]) -> bool:
    """Whether a list is one prompt of tokens, and texts between them."""
    return any(isinstance(item, int) for item in prompt)


def _read_prompt(prompt: Json) -> tuple[Part, ...]:
    match prompt:
        case str(text) | {"prompt_string": str(text)}:
            return text_parts(text)
        case list(items):
            return tuple(Text(item) for item in items if isinstance(item, str))
    return ()


def _read_answer(answer: dict[str, Json]) -> Message:
    reason = first_string(answer, "stop_type") or next(
        (reason for name, reason in _REASONS.items() if answer.get(name) is True), None
    )
    return Message("assistant", text_parts(string_at(answer, "content")), reason)


DIALECT = Dialect(
    name="llama-cpp",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
