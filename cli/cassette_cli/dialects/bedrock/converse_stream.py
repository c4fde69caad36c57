"""Events of a Bedrock conversation, put together as the unstreamed answer would have been.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
"""

from collections.abc import Iterable, Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import Fields, finish, index_of, lay_over, merge
from cassette_cli.dialects.json_fields import at, objects_at
from cassette_cli.dialects.parts import read_arguments
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Where the pieces of text stand in a delta, and what kind of text they are.
_PIECES: dict[JsonPath, str] = {
    ("text",): "text",
    ("reasoningContent", "text"): "reasoning",
    ("toolUse", "input"): "arguments",
}
_TEXTS = frozenset(("text", "input"))
# Random letters that hide the length of an event.
_PADDING = "p"


def fold(events: Sequence[Event]) -> Fold:
    """Events into what Converse returns; an exception is its error."""
    return fold_named((event.name or "", event.value) for event in events)


def fold_named(events: Iterable[tuple[str, Json]]) -> Fold:
    """Events into what Converse returns: their names, wherever they carry them, and values."""
    message: Fields = {}
    folded: Fields = {"output": {"message": message}}
    blocks: dict[int, Fields] = {}
    ended = False
    for name, value in events:
        index = index_of(value, "contentBlockIndex")
        match name, value:
            case "messageStart", {"role": role}:
                message["role"] = role
            case "contentBlockStart", {"start": dict(start)}:
                blocks[index] = merge({}, start, _TEXTS)
            case "contentBlockDelta", {"delta": dict(delta)}:
                _add_delta(blocks.setdefault(index, {}), delta)
            case "contentBlockStop", _:
                pass
            case (("messageStop" | "metadata"), dict(fields)):
                lay_over(folded, fields, but=(_PADDING,))
                ended = ended or name == "messageStop"
            case _ if name.endswith("Exception"):
                folded["error"] = {name: value}
            case _:
                blocks[-1 - len(blocks)] = {name: value}
    message["content"] = [_finish(block) for block in blocks.values()]
    return finish(folded, ended=ended)


def deltas(event: Event) -> Iterable[Delta]:
    """Text, reasoning and the input of tools; a signature is whole."""
    return block_deltas(event.value, ())


def block_deltas(value: Json, path: JsonPath) -> Iterator[Delta]:
    """The pieces in a `contentBlockDelta` that stands at this path of its event."""
    index = index_of(at(value, *path), "contentBlockIndex")
    for piece, kind in _PIECES.items():
        yield from delta_at(value, (kind, index), (*path, "delta", *piece))


def _add_delta(block: Fields, delta: Fields) -> None:
    for name, value in delta.items():
        match name, value:
            case "citation", _:
                block["citations"] = [*objects_at(block, "citations"), value]
            case "toolResult", list(content):  # which began as an object
                merge(block, {name: {"content": content}}, _TEXTS)
            case _:
                merge(block, {name: value}, _TEXTS)


def _finish(block: Fields) -> Json:
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
