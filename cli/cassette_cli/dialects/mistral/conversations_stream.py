"""Events of Mistral's conversations, put together as the unstreamed response.

https://docs.mistral.ai/agents/agents: each event names the entry that it goes on with.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.errors import error_of
from cassette_cli.dialects.folding import Fields, add_item, add_text, finish, index_of
from cassette_cli.dialects.json_fields import at, objects_at, string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# The entry that an event tells of, by the first two words of its type.
_ENTRIES = {
    "message.output": "message.output",
    "function.call": "function.call",
    "tool.execution": "tool.execution",
    "agent.handoff": "agent.handoff",
}
_DONE = "conversation.response.done"
_ERROR = "conversation.response.error"


def fold(events: Sequence[Event]) -> Fold:
    """Events into a response: an entry for each output, in the order in which they begin."""
    folded: Fields = {"object": "conversation.response"}
    entries: dict[tuple[int, str], Fields] = {}
    ended = False
    for event in events:
        value, kind = event.value, type_of(event)
        if not isinstance(value, dict):
            continue
        ended = ended or kind == _DONE
        if kind.startswith("conversation.") and kind != _ERROR:
            folded |= {name: field for name, field in value.items() if name != "type"}
        elif (name := _ENTRIES.get(kind.rpartition(".")[0])) is not None:
            _add(entries.setdefault(_place_of(value), {"type": name}), value)
        if error := value if kind == _ERROR else error_of(event):
            folded["error"] = error
    return finish(folded | {"outputs": [*entries.values()]}, ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, thoughts, and the arguments of calls."""
    value, kind = event.value, type_of(event)
    place = _place_of(value)
    match kind, at(value, "content"):
        case (("function.call.delta" | "tool.execution.delta"), _):
            yield from delta_at(value, ("arguments", *place), ("arguments",))
        case "message.output.delta", {"type": "thinking"}:
            for index in range(len(objects_at(value, "content", "thinking"))):
                thought: JsonPath = ("content", "thinking", index, "text")
                yield from delta_at(value, ("reasoning", *place), thought)
        case "message.output.delta", content:
            path: JsonPath = ("content", "text") if isinstance(content, dict) else ("content",)
            part = index_of(value, "content_index")
            yield from delta_at(value, ("text", *place, part), path)


def type_of(event: Event) -> str:
    """What an event tells of: its data says so, or else its name."""
    return string_at(event.value, "type") or event.name or ""


def _place_of(value: Json) -> tuple[int, str]:
    return index_of(value, "output_index"), string_at(value, "id") or ""


def _add(entry: Fields, value: Fields) -> None:
    """Put an event into its entry; `content_index` remains that of the last piece of content."""
    if (content := value.get("content")) is not None:
        goes_on = entry.get("content_index") == value.get("content_index")
        chunks = objects_at(entry, "content")
        _add_chunk(chunks, _chunk_of(content), goes_on=goes_on)
        entry["content"] = [*chunks]
    if isinstance(piece := value.get("arguments"), str):
        add_text(entry, "arguments", piece)
    for name, field in value.items():
        if name not in ("type", "content", "arguments") and field is not None:
            entry[name] = field


def _chunk_of(content: Json) -> Fields:
    if isinstance(content, dict):
        return deepcopy(content)
    return {"type": "text", "text": content}


def _add_chunk(chunks: list[Fields], chunk: Fields, *, goes_on: bool) -> None:
    last = chunks[-1] if chunks and goes_on else None
    match last, chunk:
        case {"type": "text"}, {"type": "text", "text": str(text)}:
            add_text(chunks[-1], "text", text)
        case {"type": "thinking"}, {"type": "thinking"}:
            thoughts = objects_at(chunks[-1], "thinking")
            for thought in objects_at(chunk, "thinking"):
                add_item(thoughts, thought)
            chunks[-1] |= {**chunk, "thinking": [*thoughts]}
        case _:
            chunks.append(chunk)
