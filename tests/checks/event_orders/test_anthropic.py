from collections.abc import Sequence

import pytest

from cassette_cli.checks.event_orders.anthropic import faults
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def events(*values: Json) -> Sequence[Event]:
    span = Span(0, 0)
    return [Event("", span, (span,), value=value) for value in values]


_START: Json = {"type": "message_start"}
_STOP: Json = {"type": "message_stop"}


def block(kind: str, index: int = 0) -> Json:
    return {"type": f"content_block_{kind}", "index": index}


_BLOCK = [block("start"), block("delta"), block("stop")]


@pytest.mark.parametrize(
    ("values", "faulty"),
    [
        pytest.param([_START, *_BLOCK, _STOP], [], id="in order"),
        pytest.param([_START, {"type": "ping"}, *_BLOCK, {"type": "ping"}, _STOP], [], id="pings"),
        pytest.param([_START, *_BLOCK], [], id="a cut is another check's concern"),
        pytest.param([_START, block("delta"), *_BLOCK], [1], id="a delta before its start"),
        pytest.param([_START, *_BLOCK, block("stop", 5)], [4], id="a stop without a start"),
        pytest.param([_START, *_BLOCK, block("start", 2)], [4], id="a gap"),
        pytest.param([_START, *_BLOCK, block("start")], [4], id="a start twice"),
        pytest.param([_START, block("start"), _STOP], [1], id="never stopped"),
        pytest.param([*_BLOCK, _STOP], [0], id="no start of the message"),
        pytest.param([_START, *_BLOCK, _STOP, _START], [5], id="after the end"),
        pytest.param([_START, _START, *_BLOCK], [1], id="begun twice"),
        pytest.param([{"type": "other"}, {"text": "a"}], [], id="the stream of another vendor"),
    ],
)
def test_faults(values: list[Json], faulty: list[int]) -> None:
    assert [fault.event for fault in faults(events(*values))] == faulty
