"""Chunks of chat completions, put together as the unstreamed answer would have been.

https://platform.openai.com/docs/api-reference/chat-streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import add_text
from cassette_cli.dialects.json_fields import (at, integer_at, objects_at, string_at)
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Where two of them stand side by side they say the same: the first that has text is read.
REASONING_FIELDS = ("reasoning_content", "reasoning")
# Strings of a delta that are pieces of a longer one; other strings are whole each time.
TEXT_FIELDS = ("content", *REASONING_FIELDS, "refusal")
# Where a chunk reports token counts: at its top, or in Groq's own object.
USAGE_PATHS = (("usage",), ("x_groq", "usage"))
# The same for the items of `reasoning_details`, which OpenRouter and Vercel send.
_DETAIL_TEXTS = ("text", "summary", "data")
_DONE = "[DONE]"


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into a `chat.completion` object; keys of a message are in the order they came."""
    folded: dict[str, Json] = {}
    choices: dict[int, dict[str, Json]] = {}
    done = False
    for event in events:
        chunk = event.value
        if not isinstance(chunk, dict):
            done = done or event.data.strip() == _DONE
            continue
        for name, value in chunk.items():
            # Azure opens with a chunk of empty strings; later chunks repeat what the first said.
            if name != "choices" and (value or name not in folded):
                folded[name] = value
        if "usage" in chunk or "x_groq" in chunk:
            for path in USAGE_PATHS:
                if isinstance(usage := at(chunk, *path), dict):
                    folded["usage"] = usage
        # Not by `objects_at`, nor `integer_at` below: this is done for each of thousands of events.
        found = chunk.get("choices")
        for choice in found if isinstance(found, list) else ():
            if isinstance(choice, dict):
                _add_choice(choices, choice)
    folded["choices"] = [choices[index] for index in sorted(choices)]
    finished = any(choice.get("finish_reason") for choice in choices.values())
    return Fold(folded, complete=done or finished)


def deltas(event: Event) -> Iterator[Delta]:
    """Text, reasoning, refusals and the arguments of tool calls."""
    for position, choice in enumerate(objects_at(event.value, "choices")):
        index = integer_at(choice, "index") or 0
        path = ("choices", position, "delta")
        delta = choice.get("delta")
        for name, value in delta.items() if isinstance(delta, dict) else ():
            if not isinstance(value, str):
                yield from _inner_deltas(index, (*path, name), value)
            elif value and name in TEXT_FIELDS:
                kind = "reasoning" if name in REASONING_FIELDS else "text"
                yield Delta((kind, index, name), (*path, name), value)


def _inner_deltas(index: int, path: JsonPath, value: Json) -> Iterator[Delta]:
    """The same of a field that is no text itself."""
    match path[-1], value:
        case "content", list():
            yield from _block_deltas(index, path, value)
        case "reasoning_details", list():
            yield from _detail_deltas(index, path, value)
        case "tool_calls", list():
            yield from _argument_deltas(index, path, value)
        case "function_call", {"arguments": str(text)} if text:
            yield Delta(("arguments", index), (*path, "arguments"), text)
        case "audio", {"transcript": str(text)} if text:
            yield Delta(("text", index, "audio"), (*path, "transcript"), text)


def _block_deltas(index: int, path: JsonPath, content: Json) -> Iterator[Delta]:
    for place, block in enumerate(objects_at(content)):
        if text := string_at(block, "text"):
            yield Delta(("text", index, "content"), (*path, place, "text"), text)
        for inner, thought in enumerate(objects_at(block, "thinking")):
            if text := string_at(thought, "text"):
                thought_path = (*path, place, "thinking", inner, "text")
                yield Delta(("reasoning", index, "content"), thought_path, text)


def _detail_deltas(index: int, path: JsonPath, details: Json) -> Iterator[Delta]:
    for place, detail in enumerate(objects_at(details)):
        number = integer_at(detail, "index") or 0
        for name in ("text", "summary"):
            if text := string_at(detail, name):
                channel = ("reasoning", index, "details", number, name)
                yield Delta(channel, (*path, place, name), text)


