from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.agents.ai_sdk_ui import DIALECT, read_response
from cassette_cli.dialects.agents.ai_sdk_ui_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Blob,
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
from tests.conftest import events, text_event

_START: Json = {"type": "start", "messageId": "m"}

_FINISH: Json = {"type": "finish", "finishReason": "stop"}

_TEXT: tuple[Json, ...] = (
    {"type": "text-start", "id": "0"},
    {"type": "text-delta", "id": "0", "delta": "No"},
    {"type": "text-delta", "id": "0", "delta": "on."},
    {"type": "text-end", "id": "0"},
)

_CALL: tuple[Json, ...] = (
    {"type": "tool-input-start", "toolCallId": "c", "toolName": "now"},
    {"type": "tool-input-delta", "toolCallId": "c", "inputTextDelta": '{"zone"'},
    {"type": "tool-input-delta", "toolCallId": "c", "inputTextDelta": ': "CET"}'},
)

_AVAILABLE: Json = {
    "type": "tool-input-available",
    "toolCallId": "c",
    "toolName": "now",
    "input": {"zone": "CET"},
}

_ENDED = text_event("[DONE]")


@pytest.mark.parametrize(
    ("stream", "completion", "complete"),
    [
        pytest.param(
            (
                *events(
                    _START,
                    {"type": "start-step"},
                    {"type": "reasoning-start", "id": "r"},
                    {"type": "reasoning-delta", "id": "r", "delta": "Hm."},
                    *_TEXT,
                    *_CALL,
                    _AVAILABLE,
                    {"type": "finish-step"},
                    _FINISH,
                ),
                _ENDED,
            ),
            Completion(
                "m",
                messages=(
                    Message(
                        "assistant",
                        (Reasoning("Hm."), Text("Noon."), ToolCall("c", "now", {"zone": "CET"})),
                        "stop",
                    ),
                ),
            ),
            True,
            id="a thought, a text and a call",
        ),
        pytest.param(
            events(
                *_CALL,
                _AVAILABLE,
                {"type": "tool-output-available", "toolCallId": "c", "output": 12},
            ),
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            ServerToolCall("c", "now", {"zone": "CET"}),
                            ServerToolResult("c", "now", 12),
                        ),
                    ),
                )
            ),
            False,
            id="a tool that the server ran, in a stream that broke off",
        ),
        pytest.param(
            events(*_CALL),
            Completion(messages=(Message("assistant", (ToolCall("c", "now", {"zone": "CET"}),)),)),
            False,
            id="a call whose input came in pieces alone",
        ),
        pytest.param(
            events(
                *_TEXT,
                *_TEXT,
                {"type": "data-weather", "id": "w", "data": 1},
                {"type": "data-weather", "id": "w", "data": 2},
                {"type": "file", "url": "data:image/png;base64,aGk=", "mediaType": "image/png"},
                {"type": "source-url", "sourceId": "s", "url": "https://a.example"},
                {"type": "finish", "messageMetadata": {"usage": {"inputTokens": 3}}},
            ),
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            Text("Noon."),
                            Text("Noon."),
                            GenericPart(
                                "data-weather", {"type": "data-weather", "id": "w", "data": 2}
                            ),
                            Blob("image", "image/png", "aGk="),
                            GenericPart(
                                "source-url",
                                {"type": "source-url", "sourceId": "s", "url": "https://a.example"},
                            ),
                        ),
                    ),
                ),
                usage=Usage(3),
                extra=(("metadata", {"usage": {"inputTokens": 3}}),),
            ),
            True,
            id="texts of one name, data that is said anew, a file, a source, counts",
        ),
        pytest.param(
            events(_TEXT[1], {"type": "error", "errorText": "Overloaded."}, _FINISH),
            Completion(
                messages=(Message("assistant", (Text("No"),), "stop"),),
                error={"type": None, "code": None, "message": "Overloaded."},
            ),
            False,
            id="a stream taken up in the middle, and an error",
        ),
        pytest.param(
            events(*_TEXT, {"type": "abort"}),
            Completion(messages=(Message("assistant", (Text("Noon."),)),)),
            False,
            id="an aborted stream",
        ),
    ],
)
def test_fold(stream: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(stream)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(st.data())
def test_deltas(check_deltas: Callable[..., object], data: st.DataObject) -> None:
    assert check_deltas(DIALECT, events(_START, *_TEXT, *_CALL, _FINISH), data) == {
        ("text", "0"): "Noon.",
        ("arguments", "c"): '{"zone": "CET"}',
    }
