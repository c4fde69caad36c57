"""OpenAI's Responses: items are added, filled and done; events are numbered.

https://platform.openai.com/docs/api-reference/responses-streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.checks.event_orders.order import EventOrder, Fault
from cassette_cli.dialects.json_fields import integer_at, string_at
from cassette_cli.finding import Severity
from cassette_cli.streams.event import Event

_TERMINAL = frozenset(
    ("response.completed", "response.incomplete", "response.failed", "response.cancelled")
)


def faults(events: Sequence[Event]) -> Iterator[Fault]:
    added: set[int] = set()
    missed: set[int] = set()
    last_number = -1
    terminal = None
    for position, event in enumerate(events):
        kind = string_at(event.value, "type")
        if kind is None:
            continue
        if terminal:
            yield Fault(position, f"{kind} after {terminal}", Severity.INFO)
        number = integer_at(event.value, "sequence_number")
        if number is not None:
            if number <= last_number:
                message = f"sequence number {number} after {last_number}"
                yield Fault(position, message, Severity.INFO)
            last_number = max(number, last_number)
        item = integer_at(event.value, "output_index")
        if kind == "response.output_item.added" and item is not None:
            added.add(item)
        elif item is not None and item not in added and item not in missed:
            missed.add(item)
            yield Fault(position, f"{kind} for item {item}, which was not added")
        if kind in _TERMINAL:
            terminal = kind


ORDER = EventOrder(("openai-responses",), faults)