def _argument_deltas(index: int, path: JsonPath, calls: Json) -> Iterator[Delta]:
    for place, call in enumerate(objects_at(calls)):
        number = integer_at(call, "index")
        channel = ("arguments", index, place if number is None else number)
        for kind, name in (("function", "arguments"), ("custom", "input")):
            if text := string_at(call, kind, name):
                yield Delta(channel, (*path, place, kind, name), text)


def _add_choice(choices: dict[int, dict[str, Json]], choice: dict[str, Json]) -> None:
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
        folded["message"] = choice.get("message") or message


def _add_delta(message: dict[str, Json], delta: dict[str, Json]) -> None:
    for name, value in delta.items():
        if isinstance(value, str) and not isinstance(message.get(name), list):
            if name in TEXT_FIELDS and isinstance(message.get(name), str):
                add_text(message, name, value)
            elif value:
                message[name] = value
        elif value not in (None, "", []):
            message[name] = _added(name, message.get(name), value)


def _added(name: str, before: Json, value: Json) -> Json:
    """A field of a message, after a delta that says something of it."""
    match name, value, before:
        case "content", (str() | list()), (str() | list() | None) as content:
            return _add_content(content, value)
        case "tool_calls", list(calls), _:
            return _add_calls(objects_at(before), objects_at(calls))
        case "function_call", dict(call), _:
            return _add_call({"function": before}, {"function": call})["function"]
        case "reasoning_details", list(details), _:
            return _add_details(objects_at(before), objects_at(details))
        case "audio", dict(audio), dict(known):
            return _add_strings(known, audio, ("data", "transcript"))
        case _, list(items), list(known):
            return known + items
    return value


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


def _add_calls(calls: list[dict[str, Json]], deltas: list[dict[str, Json]]) -> list[Json]:
    """Tool calls by index, else by id; a delta that has neither goes on with the last call."""
    for delta in deltas:
        place = _place_of_call(calls, delta)
        if place is None:
            calls.append(_add_call({}, delta))
        else:
            calls[place] = _add_call(calls[place], delta)
    return [*calls]


def _place_of_call(calls: list[dict[str, Json]], delta: dict[str, Json]) -> int | None:
    key = "index" if delta.get("index") is not None else "id"
    for place in range(len(calls) - 1, -1, -1):
        if delta.get(key) is not None and calls[place].get(key) == delta[key]:
            return place
    if key == "id" and not delta.get("id") and not string_at(delta, "function", "name") and calls:
        return len(calls) - 1
    return None


def _add_call(call: dict[str, Json], delta: dict[str, Json]) -> dict[str, Json]:
    added = dict(call)
    for name, value in delta.items():
        match name, value:
            case (("function" | "custom"), dict(inner)):
                before = call.get(name)
                added[name] = _add_strings(
                    before if isinstance(before, dict) else {}, inner, ("arguments", "input")
                )
            case _ if value or name not in added:
                added[name] = value
    return added


def _add_details(details: list[dict[str, Json]], deltas: list[dict[str, Json]]) -> list[Json]:
    for delta in deltas:
        last = details[-1] if details else None
        if (
            last is not None
            and last.get("type") == delta.get("type")
            and last.get("index") == delta.get("index")
        ):
            details[-1] = _add_strings(last, delta, _DETAIL_TEXTS)
        else:
            details.append(delta)
    return [*details]


def _add_strings(
    before: dict[str, Json], delta: dict[str, Json], names: tuple[str, ...]
) -> dict[str, Json]:
    """The later object over the earlier one; the strings of these names are joined."""
    added = dict(before)
    for name, value in delta.items():
        old = before.get(name)
        if name in names and isinstance(old, str) and isinstance(value, str):
            added[name] = old + value
        elif value or name not in added:
            added[name] = value
    return added
