from collections.abc import Sequence

import pytest

from cassette_cli.checks.event_orders.done_marker import faults
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def events(*values: str) -> Sequence[Event]:
    span = Span(0, 0)
    return [Event(value, span, (span,)) for value in values]


@pytest.mark.parametrize(
    ("values", "faulty"),
    [
        pytest.param(["{}", "[DONE]"], [], id="in order"),
        pytest.param(["{}", "[DONE]", "{}"], [2], id="an event more"),
        pytest.param(["{}"], [], id="no marker is another check's concern"),
    ],
)
def test_faults(values: list[str], faulty: list[int]) -> None:
    assert [fault.event for fault in faults(events(*values))] == faulty
