"""Chunks of chat completions, put together as the unstreamed answer would have been.

https://platform.openai.com/docs/api-reference/chat-streaming
"""

from collections.abc import Sequence
from copy import deepcopy

from cassette_cli.dialects.dialect import Fold
from cassette_cli.dialects.folding import (
    Fields,
    add_text,
    finish,
    in_order,
    is_done,
    lay_over,
    merge,
)
from cassette_cli.dialects.json_fields import at, objects_at, string_at
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Where two of them stand side by side they say the same: the first that has text is read.
REASONING_FIELDS = ("reasoning_content", "reasoning")
# Strings of a delta that are pieces of a longer one; other strings are whole each time.
TEXT_FIELDS = ("content", *REASONING_FIELDS, "refusal")
# Where a chunk reports token counts: at its top, or in Groq's own object.
USAGE_PATHS = (("usage",), ("x_groq", "usage"))
# Pieces of text inside tool calls, and beside audio.
_INNER_TEXTS = ("arguments", "input", "data", "transcript")
# Pieces of text in the items of `reasoning_details`, which OpenRouter and Vercel send.
_DETAIL_TEXTS = ("text", "summary", "data")


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into a `chat.completion` object; keys of a message are in the order they came."""
    folded: Fields = {}
    choices: dict[int, Fields] = {}
    done = False
    for event in events:
        chunk = event.value
        if not isinstance(chunk, dict):
            done = done or is_done(event)
            continue
        # Azure opens with a chunk of empty strings; later chunks repeat what the first said.
        lay_over(folded, chunk, but=("choices",))
        if "usage" in chunk or "x_groq" in chunk:
            for path in USAGE_PATHS:
                if isinstance(usage := at(chunk, *path), dict):
                    folded["usage"] = usage
        # Not by `objects_at`, nor `index_of` below: this is done for each of thousands of events.
        found = chunk.get("choices")
        for choice in found if isinstance(found, list) else ():
            if isinstance(choice, dict):
                _add_choice(choices, choice)
    folded["choices"] = in_order(choices)
    finished = any(choice.get("finish_reason") for choice in choices.values())
    return finish(folded, ended=done or finished)


def _add_choice(choices: dict[int, Fields], choice: Fields) -> None:
    found = choice.get("index")
    index = found if type(found) is int else 0
    if index not in choices:
        choices[index] = {"index": index, "message": {}}
    folded = choices[index]
    message = folded["message"]
    for name, value in choice.items():
        if name not in ("delta", "message", "index") and (value or name not in folded):
            folded[name] = value
    delta = choice.get("delta")
    if isinstance(delta, dict) and isinstance(message, dict):
        _add_delta(message, delta)
    elif ("delta" in choice and delta is None) or isinstance(choice.get("message"), dict):
        # Without a delta the message is all that was said so far.
        folded["message"] = deepcopy(choice.get("message")) or message


def _add_delta(message: Fields, delta: Fields) -> None:
    for name, value in delta.items():
        if isinstance(value, str) and not isinstance(message.get(name), list):
            if name in TEXT_FIELDS and isinstance(message.get(name), str):
                add_text(message, name, value)
            elif value:
                message[name] = value
        elif value not in (None, "", []):
            _add_field(message, name, value)


def _add_field(message: Fields, name: str, value: Json) -> None:
    """Put a field of a delta that is no text of its own into the message."""
    before = message.get(name)
    match name, value, before:
        case "content", (str() | list()), (str() | list() | None):
            message[name] = _add_content(before, value)
        case "tool_calls", list(), _:
            message[name] = _add_calls(objects_at(before), objects_at(value))
        case "reasoning_details", list(), _:
            message[name] = _add_details(objects_at(before), objects_at(value))
        case (("function_call" | "audio"), dict(), _):
            merge(message, {name: value}, _INNER_TEXTS)
        case _:
            merge(message, {name: value}, ())


def _add_content(content: str | list[Json] | None, value: str | list[Json]) -> Json:
    """Content is a string, or blocks: Mistral goes from one to the other in mid-stream."""
    blocks = _blocks(content)
    for block in _blocks(value):
        last = blocks[-1] if blocks else None
        match last, block:
            case {"type": "text", "text": str(before)}, {"type": "text", "text": str(text)}:
                blocks[-1] = {"type": "text", "text": before + text}
            case {"type": "thinking", "thinking": list(before)}, {
                "type": "thinking",
                "thinking": list(more),
            }:
                blocks[-1] = {"type": "thinking", "thinking": before + more}
            case _:
                blocks.append(block)
    return blocks


def _blocks(content: str | list[Json] | None) -> list[Json]:
    if isinstance(content, str):
        return [{"type": "text", "text": content}]
    return list(content or ())


def _add_calls(calls: list[Fields], deltas: list[Fields]) -> list[Json]:
    """Tool calls by index, else by id; a delta that has neither goes on with the last call."""
    for delta in deltas:
        place = _place_of_call(calls, delta)
        if place is None:
            place = len(calls)
            calls.append({})
        name = _whole_name(calls[place], delta)
        merge(calls[place], delta, _INNER_TEXTS)
        if name is not None:
            merge(calls[place], {"function": {"name": name}}, ())
    return [*calls]


def _whole_name(call: Fields, delta: Fields) -> str | None:
    """The name of a function that comes in pieces; None where it comes whole, or once more."""
    before, piece = string_at(call, "function", "name"), string_at(delta, "function", "name")
    if not before or not piece or before == piece or delta.get("id"):
        return None
    return before + piece


def _place_of_call(calls: list[Fields], delta: Fields) -> int | None:
    key = "index" if delta.get("index") is not None else "id"
    for place in range(len(calls) - 1, -1, -1):
        if delta.get(key) is not None and calls[place].get(key) == delta[key]:
            return None if _is_other_call(calls[place], delta) else place
    if key == "id" and not delta.get("id") and not string_at(delta, "function", "name") and calls:
        return len(calls) - 1
    return None


def _is_other_call(call: Fields, delta: Fields) -> bool:
    """Whether a call begins at an index that is taken: some servers say 0 for each."""
    ids = call.get("id"), delta.get("id")
    return all(ids) and ids[0] != ids[1] and bool(string_at(delta, "function", "name"))


def _add_details(details: list[Fields], deltas: list[Fields]) -> list[Json]:
    for delta in deltas:
        last = details[-1] if details else None
        if (
            last is None
            or last.get("type") != delta.get("type")
            or last.get("index") != delta.get("index")
        ):
            last = {}
            details.append(last)
        merge(last, delta, _DETAIL_TEXTS)
    return [*details]
