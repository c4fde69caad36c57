"""Ollama's own API, chat and generate: https://docs.ollama.com/api."""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, chunks_of, finish, merge
from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    first_string,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.parts import text_parts
from cassette_cli.dialects.usage import usage_if_counted
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Blob,
    Completion,
    Message,
    Part,
    Prompt,
    Reasoning,
    Text,
    ToolCall,
    ToolResult,
)

_PATHS = ("/api/chat", "/api/generate")
_SIGNS = ("done", "message", "response", "error")
_PROMPT_FIELDS = ("model", "messages", "tools", "prompt", "system", "images")
# Pieces of text: of a chat in its message, of a generation beside it.
_TEXTS = (
    ("reasoning", ("message", "thinking")),
    ("text", ("message", "content")),
    ("reasoning", ("thinking",)),
    ("text", ("response",)),
)
_PIECES = frozenset(path[-1] for _, path in _TEXTS)
# The context of a generation is all of its tokens.
_ANSWER_FIELDS = (
    *("model", "message", "response", "thinking", "done", "done_reason", "error", "context"),
    *("prompt_eval_count", "eval_count"),
)
_MESSAGE_FIELDS = ("role", "content", "thinking", "images", "tool_calls", "tool_name", "name")


def matches(exchange: Exchange) -> bool:
    """By the path and a request that names a model, or by an answer that says if it is done."""
    first = exchange.response.first_value
    if exchange.path.rstrip("/").endswith(_PATHS):
        # Others have these paths, too, and answer in events, or in objects of their own.
        framed = exchange.response.framing in (None, "ndjson")
        known = first is None or any(at(first, name) is not None for name in _SIGNS)
        return framed and known and string_at(exchange.request.value, "model") is not None
    return isinstance(at(first, "done"), bool) and string_at(first, "created_at") is not None


def read_request(value: Json) -> Prompt:
    """Messages, or a prompt with its system message."""
    system = string_at(value, "system")
    messages = [
        Message(string_at(message, "role") or "", tuple(_read_message(message)))
        for message in objects_at(value, "messages")
    ]
    if prompt := string_at(value, "prompt"):
        asked = {"content": prompt, "images": at(value, "images")}
        messages.append(Message("user", tuple(_read_message(asked))))
    return Prompt(
        model=string_at(value, "model"),
        system_instructions=text_parts(system),
        tool_definitions=openai_chat.read_request(value).tool_definitions,
        messages=tuple(messages),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """A message, or the response to a prompt, with its counts; an error is a text."""
    return Completion(
        model=string_at(value, "model"),
        messages=tuple(_read_answer(value)),
        usage=usage_if_counted(value, input_tokens="prompt_eval_count", output_tokens="eval_count"),
        error=read_error(value, "message", "response", "done"),
        extra=extra_fields(value, *_ANSWER_FIELDS) if at(value, "model") else (),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into one answer: texts are joined, calls collected, of all else the last counts."""
    folded: Fields = {}
    for chunk in chunks_of(events):
        merge(folded, chunk, _PIECES)
    return finish(folded, ended=folded.get("done") is True)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts and thoughts; tool calls come whole."""
    for kind, path in _TEXTS:
        yield from delta_at(event.value, (kind, 0), path)


def is_whole(value: Json) -> bool:
    """Whether this is all of the answer; the first line of a stream is not."""
    return at(value, "done") is not False


def _read_answer(value: Json) -> Iterator[Message]:
    message = at(value, "message")
    if not isinstance(message, dict):
        if string_at(value, "response") is None:
            return
        message = {"content": at(value, "response"), "thinking": at(value, "thinking")}
    yield Message(
        string_at(message, "role") or "assistant",
        tuple(_read_message(message)),
        string_at(value, "done_reason"),
        extra_fields(message, *_MESSAGE_FIELDS),
    )


def _read_message(message: Json) -> Iterator[Part]:
    if string_at(message, "role") == "tool":
        name = first_string(message, "tool_name", "name")
        yield ToolResult(None, at(message, "content"), name)
        return
    if thinking := string_at(message, "thinking"):
        yield Reasoning(thinking)
    if content := string_at(message, "content"):
        yield Text(content)
    images = at(message, "images")
    for image in images if isinstance(images, list) else ():
        if isinstance(image, str):
            yield Blob("image", None, image)
    for call in objects_at(message, "tool_calls"):
        name = string_at(call, "function", "name") or ""
        yield ToolCall(string_at(call, "id"), name, at(call, "function", "arguments"))


DIALECT = Dialect(
    name="ollama",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=("ndjson",),
    fold=fold,
    deltas=deltas,
    is_whole=is_whole,
)
