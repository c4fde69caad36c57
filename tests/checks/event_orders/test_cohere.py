from collections.abc import Sequence

import pytest

from cassette_cli.checks.event_orders.cohere import faults
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def events(*values: Json) -> Sequence[Event]:
    span = Span(0, 0)
    return [Event("", span, (span,), value=value) for value in values]


def part(kind: str, index: int | None = 0) -> Json:
    return {"type": kind} if index is None else {"type": kind, "index": index}


_CONTENT = [part("content-start"), part("content-delta"), part("content-end")]
_END = part("message-end", None)


@pytest.mark.parametrize(
    ("values", "faulty"),
    [
        pytest.param([part("message-start", None), *_CONTENT, _END], [], id="in order"),
        pytest.param([part("tool-plan-delta", None), _END], [], id="a plan has no start"),
        pytest.param([_CONTENT[1]], [0], id="a delta without its start"),
        pytest.param([*_CONTENT, _CONTENT[1]], [3], id="a delta after the end"),
        pytest.param([part("tool-call-end", 1)], [0], id="the end of a call that was not begun"),
        pytest.param([_END, _CONTENT[0]], [1], id="after the message"),
        pytest.param([_END, None], [], id="[DONE] comes last"),
    ],
)
def test_faults(values: list[Json], faulty: list[int]) -> None:
    assert [fault.event for fault in faults(events(*values))] == faulty
