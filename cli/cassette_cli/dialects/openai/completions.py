"""Text completions: https://platform.openai.com/docs/api-reference/completions, also vLLM's."""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.bedrock.paths import operation_of
from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import ERROR_FIELDS, read_error
from cassette_cli.dialects.folding import (
    Fields,
    chunks_of,
    finish,
    in_order,
    index_of,
    is_done,
    lay_over,
    merge,
)
from cassette_cli.dialects.json_fields import at, extra_fields, objects_at, other_fields, string_at
from cassette_cli.dialects.matching import host_is
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Reasoning, Text

# Pieces of a choice; OpenRouter sends what a model thought beside the text.
_TEXT_FIELDS = ("text", "reasoning")
_ANSWER_FIELDS = ("id", "object", "model", "choices", "usage", "error", *ERROR_FIELDS)
# Writer's API stands at the same path and answers in its own way.
_OTHER_HOST = "writer.com"


def matches(exchange: Exchange) -> bool:
    """By the kind of the answer, or by the path of a request that has a prompt."""
    if string_at(exchange.response.first_value, "object") == "text_completion":
        # Bedrock passes on the answers of such models.
        return not (
            exchange.path.rstrip("/").endswith("/chat/completions") or operation_of(exchange.path)
        )
    return (
        exchange.path.rstrip("/").endswith("/completions")
        and at(exchange.request.value, "prompt") is not None
        and not host_is(exchange, _OTHER_HOST)
        and not openai_chat.matches(exchange)
    )


def read_request(value: Json) -> Prompt:
    """The body of a request; each of several prompts is a message."""
    return Prompt(
        model=string_at(value, "model"),
        messages=tuple(Message("user", (part,)) for part in _read_prompt(at(value, "prompt"))),
        settings=other_fields(value, ("model", "prompt")),
    )


def read_response(value: Json) -> Completion:
    """A `text_completion` object, or an error."""
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=tuple(
            Message(
                "assistant",
                tuple(_read_choice(choice)),
                string_at(choice, "finish_reason"),
                extra_fields(choice, *_TEXT_FIELDS, "index", "finish_reason"),
            )
            for choice in objects_at(value, "choices")
        ),
        usage=openai_chat.read_usage(at(value, "usage")),
        error=read_error(value, "choices", "id", "usage"),
        extra=extra_fields(value, *_ANSWER_FIELDS) if at(value, "choices") else (),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into a `text_completion` object."""
    folded: Fields = {}
    choices: dict[int, Fields] = {}
    for chunk in chunks_of(events):
        lay_over(folded, chunk, but=("choices",))
        for choice in objects_at(chunk, "choices"):
            merge(choices.setdefault(index_of(choice), {}), choice, _TEXT_FIELDS)
    if choices:
        folded["choices"] = in_order(choices)
    finished = any(choice.get("finish_reason") for choice in choices.values())
    return finish(folded, ended=finished or any(map(is_done, events)))


def deltas(event: Event) -> Iterator[Delta]:
    """The text of each choice, and what the model thought."""
    for place, choice in enumerate(objects_at(event.value, "choices")):
        for name in _TEXT_FIELDS:
            yield from delta_at(event.value, (name, index_of(choice)), ("choices", place, name))


def _read_prompt(prompt: Json) -> Iterator[Part]:
    match prompt:
        case str(text):
            yield Text(text)
        case list() if any(isinstance(item, (str, list)) for item in prompt):
            for item in prompt:
                yield from _read_prompt(item)
        case list() if prompt:
            yield GenericPart("tokens", prompt)


def _read_choice(choice: Json) -> Iterator[Part]:
    if thought := string_at(choice, "reasoning"):
        yield Reasoning(thought)
    if text := string_at(choice, "text"):
        yield Text(text)


DIALECT = Dialect(
    name="openai-completions",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
