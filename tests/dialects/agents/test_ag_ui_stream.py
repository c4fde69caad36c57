from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.agents.ag_ui import DIALECT, read_response
from cassette_cli.dialects.agents.ag_ui_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Part,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    Usage,
)
from tests.conftest import event, events


def _on(kind: str, **fields: Json) -> Event:
    return event({"type": kind, **fields})


_STARTED = _on("RUN_STARTED", threadId="t", runId="r")

_FINISHED = _on("RUN_FINISHED", threadId="t", runId="r", outcome={"type": "success"})

_TEXT = (
    _on("TEXT_MESSAGE_START", messageId="m", role="assistant"),
    _on("TEXT_MESSAGE_CONTENT", messageId="m", delta="No"),
    _on("TEXT_MESSAGE_CONTENT", messageId="m", delta="on."),
    _on("TEXT_MESSAGE_END", messageId="m"),
)

_CALL = (
    _on("TOOL_CALL_START", toolCallId="c", toolCallName="now"),
    _on("TOOL_CALL_ARGS", toolCallId="c", delta='{"a"'),
    _on("TOOL_CALL_ARGS", toolCallId="c", delta=": 1}"),
    _on("TOOL_CALL_END", toolCallId="c"),
)

_RESULT = _on("TOOL_CALL_RESULT", messageId="n", toolCallId="c", content="noon")


def _answer(*parts: Part, **fields: object) -> Completion:
    return Completion("r", messages=(Message("assistant", parts, "success"),), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stream", "completion", "complete"),
    [
        pytest.param(
            (_STARTED, *_TEXT, *_CALL, _FINISHED),
            _answer(Text("Noon."), ToolCall("c", "now", {"a": 1})),
            True,
            id="a text and a call of a tool of the user's side",
        ),
        pytest.param(
            (_STARTED, *_CALL, _RESULT, _FINISHED),
            _answer(ServerToolCall("c", "now", {"a": 1}), ServerToolResult("c", "now", "noon")),
            True,
            id="a tool that the agent ran",
        ),
        pytest.param(
            (
                _STARTED,
                _on("REASONING_MESSAGE_CHUNK", messageId="q", delta="H"),
                _on("REASONING_MESSAGE_CHUNK", delta="m."),
                _on("TOOL_CALL_CHUNK", toolCallId="c", toolCallName="now", delta="{"),
                _on("TOOL_CALL_CHUNK", delta="}"),
                _FINISHED,
            ),
            _answer(Reasoning("Hm."), ToolCall("c", "now", {})),
            True,
            id="chunks, of which the first alone has an id",
        ),
        pytest.param(
            (
                _STARTED,
                _on("THINKING_TEXT_MESSAGE_START"),
                _on("THINKING_TEXT_MESSAGE_CONTENT", delta="Hm."),
                _on("THINKING_TEXT_MESSAGE_START"),
                _on("THINKING_TEXT_MESSAGE_CONTENT", delta="Well."),
                _on("CUSTOM", name="seen", value=1),
                _FINISHED,
            ),
            _answer(
                Reasoning("Hm."),
                Reasoning("Well."),
                GenericPart("CUSTOM", {"name": "seen", "value": 1}),
            ),
            True,
            id="thoughts as they were before, and an event of the application's own",
        ),
        pytest.param(
            (
                _STARTED,
                *_TEXT,
                event(
                    {
                        "type": "RUN_FINISHED",
                        "runId": "r",
                        "outcome": {"type": "success"},
                        "usage": [{"model": "m", "inputTokens": 3}, {"inputTokens": 4}],
                    }
                ),
            ),
            _answer(Text("Noon."), model="m", usage=Usage(7)),
            True,
            id="counts of two models",
        ),
        pytest.param(
            (_STARTED, *_TEXT, _on("RUN_ERROR", message="Overloaded", code="busy")),
            Completion(
                "r",
                messages=(Message("assistant", (Text("Noon."),)),),
                error={"message": "Overloaded", "code": "busy"},
            ),
            False,
            id="an error",
        ),
        pytest.param(
            (
                _STARTED,
                _on(
                    "MESSAGES_SNAPSHOT",
                    messages=[
                        {"id": "u", "role": "user", "content": "Hi"},
                        {"id": "m", "role": "assistant", "content": "Ho"},
                    ],
                ),
            ),
            Completion("r", messages=(Message("assistant", (Text("Ho"),)),)),
            False,
            id="messages at once, and no end",
        ),
    ],
)
def test_fold(stream: tuple[Event, ...], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(stream)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(st.data())
def test_deltas(check_deltas: Callable[..., object], data: st.DataObject) -> None:
    assert check_deltas(DIALECT, (_STARTED, *_TEXT, *_CALL, _RESULT, _FINISHED), data) == {
        ("text", "m"): "Noon.",
        ("arguments", "c"): '{"a": 1}',
    }


def test_events_that_say_nothing() -> None:
    silent = events({"type": "RAW", "event": {}}, {"type": "STEP_STARTED", "stepName": "s"})
    assert fold(silent).value == {"items": []}
