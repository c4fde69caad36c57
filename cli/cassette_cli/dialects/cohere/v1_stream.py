"""Events of Cohere's chat and generate, version 1, put together as the unstreamed answer.

https://docs.cohere.com/v1/docs/streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import Fields, chunks_of, finish, index_of, merge
from cassette_cli.dialects.json_fields import at
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# What an event of the text says of it.
_TEXTS = ("text",)
# Fields that only say how far the stream is.
_PROGRESS = frozenset(("event_type", "is_finished", "response", "index", "tool_call_delta"))


def fold(events: Sequence[Event]) -> Fold:
    """Events into a response: what the last event repeats whole, or else the sum of the others."""
    folded: Fields = {}
    ended = False
    for chunk in chunks_of(events):
        said = {name: field for name, field in chunk.items() if name not in _PROGRESS}
        merge(folded, said, _TEXTS if _is_text(chunk) else ())
        if chunk.get("is_finished") is True:
            ended = True
            whole = chunk.get("response")
            folded |= whole if isinstance(whole, dict) else {}
    return finish(folded, ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Pieces of the text, and of the parameters of tool calls."""
    if _is_text(event.value):
        yield from delta_at(event.value, ("text", 0), ("text",))
    channel = ("arguments", index_of(at(event.value, "tool_call_delta")))
    yield from delta_at(event.value, channel, ("tool_call_delta", "parameters"))


def _is_text(value: Json) -> bool:
    """Whether `text` is a piece: other events say it again, or say something else."""
    return at(value, "is_finished") is False and at(value, "event_type") in (
        None,
        "text-generation",
    )
