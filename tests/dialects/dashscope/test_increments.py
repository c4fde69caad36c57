from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.dashscope.increments import DIALECT, fold
from cassette_cli.dialects.dashscope.messages import read_response
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Reasoning, Text, ToolCall, Usage
from tests.conftest import event, events


def _said(reason: str = "null", **message: Json) -> Json:
    choice: Json = {"message": {"role": "assistant", **message}, "finish_reason": reason}
    return {"output": {"choices": [choice]}, "usage": {"output_tokens": 2}, "request_id": "q"}


def _call(arguments: str, **fields: Json) -> Json:
    function: Json = {"arguments": arguments, **fields}
    return _said(content="", tool_calls=[{"index": 0, "id": "c", "function": function}])


_STREAM: tuple[Json, ...] = (
    _said(reasoning_content="H", content=""),
    _said(reasoning_content="m.", content=""),
    _said(content="No"),
    _said(content="on."),
    _call('{"a"', name="now"),
    _call(": 1}"),
)
_LAST = _said("stop", content="")


@pytest.mark.parametrize(
    ("stream", "completion", "complete"),
    [
        pytest.param(
            events(*_STREAM, _LAST),
            Completion(
                "q",
                messages=(
                    Message(
                        "assistant",
                        (Reasoning("Hm."), Text("Noon."), ToolCall("c", "now", {"a": 1})),
                        "stop",
                    ),
                ),
                usage=Usage(output_tokens=2),
            ),
            True,
            id="a thought, a text and a call",
        ),
        pytest.param(
            events(_said(content=[{"text": "No"}]), _said(content=[{"text": "on."}])),
            Completion(
                "q",
                messages=(Message("assistant", (Text("Noon."),)),),
                usage=Usage(output_tokens=2),
            ),
            False,
            id="blocks, in a stream that broke off",
        ),
        pytest.param(
            events(
                {"output": {"text": "No", "finish_reason": "null"}},
                {"output": {"text": "on.", "finish_reason": "stop"}},
            ),
            Completion(messages=(Message("assistant", (Text("Noon."),), "stop"),)),
            True,
            id="texts of an older model",
        ),
        pytest.param(
            [event({"output": {"text": "No"}}), event({"code": "Busy", "message": "m"}, "error")],
            Completion(
                messages=(Message("assistant", (Text("No"),)),),
                error={"code": "Busy", "message": "m"},
            ),
            False,
            id="an error",
        ),
    ],
)
def test_fold(stream: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(stream)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(st.data())
def test_deltas(check_deltas: Callable[..., object], data: st.DataObject) -> None:
    assert check_deltas(DIALECT, events(*_STREAM, _LAST), data) == {
        ("reasoning", 0): "Hm.",
        ("text", 0): "Noon.",
        ("arguments", 0, 0): '{"a": 1}',
    }
