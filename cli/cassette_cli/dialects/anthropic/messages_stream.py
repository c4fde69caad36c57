"""Events of Anthropic messages, put together as the unstreamed answer would have been.

https://platform.claude.com/docs/en/build-with-claude/streaming
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import Fields, add_text, chunks_of, finish, index_of
from cassette_cli.dialects.json_fields import at, objects_at, string_at
from cassette_cli.dialects.parts import read_arguments
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

Blocks: TypeAlias = dict[int, Fields]

# Kinds of deltas that are pieces of a longer text: the field that holds the piece, the kind of the
# text, and the block that they make where its start was not recorded.
_PIECES = {
    "text_delta": ("text", "text", "text"),
    "thinking_delta": ("thinking", "reasoning", "thinking"),
    "input_json_delta": ("partial_json", "arguments", "tool_use"),
}
# Deltas that are sent once and replace fields of their block.
_WHOLE_DELTAS = frozenset(("signature_delta", "compaction_delta"))


def fold(events: Sequence[Event]) -> Fold:
    """Events into a `message` object. Blocks are in the order of their starts."""
    message: Fields = {}
    blocks: Blocks = {}
    ended = False
    for chunk in chunks_of(events):
        match chunk:
            case {"type": "content_block_delta", "delta": dict(delta)}:  # most events
                _add_delta(blocks, index_of(chunk), delta)
            case {"type": "message_start", "message": dict(start)}:
                message.update(start)
            case {"type": "content_block_start", "content_block": dict(block)}:
                blocks[index_of(chunk)] = dict(block)
            case {"type": "message_delta"}:
                _add_to_message(message, chunk)
            case {"type": "message_stop"}:
                ended = True
            case {"type": "ping" | "content_block_stop"}:
                pass
            case {"error": error}:
                message["error"] = error
            case _:
                blocks[_no_index(blocks)] = chunk
    message["content"] = [*objects_at(message, "content"), *map(_finish, blocks.values())]
    return finish(message, ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Text, thinking and the input of tools; a signature is whole."""
    name, kind, _ = _PIECES.get(string_at(event.value, "delta", "type") or "", ("", "", ""))
    yield from delta_at(event.value, (kind, index_of(event.value)), ("delta", name))
    for name, kind, block in _PIECES.values():
        if string_at(event.value, "content_block", "type") == block:
            channel = (kind, index_of(event.value))
            yield from delta_at(event.value, channel, ("content_block", name))


def _no_index(blocks: Blocks) -> int:
    """A place for what is unknown: no block of the message has it."""
    return -1 - len(blocks)


def _add_delta(blocks: Blocks, index: int, delta: dict[str, Json]) -> None:
    kind = string_at(delta, "type") or ""
    if kind in _PIECES:
        field, _, block_kind = _PIECES[kind]
        block = blocks.setdefault(index, {"type": block_kind})
        add_text(block, field, string_at(delta, field) or "")
    elif kind in _WHOLE_DELTAS:
        block = blocks.setdefault(index, {"type": kind.removesuffix("_delta")})
        block.update({name: value for name, value in delta.items() if name != "type"})
    elif kind == "citations_delta":
        block = blocks.setdefault(index, {"type": "text", "text": ""})
        block["citations"] = [*objects_at(block, "citations"), delta.get("citation")]
    else:
        blocks[_no_index(blocks)] = delta


def _add_to_message(message: dict[str, Json], changes: dict[str, Json]) -> None:
    """What an event says last counts, but a count that it leaves out stays."""
    for name, value in changes.items():
        match name, value:
            case "delta", dict(fields):
                message.update(fields)
            case "usage", dict(usage):
                before = at(message, "usage")
                message["usage"] = (before if isinstance(before, dict) else {}) | {
                    count: number for count, number in usage.items() if number is not None
                }
            case _ if name != "type":
                message[name] = value


def _finish(block: dict[str, Json]) -> Json:
    """The block with its input parsed; a tool without arguments may send no delta."""
    pieces = block.get("partial_json")
    rest = {name: value for name, value in block.items() if name != "partial_json"}
    return rest | {"input": read_arguments(pieces)} if pieces else rest
