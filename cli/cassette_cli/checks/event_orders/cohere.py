"""Cohere's chat: contents and tool calls are started, filled and ended.

https://docs.cohere.com/v2/docs/streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.checks.event_orders.order import EventOrder, Fault
from cassette_cli.dialects.json_fields import integer_at, string_at
from cassette_cli.streams.event import Event

_STEPS = ("start", "delta", "end")
_NAMES = frozenset(("content", "tool-call"))


def faults(events: Sequence[Event]) -> Iterator[Fault]:
    open_parts: set[tuple[str, int | None]] = set()
    ended = False
    for position, event in enumerate(events):
        kind = string_at(event.value, "type") or ""
        name, _, step = kind.rpartition("-")
        part = (name, integer_at(event.value, "index"))
        if ended and kind:
            yield Fault(position, f"{kind} after message-end")
        ended = ended or kind == "message-end"
        if name not in _NAMES or step not in _STEPS:
            continue
        if step == "start":
            open_parts.add(part)
        elif part not in open_parts:
            yield Fault(position, f"{kind} of {name} {part[1]}, which is not open")
        if step == "end":
            open_parts.discard(part)


ORDER = EventOrder(("cohere-v2",), faults)
