"""Events of Cohere's chat and generate, version 1, put together as the unstreamed answer.

https://docs.cohere.com/v1/docs/streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.json_fields import (at, integer_at, string_at)
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Fields that only say how far the stream is.
_PROGRESS = frozenset(("event_type", "is_finished", "response", "index", "tool_call_delta"))


def fold(events: Sequence[Event]) -> Fold:
    """Events into a response: what the last event repeats whole, or else the sum of the others."""
    folded: dict[str, Json] = {}
    ended = False
    for event in events:
        value = event.value
        if not isinstance(value, dict):
            continue
        for name, field in value.items():
            match name, folded.get(name), field:
                case "text", str(before), str() if _is_text(value):
                    folded[name] = before + field
                case (("citations" | "documents" | "search_queries"), list(before), list()):
                    folded[name] = before + field
                case _ if name not in _PROGRESS:
                    folded[name] = field
        if value.get("is_finished") is True:
            ended = True
            whole = value.get("response")
            folded |= whole if isinstance(whole, dict) else {}
    return Fold(folded, complete=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Pieces of the text, and of the parameters of tool calls."""
    if _is_text(event.value) and (text := string_at(event.value, "text")):
        yield Delta(("text", 0), ("text",), text)
    if text := string_at(event.value, "tool_call_delta", "parameters"):
        index = integer_at(event.value, "tool_call_delta", "index") or 0
        yield Delta(("arguments", index), ("tool_call_delta", "parameters"), text)


def _is_text(value: Json) -> bool:
    """Whether `text` is a piece: other events say it again, or say something else."""
    return at(value, "is_finished") is False and at(value, "event_type") in (
        None,
        "text-generation",
    )
