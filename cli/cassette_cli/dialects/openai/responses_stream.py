"""Events of the Responses API, put together as the unstreamed response would have been.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.errors import error_of
from cassette_cli.dialects.folding import Fields, add_text, in_order, index_of
from cassette_cli.dialects.json_fields import objects_at, string_at
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
    response: Fields = {}
    pieces: list[Event] = []
    error: Json = None
    complete = False
    for event in events:
        match event.value:
            case {"response": dict(snapshot)}:
                response = snapshot
                complete = complete or _type_of(event) in _TERMINAL
            case {"output_index": int()}:
                pieces.append(event)
            case _ if not _type_of(event).startswith("response."):
                error = error_of(event) or error
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
    if place is not None and step == "delta":
        item = index_of(event.value, "output_index")
        block = index_of(event.value, place.block.place_field) if place.block else 0
        yield from delta_at(event.value, (place.channel, item, name, block), ("delta",))


def _type_of(event: Event) -> str:
    return string_at(event.value, "type") or event.name or ""


def _items(pieces: list[Event]) -> list[Json]:
    """The items that these events tell of, in the order of their indexes."""
    items: dict[int, Fields] = {}
    for event in pieces:
        _add(items.setdefault(index_of(event.value, "output_index"), {}), event)
    return in_order(items)


def _add(item: Fields, event: Event) -> None:
    name, _, step = _type_of(event).rpartition(".")
    match name, event.value:
        case "response.output_item", {"item": dict(whole)}:
            _replace(item, whole)
        case "response.output_text.annotation", {"annotation": annotation}:
            block = _block_at(item, "content", index_of(event.value, "content_index"))
            block["annotations"] = [*objects_at(block, "annotations"), annotation]
        case _, {"part": dict(part)} if name in _PARTS:
            blocks, place_field = _PARTS[name]
            _replace(_block_at(item, blocks, index_of(event.value, place_field)), part)
        case _ if name in _PLACES:
            _add_text(item, _PLACES[name], step, event.value)


def _add_text(item: Fields, place: _Place, step: str, value: Json) -> None:
    item.setdefault("type", place.item_type)
    owner = item
    if place.block is not None:
        owner = _block_at(item, place.block.blocks, index_of(value, place.block.place_field))
        owner.setdefault("type", place.block.type)
    if step == "delta":
        add_text(owner, place.field, string_at(value, "delta") or "")
    elif (whole := string_at(value, place.field)) is not None:
        owner[place.field] = whole


def _replace(fields: Fields, whole: Fields) -> None:
    fields.clear()
    fields |= deepcopy(whole)


def _block_at(item: Fields, name: str, index: int) -> Fields:
    """The block at this place of a list of the item, or a new one behind those that it has."""
    blocks = objects_at(item, name)
    if index >= len(blocks):
        blocks.append({})
    item[name] = [*blocks]
    return blocks[min(index, len(blocks) - 1)]
