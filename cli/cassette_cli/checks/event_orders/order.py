"""The record by which the order of events in the streams of a dialect is known."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cassette_cli.finding import Severity
from cassette_cli.plugins import collect
from cassette_cli.streams.event import Event


class Fault(NamedTuple):
    """An event that cannot stand where it stands."""

    event: int
    message: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class EventOrder:
    """What the streams of some dialects look like: `faults` gets all events of one."""

    dialects: tuple[str, ...]
    faults: Callable[[Sequence[Event]], Iterable[Fault]]


@cache
def event_orders() -> dict[str, EventOrder]:
    """The orders by the names of their dialects."""
    orders = collect("cassette_cli.checks.event_orders", "ORDER", EventOrder)
    return {dialect: order for order in orders for dialect in order.dialects}
