from collections.abc import Sequence

import pytest

from cassette_cli.checks.event_orders.openai_responses import faults
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def events(*values: Json) -> Sequence[Event]:
    span = Span(0, 0)
    return [Event("", span, (span,), value=value) for value in values]


def event(kind: str, number: int | None = None, item: int | None = None) -> Json:
    fields = {"sequence_number": number, "output_index": item}
    return {
        "type": f"response.{kind}",
        **{name: value for name, value in fields.items() if value is not None},
    }


_ITEM = [event("output_item.added", 1, 0), event("output_text.delta", 2, 0)]


@pytest.mark.parametrize(
    ("values", "faulty"),
    [
        pytest.param([event("created", 0), *_ITEM, event("completed", 3)], [], id="in order"),
        pytest.param([event("created"), *_ITEM, event("completed")], [], id="without numbers"),
        pytest.param(
            [event("created", 0), *_ITEM, event("completed", 9)], [], id="numbers missing"
        ),
        pytest.param([event("created", 0), *_ITEM, event("x", 1)], [3], id="numbers run backwards"),
        pytest.param([event("created", 0), *_ITEM[1:], *_ITEM[1:]], [1, 2], id="an item not added"),
        pytest.param([event("completed", 0), event("x", 1)], [1], id="after the end"),
        pytest.param([{"a": 1}, None], [], id="what is no event of this API"),
    ],
)
def test_faults(values: list[Json], faulty: list[int]) -> None:
    assert [fault.event for fault in faults(events(*values))] == faulty
