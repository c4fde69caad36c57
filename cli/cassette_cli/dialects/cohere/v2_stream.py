"""Events of Cohere's chat, put together as the unstreamed answer.

https://docs.cohere.com/v2/docs/streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import (
    Fields,
    chunks_of,
    finish,
    in_order,
    index_of,
    lay_over,
    merge,
)
from cassette_cli.dialects.json_fields import at
from cassette_cli.streams.event import Event

# Where an event holds a piece of a text, and of which kind the text is.
_TEXTS = (
    ("text", ("delta", "message", "content", "text")),
    ("reasoning", ("delta", "message", "content", "thinking")),
    ("text", ("delta", "message", "tool_plan")),
    ("arguments", ("delta", "message", "tool_calls", "function", "arguments")),
)
_PIECES = frozenset(path[-1] for _, path in _TEXTS)
_LISTS = ("content", "tool_calls", "citations")


def fold(events: Sequence[Event]) -> Fold:
    """Events into a chat response: blocks, calls and citations each by their index."""
    folded: Fields = {}
    message: Fields = {}
    lists: dict[str, dict[int, Fields]] = {}
    ended = False
    for chunk in chunks_of(events):
        match chunk:
            case {"type": "message-end", "delta": dict(end)}:
                lay_over(folded, end)
                ended = True
            case {"type": _}:
                if identifier := chunk.get("id"):
                    folded["id"] = identifier
                _add_changes(message, lists, chunk)
            case _:  # an error has no type
                lay_over(folded, chunk)
    for name, items in lists.items():
        message[name] = in_order(items)
    return finish(folded | ({"message": message} if message else {}), ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, thoughts, the plan before tool calls, and the arguments of calls."""
    for kind, path in _TEXTS:
        owner = path[-1] if path[-1] == "tool_plan" else index_of(event.value)
        yield from delta_at(event.value, (kind, owner), path)


def _add_changes(message: Fields, lists: dict[str, dict[int, Fields]], chunk: Fields) -> None:
    changes = at(chunk, "delta", "message")
    for name, value in changes.items() if isinstance(changes, dict) else ():
        if name in _LISTS and isinstance(value, dict):
            message.setdefault(name, None)
            items = lists.setdefault(name, {})
            merge(items.setdefault(index_of(chunk), {}), value, _PIECES)
        elif value:
            merge(message, {name: value}, _PIECES)
