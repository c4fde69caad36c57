from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.openai.assistants import DIALECT, read_response
from cassette_cli.dialects.openai.assistants_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Completion,
    Message,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
)
from tests.conftest import event, text_event

_CheckDeltas: TypeAlias = Callable[
    [Dialect, Sequence[Event], st.DataObject], dict[tuple[str | int, ...], str]
]


def _run(status: str, **fields: Json) -> Event:
    return event({"id": "run_1", "object": "thread.run", "status": status, **fields})


def _said(text: str, annotations: Json = None) -> Event:
    inner: dict[str, Json] = {"value": text}
    if annotations is not None:
        inner["annotations"] = annotations
    content: Json = [{"index": 0, "type": "text", "text": inner}]
    return event({"id": "msg_1", "object": "thread.message.delta", "delta": {"content": content}})


def _called(index: int = 0, **call: Json) -> Event:
    details: Json = {"type": "tool_calls", "tool_calls": [{"index": index, **call}]}
    return event(
        {"id": "step_1", "object": "thread.run.step.delta", "delta": {"step_details": details}}
    )


_STEP = event(
    {
        "id": "step_1",
        "object": "thread.run.step",
        "step_details": {"type": "tool_calls", "tool_calls": []},
    }
)
_ANNOUNCED = event(
    {"id": "step_2", "object": "thread.run.step", "step_details": {"type": "message_creation"}}
)
_MESSAGE = event({"id": "msg_1", "object": "thread.message", "role": "assistant", "content": []})
_DONE = text_event("[DONE]", "done")


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            [
                _run("queued"),
                _STEP,
                _called(id="call_1", type="code_interpreter", code_interpreter={"input": "1 +"}),
                _called(code_interpreter={"input": " 1"}),
                _called(code_interpreter={"outputs": [{"index": 0, "type": "logs", "logs": "2"}]}),
                _ANNOUNCED,
                _MESSAGE,
                _said("Tw", []),
                _said("o.", [{"index": 0, "text": "o"}]),
                _run("completed", usage=None),
                _DONE,
            ],
            Completion(
                "run_1",
                messages=(
                    Message(
                        "assistant",
                        (
                            ServerToolCall("call_1", "code_interpreter", {"input": "1 + 1"}),
                            ServerToolResult(
                                "call_1", "code_interpreter", [{"type": "logs", "logs": "2"}]
                            ),
                            Text("Two.", (("annotations", [{"text": "o"}]),)),
                        ),
                        "completed",
                    ),
                ),
            ),
            True,
            id="code, then text",
        ),
        pytest.param(
            [
                _called(id="a", type="function", function={"name": "add", "arguments": '{"a"'}),
                _called(function={"arguments": ": 2}"}),
                _called(1, id="b", type="function", function={"name": "now", "arguments": "{}"}),
                _run("requires_action"),
            ],
            Completion(
                "run_1",
                messages=(
                    Message(
                        "assistant",
                        (ToolCall("a", "add", {"a": 2}), ToolCall("b", "now", {})),
                        "requires_action",
                    ),
                ),
            ),
            True,
            id="calls of functions",
        ),
        pytest.param(
            [_run("in_progress"), _said("Tw"), event({"object": "odd"}), event([])],
            Completion("run_1", messages=(Message("assistant", (Text("Tw"),), "in_progress"),)),
            False,
            id="a stream that broke off",
        ),
        pytest.param(
            [_run("in_progress"), _said("Tw"), event({"error": {"code": 500}}, "error")],
            Completion(
                "run_1",
                messages=(Message("assistant", (Text("Tw"),), "in_progress"),),
                error={"code": 500},
            ),
            False,
            id="an error in mid-stream",
        ),
        pytest.param(
            [_run("in_progress"), event({"message": "overloaded"}, "error"), _DONE],
            Completion(
                "run_1",
                messages=(Message("assistant", (), "in_progress"),),
                error={"message": "overloaded"},
            ),
            False,
            id="an error event of its own form",
        ),
    ],
)
def test_fold(events: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


def test_a_delta_that_is_none_changes_nothing() -> None:
    odd = event({"id": "msg_1", "object": "thread.message.delta", "delta": None})
    assert fold([_MESSAGE, odd]).value == {"output": [_MESSAGE.value]}


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_where_texts_are_cut_changes_nothing(
    check_deltas: _CheckDeltas, data: st.DataObject
) -> None:
    events = [
        _STEP,
        _called(id="a", type="code_interpreter", code_interpreter={"input": "1 + 1"}),
        _called(1, id="b", type="function", function={"name": "f", "arguments": "{}"}),
        _MESSAGE,
        _said("Tw"),
        _said("o."),
        _run("completed"),
    ]
    # The first delta of a call tells its id; a copy of it is the same call again.
    assert check_deltas(DIALECT, events, data) == {
        ("arguments", "step_1", 0, "code_interpreter", "input"): "1 + 1",
        ("arguments", "step_1", 1, "function", "arguments"): "{}",
        ("text", "msg_1", 0, "text", "value"): "Two.",
    }
