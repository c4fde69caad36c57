from collections.abc import Sequence

import pytest

from cassette_cli.checks.event_orders.ollama import faults
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def events(*values: Json) -> Sequence[Event]:
    span = Span(0, 0)
    return [Event("", span, (span,), value=value) for value in values]


@pytest.mark.parametrize(
    ("values", "faulty"),
    [
        pytest.param([{"done": False}, {"done": True}], [], id="in order"),
        pytest.param([{"done": True}, {"done": False}], [1], id="a line more"),
        pytest.param([{"done": False}], [], id="a cut is another check's concern"),
    ],
)
def test_faults(values: list[Json], faulty: list[int]) -> None:
    assert [fault.event for fault in faults(events(*values))] == faulty
