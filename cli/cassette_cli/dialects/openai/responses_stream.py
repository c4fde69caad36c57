"""Events of the Responses API, put together as the unstreamed response would have been.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.json_fields import (integer_at, objects_at, string_at)
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

_TERMINAL = frozenset(
    ("response.completed", "response.incomplete", "response.failed", "response.cancelled")
)


class _Block(NamedTuple):
    """The list of an item that a block stands in, the field of events with its place, its type."""

    blocks: str
    place_field: str
    type: str


class _Place(NamedTuple):
    """Where the text of a delta belongs: a field of an item of this type, or of a block of it."""

    channel: str
    item_type: str
    field: str
    block: _Block | None = None


# By the type of the event without its last word: "delta" is a piece, "done" repeats it all.
_PLACES = {
    "response.output_text": _Place(
        "text", "message", "text", _Block("content", "content_index", "output_text")
    ),
    "response.refusal": _Place(
        "text", "message", "refusal", _Block("content", "content_index", "refusal")
    ),
    "response.reasoning_text": _Place(
        "reasoning", "reasoning", "text", _Block("content", "content_index", "reasoning_text")
    ),
    "response.reasoning_summary_text": _Place(
        "reasoning", "reasoning", "text", _Block("summary", "summary_index", "summary_text")
    ),
    "response.function_call_arguments": _Place("arguments", "function_call", "arguments"),
    "response.mcp_call_arguments": _Place("arguments", "mcp_call", "arguments"),
    "response.custom_tool_call_input": _Place("arguments", "custom_tool_call", "input"),
    "response.code_interpreter_call_code": _Place("arguments", "code_interpreter_call", "code"),
}
# Events that give a block whole, and the list and field of their place.
_PARTS = {
    "response.content_part": ("content", "content_index"),
    "response.reasoning_part": ("content", "content_index"),
    "response.reasoning_summary_part": ("summary", "summary_index"),
}


def fold(events: Sequence[Event]) -> Fold:
    """The response of the terminal event; the items that came so far where it has none."""
    response: dict[str, Json] = {}
    pieces: list[tuple[int, Event]] = []
    error: Json = None
    complete = False
    for event in events:
        match event.value:
            case {"response": dict(snapshot)}:
                response = snapshot
                complete = complete or _type_of(event) in _TERMINAL
            case {"error": reported} if reported and not _type_of(event).startswith("response."):
                error = reported
            case {} if _type_of(event) == "error":
                error = event.value
            case {"output_index": int(index)}:
                pieces.append((index, event))
    folded = dict(response)
    # A complete response repeats all that was said.
    if pieces and not (complete and response.get("output")):
        folded["output"] = _items(pieces)
    if error is not None:
        folded["error"] = error
    return Fold(folded, complete=complete and error is None)


def deltas(event: Event) -> Iterator[Delta]:
    """Text, reasoning, refusals, the arguments of calls, and code."""
    name, _, step = _type_of(event).rpartition(".")
    place = _PLACES.get(name)
    text = string_at(event.value, "delta")
    if place is not None and step == "delta" and text:
        item = integer_at(event.value, "output_index") or 0
        block = integer_at(event.value, place.block.place_field) or 0 if place.block else 0
        yield Delta((place.channel, item, name, block), ("delta",), text)


def _type_of(event: Event) -> str:
    return string_at(event.value, "type") or event.name or ""


def _items(pieces: list[tuple[int, Event]]) -> list[Json]:
    """The items that these events tell of, in the order of their indexes."""
    items: dict[int, dict[str, Json]] = {}
    for index, piece in pieces:
        items[index] = _add(items.get(index, {}), _type_of(piece), piece.value)
    return [items[index] for index in sorted(items)]


def _add(item: dict[str, Json], kind: str, value: Json) -> dict[str, Json]:
    name, _, step = kind.rpartition(".")
    match name, value:
        case "response.output_item", {"item": dict(whole)}:
            return whole
        case "response.output_text.annotation", {"annotation": annotation}:
            block = _block_at(item, "content", integer_at(value, "content_index") or 0)
            block["annotations"] = [*objects_at(block, "annotations"), annotation]
            return _with_block(item, "content", integer_at(value, "content_index") or 0, block)
        case _, {"part": dict(part)} if name in _PARTS:
            blocks, index = _PARTS[name]
            return _with_block(item, blocks, integer_at(value, index) or 0, part)
    place = _PLACES.get(name)
    return item if place is None else _add_text(item, place, step, value)


def _add_text(item: dict[str, Json], place: _Place, step: str, value: Json) -> dict[str, Json]:
    known = {"type": place.item_type, **item}
    if place.block is None:
        return _joined(known, place.field, step, value)
    index = integer_at(value, place.block.place_field) or 0
    block = {"type": place.block.type, **_block_at(item, place.block.blocks, index)}
    return _with_block(known, place.block.blocks, index, _joined(block, place.field, step, value))


def _joined(owner: dict[str, Json], field: str, step: str, value: Json) -> dict[str, Json]:
    if step == "done":
        whole = string_at(value, field)
        return owner if whole is None else {**owner, field: whole}
    return {**owner, field: (string_at(owner, field) or "") + (string_at(value, "delta") or "")}


def _block_at(item: dict[str, Json], blocks: str, index: int) -> dict[str, Json]:
    known = objects_at(item, blocks)
    return dict(known[index]) if index < len(known) else {}


def _with_block(
    item: dict[str, Json], blocks: str, index: int, block: dict[str, Json]
) -> dict[str, Json]:
    known = objects_at(item, blocks)
    return {**item, blocks: [*known[:index], block, *known[index + 1 :]]}
