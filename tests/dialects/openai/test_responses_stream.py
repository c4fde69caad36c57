from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.openai.responses import DIALECT, read_response
from cassette_cli.dialects.openai.responses_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Completion,
    Message,
    Part,
    Reasoning,
    Refusal,
    ServerToolCall,
    Text,
    ToolCall,
)
from tests.conftest import event

_CheckDeltas: TypeAlias = Callable[
    [Dialect, Sequence[Event], st.DataObject], dict[tuple[str | int, ...], str]
]


def _on(kind: str, index: int = 0, /, **fields: Json) -> Event:
    return event({"type": f"response.{kind}", "output_index": index, **fields})


def _snapshot(kind: str, **fields: Json) -> Event:
    return event({"type": f"response.{kind}", "response": {"id": "resp_1", **fields}})


_CREATED = _snapshot("created", status="in_progress", output=[])
_TEXT = [
    _on("output_item.added", item={"type": "message", "role": "assistant", "content": []}),
    _on("content_part.added", content_index=0, part={"type": "output_text", "text": ""}),
    _on("output_text.delta", content_index=0, delta="Fi"),
    _on("output_text.delta", content_index=0, delta="ve."),
]


@pytest.mark.parametrize(
    ("events", "parts"),
    [
        pytest.param(_TEXT, [Text("Five.")], id="text"),
        pytest.param(
            [*_TEXT, _on("output_text.done", content_index=0, text="Six.")],
            [Text("Six.")],
            id="done repeats the text whole",
        ),
        pytest.param(
            [*_TEXT, _on("output_text.annotation.added", content_index=0, annotation={"n": 1})],
            [Text("Five.", (("annotations", [{"n": 1}]),))],
            id="annotations",
        ),
        pytest.param(_TEXT[2:], [Text("Five.")], id="a stream that was resumed in mid-text"),
        pytest.param(
            [_on("refusal.delta", content_index=0, delta="No.")], [Refusal("No.")], id="refusal"
        ),
        pytest.param(
            [
                _on("reasoning_summary_part.added", summary_index=0, part={"type": "summary_text"}),
                _on("reasoning_summary_text.delta", summary_index=0, delta="Add"),
                _on("reasoning_summary_text.delta", summary_index=0, delta=" them."),
                _on("reasoning_summary_text.delta", summary_index=1, delta="Done."),
                _on("reasoning_text.delta", content_index=0, delta="Raw."),
            ],
            [Reasoning("Add them."), Reasoning("Done."), Reasoning("Raw.")],
            id="reasoning",
        ),
        pytest.param(
            [
                _on("output_item.added", 1, item={"type": "function_call", "name": "add"}),
                _on("function_call_arguments.delta", 1, delta='{"a"'),
                _on("function_call_arguments.delta", 1, delta=": 2}"),
                _on("function_call_arguments.done", 1),
                _on("custom_tool_call_input.delta", 2, delta="x"),
                _on("output_item.done", 2, item={"type": "custom_tool_call", "name": "run"}),
                _on("code_interpreter_call_code.delta", 3, delta="1 + 1"),
                _on("mcp_call_arguments.delta", 4, delta="{}"),
            ],
            [
                ToolCall(None, "add", {"a": 2}),
                ToolCall(None, "run", None),
                ServerToolCall(None, "code_interpreter_call", {"code": "1 + 1"}),
                ServerToolCall(None, "mcp_call", {}),
            ],
            id="calls",
        ),
        pytest.param(
            [*_TEXT, _on("odd.thing", what=1), event([1]), event(None)],
            [Text("Five.")],
            id="what is not known is passed over",
        ),
    ],
)
def test_a_stream_that_broke_off(events: list[Event], parts: list[Part]) -> None:
    folded = fold([_CREATED, *events])
    assert not folded.complete
    assert read_response(folded.value) == Completion(
        id="resp_1", messages=(Message("assistant", tuple(parts), "in_progress"),)
    )


_WHOLE: Json = [{"role": "assistant", "content": "Whole."}]


@pytest.mark.parametrize(
    ("event", "completion", "complete"),
    [
        pytest.param(
            _snapshot("completed", status="completed", output=_WHOLE),
            Completion("resp_1", messages=(Message("assistant", (Text("Whole."),), "completed"),)),
            True,
            id="it holds the answer",
        ),
        pytest.param(
            _snapshot("completed", status="completed", output=[]),
            Completion("resp_1", messages=(Message("assistant", (Text("Five."),), "completed"),)),
            True,
            id="some hosts leave the items out",
        ),
        pytest.param(
            _snapshot("failed", status="failed", output=[], error={"code": "server_error"}),
            Completion(
                "resp_1",
                messages=(Message("assistant", (Text("Five."),), "failed"),),
                error={"code": "server_error"},
            ),
            True,
            id="a failure keeps what came before",
        ),
        pytest.param(
            event({"type": "error", "message": "overloaded"}, "error"),
            Completion(
                "resp_1",
                messages=(Message("assistant", (Text("Five."),), "in_progress"),),
                error={"type": "error", "message": "overloaded"},
            ),
            False,
            id="an error event",
        ),
        pytest.param(
            event({"error": {"code": 502}}),
            Completion(
                "resp_1",
                messages=(Message("assistant", (Text("Five."),), "in_progress"),),
                error={"code": 502},
            ),
            False,
            id="an error of a gateway",
        ),
    ],
)
def test_the_last_event(event: Event, completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold([_CREATED, *_TEXT, event])
    assert (read_response(folded.value), folded.complete) == (completion, complete)


def test_the_type_may_stand_in_the_name_alone() -> None:
    named = event(
        {"output_index": 0, "content_index": 0, "delta": "Hi"}, "response.output_text.delta"
    )
    assert read_response(fold([named]).value).messages == (Message("assistant", (Text("Hi"),)),)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_where_texts_are_cut_changes_nothing(
    check_deltas: _CheckDeltas, data: st.DataObject
) -> None:
    events = [
        _CREATED,
        _on("reasoning_summary_text.delta", 0, summary_index=0, delta="Add them."),
        _on("output_text.delta", 1, content_index=0, delta="Fi"),
        _on("output_text.delta", 1, content_index=0, delta="ve."),
        _on("refusal.delta", 1, content_index=1, delta="No."),
        _on("function_call_arguments.delta", 2, delta='{"a": 2}'),
        _on("function_call_arguments.done", 2, arguments='{"a": 2}'),
    ]
    assert check_deltas(DIALECT, events, data) == {
        ("reasoning", 0, "response.reasoning_summary_text", 0): "Add them.",
        ("text", 1, "response.output_text", 0): "Five.",
        ("text", 1, "response.refusal", 1): "No.",
        ("arguments", 2, "response.function_call_arguments", 0): '{"a": 2}',
    }
