"""Models on Bedrock that answer with plain texts, and those that answer with images.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, in_order, merge
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.parts import text_parts
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    Usage,
)


class _Texts(NamedTuple):
    """Where an answer has a list of texts, and why each of them ended."""

    items: str
    text: JsonPath
    reason: JsonPath


_TEXTS = (
    _Texts("results", ("outputText",), ("completionReason",)),  # Titan
    _Texts("generations", ("text",), ("finish_reason",)),  # Cohere
    _Texts("outputs", ("text",), ("stop_reason",)),  # Mistral
    _Texts("completions", ("data", "text"), ("finishReason", "reason")),  # AI21
)
# An answer of one text: Meta, TwelveLabs. An error has a message as well, and no reason.
_TEXT_AND_REASON = (("generation", "stop_reason"), ("message", "finishReason"))
# What stands in one event without the list that an unstreamed answer has: Titan, Cohere.
_TEXT_OF_ITEM = {"outputText": "results", "text": "generations"}
# Strings that are pieces of a longer one.
_PIECES = ("outputText", "text", "generation")
_PROMPT_TEXTS = ("prompt", "inputText", "inputPrompt")


def read_request(value: Json) -> Prompt:
    """A text, and images beside it."""
    parts: list[Part] = [
        Text(text) for name in _PROMPT_TEXTS if (text := string_at(value, name)) is not None
    ]
    parts += (Blob("image", None, data) for data in _strings(value, "images"))
    return Prompt(
        messages=(Message("user", tuple(parts)),) if parts else (),
        settings=other_fields(value, (*_PROMPT_TEXTS, "images")),
    )


def read_response(value: Json) -> Completion:
    """Texts, else images, else an error."""
    messages = tuple(_read_texts(value))
    if not messages and (parts := tuple(_read_data(value))):
        messages = (Message("assistant", parts),)
    return Completion(
        id=string_at(value, "id"),
        messages=messages,
        usage=read_usage(value),
        error=at(value, "error") if messages else read_error(value),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Events into what the model returns unstreamed; texts are told apart by index alone."""
    folded: Fields = {}
    lists: dict[str, dict[int, Fields]] = {}
    for event in events:
        whole = _with_list(event.value)
        for kind in _TEXTS:
            for place, item in enumerate(objects_at(whole, kind.items)):
                index = _count(item, "index")
                items = lists.setdefault(kind.items, {})
                merge(items.setdefault(place if index is None else index, {}), item, _PIECES)
        merge(folded, dict(other_fields(whole, [kind.items for kind in _TEXTS])), _PIECES)
    for name, items in lists.items():
        folded[name] = in_order(items)
    return Fold(folded, complete=any(answer.finish_reason for answer in _read_texts(folded)))


def deltas(event: Event) -> Iterator[Delta]:
    """The text of each answer."""
    for name in _PIECES:
        yield from delta_at(event.value, ("text", _count(event.value, "index") or 0), (name,))
    for place in range(len(objects_at(event.value, "outputs"))):
        yield from delta_at(event.value, ("text", place), ("outputs", place, "text"))


def _with_list(value: Json) -> Json:
    for name, items in _TEXT_OF_ITEM.items():
        if string_at(value, name) is not None:
            return {items: [value]}
    return value


def _read_texts(value: Json) -> Iterator[Message]:
    for kind in _TEXTS:
        for item in objects_at(value, kind.items):
            text = string_at(item, *kind.text)
            if text is not None:
                yield _answer(text, string_at(item, *kind.reason))
    for name, reason_name in _TEXT_AND_REASON:
        text, reason = string_at(value, name), string_at(value, reason_name)
        if text is not None and (reason is not None or name == "generation"):
            yield _answer(text, reason)


def _answer(text: str, reason: str | None) -> Message:
    return Message("assistant", text_parts(text), reason)


def _read_data(value: Json) -> Iterator[Part]:
    """What is no text: images, and lists or objects of another kind."""
    for name, field in other_fields(value, ()):
        match name, field:
            case "images", list() if images := _strings(value, name):
                yield from (Blob("image", None, data) for data in images)
            case (("error" | "texts"), _):  # the texts are those of the request
                pass
            case _, (list() | dict()) if field:
                yield GenericPart(name, field)


def read_usage(value: Json) -> Usage | None:
    """Token counts of Titan and Meta; Titan writes whole numbers as floats."""
    results = objects_at(value, "results")
    given = [_count(value, "inputTextTokenCount"), *_counts(results, "inputTextTokenCount")]
    made = _counts(results, "tokenCount") or _counts(results, "totalOutputTextTokenCount")
    usage = Usage(
        input_tokens=next(
            (count for count in (*given, _count(value, "prompt_token_count")) if count is not None),
            None,
        ),
        output_tokens=sum(made) if made else _count(value, "generation_token_count"),
    )
    return None if usage == Usage() else usage


def _counts(items: list[dict[str, Json]], name: str) -> list[int]:
    return [count for item in items if (count := _count(item, name)) is not None]


def _count(value: Json, name: str) -> int | None:
    match at(value, name):
        case int(count):
            return count
        case float(count) if count.is_integer():
            return int(count)
    return None


def _strings(value: Json, name: str) -> list[str]:
    found = at(value, name)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []
