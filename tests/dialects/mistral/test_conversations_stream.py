from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.mistral.conversations import (
    DIALECT,
    read_response,
)
from cassette_cli.dialects.mistral.conversations_stream import fold
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
    Uri,
    Usage,
)
from tests.conftest import event, events


def _on(kind: str, **fields: Json) -> Event:
    return event({"type": kind, **fields}, kind)


def _says(content: Json, index: int = 0, output: int = 0) -> Event:
    return _on(
        "message.output.delta",
        id=f"e{output}",
        content=content,
        content_index=index,
        output_index=output,
    )


_STARTED = _on("conversation.response.started", conversation_id="conv")

_DONE = _on("conversation.response.done", usage={"prompt_tokens": 3, "completion_tokens": 2})

_REFERENCE: Json = {"type": "tool_reference", "tool": "web_search", "title": "Tides"}

_CALL = (
    _on(
        "function.call.delta",
        id="f",
        name="now",
        tool_call_id="c",
        arguments='{"a"',
        output_index=1,
    ),
    _on(
        "function.call.delta",
        id="f",
        name="now",
        tool_call_id="c",
        arguments=": 1}",
        output_index=1,
    ),
)


@pytest.mark.parametrize(
    ("stream", "completion", "complete"),
    [
        pytest.param(
            (_STARTED, _says("No"), _says("on."), *_CALL, _DONE),
            Completion(
                "conv",
                messages=(Message("assistant", (Text("Noon."), ToolCall("c", "now", {"a": 1}))),),
                usage=Usage(3, 2),
            ),
            True,
            id="a text and a call",
        ),
        pytest.param(
            (
                _on(
                    "tool.execution.started",
                    id="t",
                    name="web_search",
                    arguments='{"q": "t',
                    output_index=0,
                ),
                _on(
                    "tool.execution.delta",
                    id="t",
                    name="web_search",
                    arguments='ide"}',
                    output_index=0,
                ),
                _on(
                    "tool.execution.done",
                    id="t",
                    name="web_search",
                    info={"hits": 2},
                    output_index=0,
                ),
                _says({"type": "thinking", "thinking": [{"type": "text", "text": "H"}]}, 0, 1),
                _says({"type": "thinking", "thinking": [{"type": "text", "text": "m."}]}, 0, 1),
                _says("Noon", 1, 1),
                _says(_REFERENCE, 2, 1),
                _says({"type": "tool_file", "file_id": "f"}, 3, 1),
            ),
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            ServerToolCall("t", "web_search", {"q": "tide"}),
                            ServerToolResult("t", "web_search", {"hits": 2}),
                            Reasoning("Hm."),
                            Text("Noon"),
                            GenericPart("tool_reference", _REFERENCE),
                            Uri("document", None, "f"),
                        ),
                    ),
                )
            ),
            False,
            id="a search, a thought, a reference and a file, in a stream that broke off",
        ),
        pytest.param(
            (_says("No"), _on("conversation.response.error", message="Overloaded", code=3000)),
            Completion(
                messages=(Message("assistant", (Text("No"),)),),
                error={
                    "type": "conversation.response.error",
                    "message": "Overloaded",
                    "code": 3000,
                },
            ),
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
    thought: Json = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
    stream = (_STARTED, _says(thought), _says("No", 1), _says("on.", 1), *_CALL, _DONE)
    assert check_deltas(DIALECT, stream, data) == {
        ("reasoning", 0, "e0"): "Hm.",
        ("text", 0, "e0", 1): "Noon.",
        ("arguments", 1, "f"): '{"a": 1}',
    }


def test_events_without_a_type() -> None:
    nameless = events({"content": "No"})
    assert fold(nameless).value == {"object": "conversation.response", "outputs": []}
