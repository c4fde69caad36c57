"""Events of Gemini's interactions, put together as the unstreamed interaction.

https://ai.google.dev/gemini-api/docs/interactions. Steps come in `step.*` events; earlier
versions of the API have `content.*` events, and no steps around the contents.
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.json_fields import (at, integer_at, objects_at, string_at)
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

_ENDS = ("interaction.completed", "interaction.complete")


def fold(events: Sequence[Event]) -> Fold:
    """Events into an interaction, its steps by their index."""
    folded: dict[str, Json] = {}
    items: dict[int, dict[str, Json]] = {}
    name = "steps"
    ended = False
    for event in events:
        value = event.value
        kind = string_at(value, "event_type") or ""
        ended = ended or kind in _ENDS
        interaction = at(value, "interaction")
        folded |= interaction if isinstance(interaction, dict) else {}
        if error := at(value, "error"):
            folded["error"] = error
        index = integer_at(value, "index") or 0
        match at(value, "step") or at(value, "content"), at(value, "delta"):
            case dict(started), _:
                items[index] = {**items.get(index, {}), **started}
                name = "steps" if kind.startswith("step") else "outputs"
            case _, dict(delta):
                items[index] = _add_delta(items.get(index, {}), delta, kind)
    if items and name not in folded:
        folded[name] = [items[index] for index in sorted(items)]
    return Fold(folded, complete=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, summaries of thoughts, and arguments."""
    index = integer_at(event.value, "index") or 0
    delta = at(event.value, "delta")
    match delta:
        case {"type": "text", "text": str(text)} if text:
            yield Delta(("text", index), ("delta", "text"), text)
        case {"type": "thought_summary", "content": {"text": str(text)}} if text:
            yield Delta(("reasoning", index), ("delta", "content", "text"), text)
        case {"type": "arguments_delta", "arguments": str(text)} if text:
            yield Delta(("arguments", index), ("delta", "arguments"), text)


def _add_delta(item: dict[str, Json], delta: dict[str, Json], kind: str) -> dict[str, Json]:
    rest = {name: value for name, value in delta.items() if name != "type"}
    match delta:
        case {"type": "arguments_delta", "arguments": str(text)}:
            before = item.get("arguments")
            return {**item, "arguments": (before if isinstance(before, str) else "") + text}
        case {"type": "thought_summary", "content": dict(content)}:
            return {**item, "summary": _add_content(objects_at(item, "summary"), content)}
        case {"type": ("text" | "image" | "audio" | "video" | "document")} if kind == "step.delta":
            return {**item, "content": _add_content(objects_at(item, "content"), delta)}
        case {"type": "text", "text": str(text)}:
            return {**item, **rest, "text": (string_at(item, "text") or "") + text}
    return {**item, **rest}


def _add_content(contents: list[dict[str, Json]], content: dict[str, Json]) -> list[Json]:
    match contents[-1:], content:
        case [{"type": "text", "text": str(before)}], {"type": "text", "text": str(text)}:
            return [*contents[:-1], {**contents[-1], **content, "text": before + text}]
    return [*contents, content]
