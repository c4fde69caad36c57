"""Events of a run of AG-UI, put together as what the agent said and did.

https://docs.ag-ui.com/concepts/events. `RAW` events are left out: they repeat what was said.
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import Fields, add_text, chunks_of, finish
from cassette_cli.dialects.json_fields import string_at
from cassette_cli.streams.event import Event

# What an event that carries a piece, or begins or ends what it is a piece of, tells of.
_TEXTS = {
    "TEXT_MESSAGE": ("text", "messageId"),
    "REASONING_MESSAGE": ("reasoning", "messageId"),
    "THINKING_TEXT_MESSAGE": ("reasoning", "messageId"),
    "TOOL_CALL": ("tool_call", "toolCallId"),
}
_STEPS = ("START", "CONTENT", "ARGS", "CHUNK")
_KINDS_OF_TEXT = {"text": "text", "reasoning": "reasoning", "tool_call": "arguments"}
_RUN = ("RUN_STARTED", "RUN_FINISHED")
# What is shown as it came, beside what is said.
_WHOLE = ("CUSTOM", "STATE_SNAPSHOT", "STATE_DELTA", "ACTIVITY_SNAPSHOT", "ACTIVITY_DELTA")


def fold(events: Sequence[Event]) -> Fold:
    """Events into a run, with its `items` in the order in which they began."""
    run: Fields = {}
    items: list[Fields] = []
    ended = False
    for chunk in chunks_of(events):
        kind = string_at(chunk, "type") or ""
        ended = ended or kind == "RUN_FINISHED"
        if kind in _RUN:
            run |= {name: value for name, value in chunk.items() if name != "type"}
        elif kind == "RUN_ERROR":
            run["error"] = {name: value for name, value in chunk.items() if name != "type"}
        elif kind == "MESSAGES_SNAPSHOT":
            run["messages"] = chunk.get("messages")
        elif kind == "TOOL_CALL_RESULT":
            _item(items, "tool_call", string_at(chunk, "toolCallId"))["result"] = chunk.get(
                "content"
            )
        elif kind in _WHOLE:
            items.append(dict(chunk))
        else:
            _add(items, chunk)
    return finish(run | {"items": [*items]}, ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, thoughts, and the arguments of calls."""
    name, _, step = (string_at(event.value, "type") or "").rpartition("_")
    if step in _STEPS and (place := _TEXTS.get(name)) is not None:
        item, id_field = place
        channel = (_KINDS_OF_TEXT[item], string_at(event.value, id_field) or "")
        yield from delta_at(event.value, channel, ("delta",))


def _add(items: list[Fields], chunk: Fields) -> None:
    name, _, step = (string_at(chunk, "type") or "").rpartition("_")
    place = _TEXTS.get(name)
    if place is None or step not in _STEPS:
        return
    kind, id_field = place
    begins = step == "START" and kind != "tool_call"
    item = _new(items, kind, None) if begins else _item(items, kind, string_at(chunk, id_field))
    add_text(item, _KINDS_OF_TEXT[kind], string_at(chunk, "delta") or "")
    item |= {name: value for name, value in chunk.items() if name not in ("type", "delta")}


def _item(items: list[Fields], kind: str, item_id: str | None) -> Fields:
    """The last item of this kind and id; a chunk without an id goes on with the last one."""
    id_field = "toolCallId" if kind == "tool_call" else "messageId"
    for item in reversed(items):
        if item["type"] == kind and item_id in (None, item.get(id_field)):
            return item
    return _new(items, kind, item_id)


def _new(items: list[Fields], kind: str, item_id: str | None) -> Fields:
    id_field = "toolCallId" if kind == "tool_call" else "messageId"
    item: Fields = {"type": kind}
    if item_id:
        item[id_field] = item_id
    items.append(item)
    return item
