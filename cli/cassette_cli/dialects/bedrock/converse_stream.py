"""Events of a Bedrock conversation, put together as the unstreamed answer would have been.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import add_text
from cassette_cli.dialects.json_fields import (at, integer_at, objects_at, string_at)
from cassette_cli.dialects.parts import read_arguments
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

Object: TypeAlias = dict[str, Json]

# Where the pieces of text stand in a delta, and what kind of text they are.
_PIECES: dict[JsonPath, str] = {
    ("text",): "text",
    ("reasoningContent", "text"): "reasoning",
    ("toolUse", "input"): "arguments",
}
# Random letters that hide the length of an event.
_PADDING = "p"


def fold(events: Sequence[Event]) -> Fold:
    """Events into what Converse returns; an exception is its error."""
    return fold_named((event.name or "", event.value) for event in events)


def fold_named(events: Iterable[tuple[str, Json]]) -> Fold:
    """The same for events that carry their names elsewhere."""
    message: Object = {}
    folded: Object = {"output": {"message": message}}
    blocks: dict[int, Object] = {}
    ended = False
    for name, value in events:
        index = integer_at(value, "contentBlockIndex") or 0
        match name, value:
            case "messageStart", {"role": role}:
                message["role"] = role
            case "contentBlockStart", {"start": dict(start)}:
                blocks[index] = dict(start)
            case "contentBlockDelta", {"delta": dict(delta)}:
                _add_delta(blocks.setdefault(index, {}), delta)
            case "contentBlockStop", _:
                pass
            case (("messageStop" | "metadata"), dict(fields)):
                folded |= {key: field for key, field in fields.items() if key != _PADDING}
                ended = ended or name == "messageStop"
            case _ if name.endswith("Exception"):
                folded["error"] = {name: value}
            case _:
                blocks[-1 - len(blocks)] = {name: value}
    message["content"] = [_finish(block) for block in blocks.values()]
    return Fold(folded, complete=ended and "error" not in folded)


def deltas(event: Event) -> Iterator[Delta]:
    """Text, reasoning and the input of tools; a signature is whole."""
    return block_deltas(event.value, ())


def block_deltas(value: Json, path: JsonPath) -> Iterator[Delta]:
    """The pieces in a `contentBlockDelta` that stands at this path of its event."""
    block = at(value, *path)
    for piece, kind in _PIECES.items():
        if text := string_at(block, "delta", *piece):
            index = integer_at(block, "contentBlockIndex") or 0
            yield Delta((kind, index), (*path, "delta", *piece), text)


def _add_delta(block: Object, delta: Object) -> None:
    for name, value in delta.items():
        before = block.get(name)
        match name, value:
            case "text", str(text):
                add_text(block, "text", text)
            case "citation", _:
                block["citations"] = [*objects_at(block, "citations"), value]
            case "toolResult", list(content):
                result = before if isinstance(before, dict) else {}
                block[name] = result | {"content": [*objects_at(result, "content"), *content]}
            case _, dict(fields):
                block[name] = _joined(before if isinstance(before, dict) else {}, name, fields)
            case _:
                block[name] = value


def _joined(before: Object, name: str, fields: Object) -> Object:
    """The later fields over the earlier ones; pieces of text are joined."""
    joined = before | fields
    for key, value in fields.items():
        old = before.get(key)
        if (name, key) in _PIECES and isinstance(old, str) and isinstance(value, str):
            joined[key] = old + value
    return joined


def _finish(block: Object) -> Json:
    """A block as it is unstreamed: deltas are flatter, and the input of a tool is text in them."""
    match block:
        case {"toolUse": dict(call)}:
            return {"toolUse": call | {"input": read_arguments(call.get("input") or "{}")}}
        case {"reasoningContent": dict(thought)} if "redactedContent" not in thought:
            return {"reasoningContent": {"reasoningText": thought}}
        case {"citations": list(citations)}:
            text: Json = {"text": block.get("text") or ""}
            return {"citationsContent": {"content": [text], "citations": citations}}
    return block
