"""Where the chunks of chat completions have pieces of text.

https://platform.openai.com/docs/api-reference/chat-streaming
"""

from collections.abc import Iterator

from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.folding import index_of
from cassette_cli.dialects.json_fields import integer_at, objects_at, string_at
from cassette_cli.dialects.openai.chat_stream import REASONING_FIELDS, TEXT_FIELDS
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event


def deltas(event: Event) -> Iterator[Delta]:
    """Text, reasoning, refusals and the arguments of tool calls."""
    for position, choice in enumerate(objects_at(event.value, "choices")):
        index = index_of(choice)
        path = ("choices", position, "delta")
        delta = choice.get("delta")
        for name, value in delta.items() if isinstance(delta, dict) else ():
            if not isinstance(value, str):
                yield from _inner_deltas(index, (*path, name), value)
            elif value and name in TEXT_FIELDS:
                kind = "reasoning" if name in REASONING_FIELDS else "text"
                yield Delta((kind, index, name), (*path, name), value)


def _inner_deltas(index: int, path: JsonPath, value: Json) -> Iterator[Delta]:
    """The pieces of text in a field of a delta that holds lists or objects."""
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
