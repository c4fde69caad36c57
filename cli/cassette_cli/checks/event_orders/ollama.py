"""Ollama: the line with `done: true` is the last.

https://github.com/ollama/ollama/blob/main/docs/api.md
"""

from collections.abc import Iterator, Sequence

from cassette_cli.checks.event_orders.order import EventOrder, Fault
from cassette_cli.dialects.json_fields import at
from cassette_cli.finding import Severity
from cassette_cli.streams.event import Event


def faults(events: Sequence[Event]) -> Iterator[Fault]:
    for position, event in enumerate(events[:-1]):
        if at(event.value, "done") is True:
            yield Fault(position + 1, "a line after the one that is done", Severity.INFO)
            return


ORDER = EventOrder(("ollama",), faults)
