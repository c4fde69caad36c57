"""What DashScope is asked and answers, streamed or not.

https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-dashscope; judged by the entities of
the SDK (`dashscope`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.parts import read_media, text_message, text_parts
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, Message, Part, Prompt, Text

_PATH = re.compile(r"/services/aigc/(text|multimodal)-generation/generation$")
_PROMPT_FIELDS = ("model", "input", "parameters")
_MEDIA = ("image", "audio", "video", "file")
# What a choice says as long as it goes on.
NOT_YET = "null"


def is_generation(exchange: Exchange) -> bool:
    """Whether a text is asked for, of a model of text or of one that sees and hears."""
    return _PATH.search(exchange.path.rstrip("/")) is not None


def is_said_so_far(exchange: Exchange) -> bool:
    """Whether each event says all that was said so far, and not only what is new.

    A request that does not ask for either leaves it to the model: the texts tell.
    """
    asked = at(exchange.request.value, "parameters", "incremental_output")
    if isinstance(asked, bool):
        return not asked and exchange.response.framing is not None
    events = exchange.response.events
    texts = [text for event in events if (text := _text_of(event.value))]
    grown = (later.startswith(earlier) for earlier, later in pairwise(texts))
    return len(texts) > 1 and all(grown)


def read_request(value: Json) -> Prompt:
    """Messages, or one prompt; the parameters are settings, but for the tools."""
    messages = tuple(_read_message(message) for message in objects_at(value, "input", "messages"))
    prompt = string_at(value, "input", "prompt")
    return Prompt(
        model=string_at(value, "model"),
        tool_definitions=openai_chat.read_request(at(value, "parameters")).tool_definitions,
        messages=messages or text_message("user", prompt),
        settings=(
            *other_fields(at(value, "parameters"), ("tools",)),
            *other_fields(at(value, "input"), ("messages", "prompt")),
            *other_fields(value, _PROMPT_FIELDS),
        ),
    )


def read_response(value: Json) -> Completion:
    """Choices of messages; of older models, a text."""
    output = at(value, "output")
    messages = tuple(
        _read_message(at(choice, "message"), string_at(choice, "finish_reason"))
        for choice in objects_at(output, "choices")
    )
    if text := string_at(output, "text"):
        reason = _reason(string_at(output, "finish_reason"))
        messages = messages or (Message("assistant", (Text(text),), reason),)
    return Completion(
        id=string_at(value, "request_id"),
        messages=messages,
        usage=usage_of(
            at(value, "usage"),
            input_tokens="input_tokens",
            output_tokens="output_tokens",
            total_tokens="total_tokens",
            cache_read_input_tokens="prompt_tokens_details.cached_tokens",
            reasoning_output_tokens="output_tokens_details.reasoning_tokens",
        ),
        error=read_error(value, "output"),
        extra=extra_fields(output, "choices", "text", "finish_reason"),
    )


def _read_message(message: Json, reason: str | None = None) -> Message:
    role = string_at(message, "role") or "assistant"
    content = at(message, "content")
    if not isinstance(content, list) or role == "tool":
        return Message(role, tuple(openai_chat.read_parts(message)), _reason(reason))
    rest = dict(other_fields(message, ("content",)))
    said = tuple(part for block in content for part in _read_block(block))
    return Message(role, (*openai_chat.read_parts(rest), *said), _reason(reason))


def _read_block(block: Json) -> Iterator[Part]:
    """A block has no type, but is named by the field that it has."""
    for name, value in other_fields(block, ()):
        match name, value:
            case "text", str(text):
                yield from text_parts(text)
            case _, str(uri) if name in _MEDIA:
                yield read_media(uri, modality="document" if name == "file" else name)
            case _:
                yield from openai_chat.read_parts({name: value})


def _reason(word: str | None) -> str | None:
    return None if word == NOT_YET else word


def _text_of(value: Json) -> str:
    """All that an event says: first what was thought, then the text."""
    message = at(value, "output", "choices", 0, "message")
    blocks = objects_at(message, "content")
    texts = (
        string_at(message, "reasoning_content"),
        string_at(message, "content"),
        *(string_at(block, "text") for block in blocks),
        string_at(value, "output", "text"),
    )
    return "".join(text for text in texts if text)
