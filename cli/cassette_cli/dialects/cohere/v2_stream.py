"""Events of Cohere's chat, put together as the unstreamed answer.

https://docs.cohere.com/v2/docs/streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.json_fields import (at, integer_at, string_at)
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Where an event holds a piece of a text, and of which kind the text is.
_TEXTS = (
    ("text", ("delta", "message", "content", "text")),
    ("reasoning", ("delta", "message", "content", "thinking")),
    ("text", ("delta", "message", "tool_plan")),
    ("arguments", ("delta", "message", "tool_calls", "function", "arguments")),
)
_LISTS = ("content", "tool_calls", "citations")


def fold(events: Sequence[Event]) -> Fold:
    """Events into a chat response: blocks, calls and citations each by their index."""
    folded: dict[str, Json] = {}
    message: dict[str, Json] = {}
    lists: dict[str, dict[int, Json]] = {}
    ended = False
    for event in events:
        kind = string_at(event.value, "type")
        ended = ended or kind == "message-end"
        delta = at(event.value, "delta")
        if identifier := string_at(event.value, "id"):
            folded["id"] = identifier
        if kind == "message-end" and isinstance(delta, dict):
            folded |= delta
            continue
        if kind is None and isinstance(event.value, dict):
            folded |= event.value
        changes = at(delta, "message")
        for name, value in changes.items() if isinstance(changes, dict) else ():
            if name in _LISTS and isinstance(value, dict):
                items = lists.setdefault(name, {})
                message.setdefault(name, None)
                index = integer_at(event.value, "index") or 0
                items[index] = _joined(items.get(index), value)
            elif value:
                message[name] = _joined(message.get(name), value)
    for name, items in lists.items():
        message[name] = [items[index] for index in sorted(items)]
    return Fold(folded | ({"message": message} if message else {}), complete=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, thoughts, the plan before tool calls, and the arguments of calls."""
    index = integer_at(event.value, "index") or 0
    for kind, path in _TEXTS:
        if text := string_at(event.value, *path):
            channel = (kind, "tool_plan") if path[-1] == "tool_plan" else (kind, index)
            yield Delta(channel, path, text)


def _joined(before: Json, value: Json) -> Json:
    """Strings that come in pieces are joined, all else is what came last."""
    match before, value:
        case str(), str():
            return before + value
        case dict(), dict():
            joined = dict(before)
            for name, field in value.items():
                whole = name in ("id", "type", "name", "role")
                joined[name] = field if whole else _joined(before.get(name), field)
            return joined
    return value
