from collections.abc import Sequence

import pytest

from cassette_cli.checks.event_orders.bedrock_converse import faults
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def events(*values: tuple[str, Json]) -> Sequence[Event]:
    span = Span(0, 0)
    return [Event("", span, (span,), name=value[0], value=value[1]) for value in values]


_START: Json = {"start": {"toolUse": {}}, "contentBlockIndex": 0}
_TOOL: Json = {"delta": {"toolUse": {"input": "{"}}, "contentBlockIndex": 0}
_TEXT: Json = {"delta": {"text": "a"}, "contentBlockIndex": 0}
_BLOCK: Json = {"contentBlockIndex": 0}
_BEGIN = ("messageStart", None)
_END = ("messageStop", None)


@pytest.mark.parametrize(
    ("values", "faulty"),
    [
        pytest.param(
            [
                _BEGIN,
                ("contentBlockStart", _START),
                ("contentBlockDelta", _TOOL),
                ("contentBlockStop", _BLOCK),
                _END,
                ("metadata", {}),
            ],
            [],
            id="a tool call",
        ),
        pytest.param(
            [_BEGIN, ("contentBlockDelta", _TEXT), ("contentBlockStop", _BLOCK), _END],
            [],
            id="a text has no start",
        ),
        pytest.param([_BEGIN, ("contentBlockDelta", _TOOL)], [1], id="a tool call has one"),
        pytest.param([_BEGIN, ("contentBlockStop", _BLOCK)], [1], id="a stop of nothing"),
        pytest.param(
            [
                _BEGIN,
                ("contentBlockDelta", _TEXT),
                ("contentBlockStop", _BLOCK),
                ("contentBlockDelta", _TEXT),
            ],
            [3],
            id="a delta after the stop",
        ),
        pytest.param([("contentBlockDelta", _TEXT)], [0], id="before the message"),
        pytest.param([_BEGIN, _END, ("contentBlockDelta", _TEXT)], [2], id="after the message"),
    ],
)
def test_faults(values: list[tuple[str, Json]], faulty: list[int]) -> None:
    assert [fault.event for fault in faults(events(*values))] == faulty
