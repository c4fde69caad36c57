from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.agents.langgraph import DIALECT, read_response
from cassette_cli.dialects.agents.langgraph_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    Usage,
)
from tests.conftest import event

_METADATA = event({"run_id": "r", "attempt": 1}, "metadata")

_END = event(None, "end")


def _chunk(content: Json, **fields: Json) -> Event:
    return event(
        [
            {"type": "AIMessageChunk", "id": "a", "content": content, **fields},
            {"langgraph_node": "n"},
        ],
        "messages",
    )


_TEXT = (_chunk("No"), _chunk("on."), _chunk("", response_metadata={"finish_reason": "stop"}))

_CALL = (
    _chunk("", tool_call_chunks=[{"index": 0, "id": "c", "name": "now", "args": '{"a"'}]),
    _chunk("", tool_call_chunks=[{"index": 0, "id": None, "name": None, "args": ": 1}"}]),
)

_RESULT = event(
    [{"type": "tool", "id": "t", "tool_call_id": "c", "name": "now", "content": "noon"}, {}],
    "messages",
)

_WHOLE: dict[str, Json] = {
    "type": "ai",
    "id": "a",
    "content": "Noon.",
    "tool_calls": [{"id": "c", "name": "now", "args": {}}],
    "usage_metadata": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5},
    "response_metadata": {"finish_reason": "stop", "model_name": "m"},
}

_STATE: Json = {"messages": [{"type": "human", "content": "Hi"}, _WHOLE], "topic": "time"}

_SAID = Completion(
    model="m",
    messages=(Message("assistant", (Text("Noon."), ToolCall("c", "now", {})), "stop"),),
    usage=Usage(3, 2, 5),
)


@pytest.mark.parametrize(
    ("stream", "completion", "complete"),
    [
        pytest.param(
            (_METADATA, *_CALL, *_TEXT, _END),
            Completion(
                "r",
                messages=(
                    Message("assistant", (Text("Noon."), ToolCall("c", "now", {"a": 1})), "stop"),
                ),
            ),
            True,
            id="chunks of a text and a call",
        ),
        pytest.param(
            (*_CALL, _RESULT),
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            ServerToolCall("c", "now", {"a": 1}),
                            ServerToolResult("c", "now", "noon"),
                        ),
                    ),
                )
            ),
            False,
            id="a tool that the graph ran, in a stream that broke off",
        ),
        pytest.param(
            (
                _chunk([{"type": "thinking", "thinking": "H", "index": 0}]),
                _chunk([{"type": "thinking", "thinking": "m.", "index": 0}]),
                _chunk([{"type": "text", "text": "No", "index": 1}]),
                _chunk([{"type": "text", "text": "on.", "index": 1}]),
                _END,
            ),
            Completion(messages=(Message("assistant", (Reasoning("Hm."), Text("Noon."))),)),
            True,
            id="chunks of blocks",
        ),
        pytest.param(
            (
                event([{**_WHOLE, "content": "No"}], "messages/partial"),
                event([_WHOLE], "messages/complete"),
            ),
            _SAID,
            True,
            id="messages that grow",
        ),
        pytest.param(
            (event({"agent": {"messages": [_WHOLE]}}, "updates|sub"),),
            _SAID,
            True,
            id="what a node adds",
        ),
        pytest.param(
            (event(_STATE, "values"), event({"progress": 1}, "custom")),
            Completion(
                model="m",
                messages=(
                    Message(
                        "assistant",
                        (
                            Text("Noon."),
                            ToolCall("c", "now", {}),
                            GenericPart("topic", "time"),
                            GenericPart("custom", [{"progress": 1}]),
                        ),
                        "stop",
                    ),
                ),
                usage=Usage(3, 2, 5),
            ),
            True,
            id="states, and events of the application's own",
        ),
        pytest.param(
            (*_TEXT[:1], event({"error": "ValueError", "message": "No tide"}, "error")),
            Completion(messages=(Message("assistant", (Text("No"),)),), error="ValueError"),
            False,
            id="an error",
        ),
    ],
)
def test_fold(stream: tuple[Event, ...], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(stream)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(st.data())
def test_deltas(check_deltas: Callable[..., object], data: st.DataObject) -> None:
    assert check_deltas(DIALECT, (_METADATA, *_TEXT, *_CALL, _END), data) == {
        ("text", "a"): "Noon.",
        ("arguments", "a", 0): '{"a": 1}',
    }
