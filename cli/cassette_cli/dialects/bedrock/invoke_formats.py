"""The formats that models on Bedrock speak inside InvokeModel, told apart by their shapes.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from cassette_cli.dialects.anthropic import complete as anthropic_complete
from cassette_cli.dialects.anthropic import messages as anthropic_messages
from cassette_cli.dialects.bedrock import converse as bedrock_converse
from cassette_cli.dialects.bedrock import invoke_text_models as bedrock_text_models
from cassette_cli.dialects.bedrock.converse_stream import block_deltas, fold_named
from cassette_cli.dialects.cohere import v1 as cohere_v1
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import Fields, add_item
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.openai import completions as openai_completions
from cassette_cli.dialects.tasks import embeddings, rerank
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Prompt

Test: TypeAlias = Callable[[Json], bool]


class Vendor(NamedTuple):
    """A format. `asks` knows its requests, `answers` its answers and the events with its text."""

    asks: Test
    answers: Test
    read_request: Callable[[Json], Prompt]
    read_response: Callable[[Json], Completion]
    fold: Callable[[Sequence[Event]], Fold]
    deltas: Callable[[Event], Iterable[Delta]]


def vendor_asked(value: Json) -> Vendor:
    """The format of a request."""
    return next((vendor for vendor in _VENDORS if vendor.asks(value)), _VENDORS[-1])


def vendor_answering(values: Sequence[Json]) -> Vendor:
    """The format of an answer, or of the events of one."""
    return next((vendor for vendor in _VENDORS if any(map(vendor.answers, values))), _VENDORS[-1])


def _has(*names: str) -> Test:
    return lambda value: isinstance(value, dict) and all(name in value for name in names)


def _has_any(*names: str) -> Test:
    return lambda value: isinstance(value, dict) and any(name in value for name in names)


def _is_message(value: Json) -> bool:
    kind = string_at(value, "type") or ""
    return kind.startswith(("message_", "content_block_")) or _has("content")(value)


def _asks_nova(value: Json) -> bool:
    """Blocks of content have no type."""
    blocks = (
        block for turn in objects_at(value, "messages") for block in objects_at(turn, "content")
    )
    return any("type" not in block for block in blocks)


def _answers_nova(value: Json) -> bool:
    return at(value, "output", "message") is not None or _has("contentBlockDelta")(value)


def _fold_nova(events: Sequence[Event]) -> Fold:
    """Events as in a conversation, with the name as a key. Each piece of a text is a block."""
    folded = fold_named(item for event in events for item in other_fields(event.value, ()))
    message = at(folded.value, "output", "message")
    if isinstance(message, dict):
        blocks: list[Fields] = []
        for block in objects_at(message, "content"):
            add_item(blocks, block)
        message["content"] = [block for block in blocks if block != {"text": ""}]
    return folded


def _nova_deltas(event: Event) -> Iterator[Delta]:
    for delta in block_deltas(event.value, ("contentBlockDelta",)):
        yield delta._replace(channel=("text",)) if delta.channel[0] == "text" else delta


def _read_vectors(value: Json) -> Completion:
    completion = embeddings.read_response(value)
    return replace(completion, usage=bedrock_text_models.read_usage(value))


def _has_choices(*names: str) -> Test:
    return lambda value: any(
        name in choice for choice in objects_at(value, "choices") for name in names
    )


def _read_chat(value: Json) -> Completion:
    return openai_chat.read_response(_with_finish_reasons(value))


def _read_completions(value: Json) -> Completion:
    return openai_completions.read_response(_with_finish_reasons(value))


def _with_finish_reasons(value: Json) -> Json:
    """Mistral and DeepSeek name the reason as Anthropic does."""
    if not isinstance(value, dict):
        return value
    return {**value, "choices": [*map(_with_finish_reason, objects_at(value, "choices"))]}


def _with_finish_reason(choice: dict[str, Json]) -> Json:
    if "finish_reason" in choice:
        return choice
    rest = {name: field for name, field in choice.items() if name != "stop_reason"}
    return {"finish_reason": choice.get("stop_reason"), **rest}


_VENDORS = (
    Vendor(
        _has("anthropic_version"),
        _is_message,
        anthropic_messages.read_request,
        anthropic_messages.read_response,
        anthropic_messages.DIALECT.fold,
        anthropic_messages.DIALECT.deltas,
    ),
    Vendor(
        _has("prompt", "max_tokens_to_sample"),
        _has("completion"),
        anthropic_complete.read_request,
        anthropic_complete.read_response,
        anthropic_complete.DIALECT.fold,
        anthropic_complete.DIALECT.deltas,
    ),
    Vendor(
        _asks_nova,
        _answers_nova,
        bedrock_converse.read_request,
        bedrock_converse.read_response,
        _fold_nova,
        _nova_deltas,
    ),
    Vendor(
        _has("messages"),
        _has_choices("message", "delta"),
        openai_chat.read_request,
        _read_chat,
        openai_chat.DIALECT.fold,
        openai_chat.DIALECT.deltas,
    ),
    # DeepSeek asks as models of plain texts do, and answers like this.
    Vendor(
        lambda _: False,
        _has_choices("text"),
        openai_completions.read_request,
        _read_completions,
        openai_completions.DIALECT.fold,
        openai_completions.DIALECT.deltas,
    ),
    Vendor(
        _has("message"),
        _has_any("generation_id", "event_type"),
        cohere_v1.read_request,
        cohere_v1.read_response,
        cohere_v1.DIALECT.fold,
        cohere_v1.DIALECT.deltas,
    ),
    # A single text to embed is asked for as any other.
    Vendor(
        _has("texts"),
        _has_any("embedding", "embeddings"),
        embeddings.read_request,
        _read_vectors,
        embeddings.DIALECT.fold,
        embeddings.DIALECT.deltas,
    ),
    Vendor(
        _has("query", "documents"),
        lambda value: at(value, "results", 0, "relevance_score") is not None,
        rerank.read_request,
        rerank.read_response,
        rerank.DIALECT.fold,
        rerank.DIALECT.deltas,
    ),
    Vendor(
        _has(),
        _has(),
        bedrock_text_models.read_request,
        bedrock_text_models.read_response,
        bedrock_text_models.fold,
        bedrock_text_models.deltas,
    ),
)
