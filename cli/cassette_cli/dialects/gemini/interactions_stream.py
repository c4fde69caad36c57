"""Events of Gemini's interactions, put together as the unstreamed interaction.

https://ai.google.dev/gemini-api/docs/interactions. Steps come in `step.*` events; earlier
versions of the API have `content.*` events, and no steps around the contents.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.errors import error_of
from cassette_cli.dialects.folding import Fields, add_item, finish, in_order, index_of, merge
from cassette_cli.dialects.json_fields import at, objects_at, string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.streams.event import Event

# By the type of a delta: the kind of its text, and where that stands.
_TEXTS: dict[str, tuple[str, JsonPath]] = {
    "text": ("text", ("text",)),
    "thought_summary": ("reasoning", ("content", "text")),
    "arguments_delta": ("arguments", ("arguments",)),
}
_ENDS = ("interaction.completed", "interaction.complete")


def fold(events: Sequence[Event]) -> Fold:
    """Events into an interaction, its steps by their index."""
    folded: Fields = {}
    items: dict[int, Fields] = {}
    name = "steps"
    ended = False
    for event in events:
        value = event.value
        kind = string_at(value, "event_type") or ""
        ended = ended or kind in _ENDS
        interaction = at(value, "interaction")
        folded |= interaction if isinstance(interaction, dict) else {}
        if error := error_of(event):
            folded["error"] = error
        item = at(value, "step") or at(value, "content")
        delta = at(value, "delta")
        if isinstance(item, dict):
            items.setdefault(index_of(value), {}).update(deepcopy(item))
            name = "steps" if kind.startswith("step") else "outputs"
        elif isinstance(delta, dict):
            _add_delta(items.setdefault(index_of(value), {}), delta, kind)
    if items and name not in folded:
        folded[name] = in_order(items)
    return finish(folded, ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, summaries of thoughts, and arguments."""
    if (place := _TEXTS.get(string_at(event.value, "delta", "type") or "")) is not None:
        kind, path = place
        yield from delta_at(event.value, (kind, index_of(event.value)), ("delta", *path))


def _add_delta(item: Fields, delta: Fields, kind: str) -> None:
    match delta:
        case {"type": "thought_summary", "content": dict(content)}:
            _add_content(item, "summary", content)
        case {"type": ("text" | "image" | "audio" | "video" | "document")} if kind == "step.delta":
            _add_content(item, "content", delta)
        case _:
            changes = {name: value for name, value in delta.items() if name != "type"}
            merge(item, changes, ("text", "arguments"))


def _add_content(item: Fields, name: str, content: Fields) -> None:
    contents = objects_at(item, name)
    add_item(contents, content)
    item[name] = [*contents]
