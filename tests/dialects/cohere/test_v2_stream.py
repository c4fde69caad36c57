from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.cohere.v2 import DIALECT, read_response
from cassette_cli.dialects.cohere.v2_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Reasoning,
    Text,
    ToolCall,
    Usage,
)
from tests.conftest import event


def _on(kind: str, index: int | None = None, **message: Json) -> Event:
    value: dict[str, Json] = {"type": kind, "delta": {"message": dict(message)}}
    if index is not None:
        value |= {"index": index}
    return event(value)


_START = event(
    {
        "id": "c1",
        "type": "message-start",
        "delta": {"message": {"role": "assistant", "content": [], "tool_plan": ""}},
    }
)
_END = event(
    {
        "type": "message-end",
        "delta": {"finish_reason": "COMPLETE", "usage": {"tokens": {"input_tokens": 1}}},
    }
)
_TEXT = (
    _on("content-start", 0, content={"type": "thinking", "thinking": ""}),
    _on("content-delta", 0, content={"thinking": "Hm."}),
    _on("content-end", 0),
    _on("content-start", 1, content={"type": "text", "text": ""}),
    _on("content-delta", 1, content={"text": "Fi"}),
    _on("content-delta", 1, content={"text": "ve."}),
    _on("citation-start", 0, citations={"start": 0, "end": 4, "text": "Five"}),
)
_CALLS = (
    _on("tool-plan-delta", tool_plan="I will "),
    _on("tool-plan-delta", tool_plan="add."),
    _on(
        "tool-call-start",
        0,
        tool_calls={"id": "t1", "type": "function", "function": {"name": "add", "arguments": ""}},
    ),
    _on("tool-call-delta", 0, tool_calls={"function": {"arguments": '{"a":'}}),
    _on("tool-call-delta", 0, tool_calls={"function": {"arguments": " 2}"}}),
    _on("tool-call-end", 0),
)


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            (_START, *_TEXT, _END),
            Completion(
                "c1",
                messages=(
                    Message(
                        "assistant",
                        (
                            Reasoning("Hm."),
                            Text("Five."),
                        ),
                        "COMPLETE",
                        (("citations", [{"start": 0, "end": 4, "text": "Five"}]),),
                    ),
                ),
                usage=Usage(1),
            ),
            True,
            id="thoughts, an answer and its sources",
        ),
        pytest.param(
            (_START, *_CALLS),
            Completion(
                "c1",
                messages=(
                    Message(
                        "assistant",
                        (GenericPart("tool_plan", "I will add."), ToolCall("t1", "add", {"a": 2})),
                    ),
                ),
            ),
            False,
            id="a plan and its calls, cut off",
        ),
        pytest.param(
            (event({"error": "overloaded"}),),
            Completion(error="overloaded"),
            False,
            id="an error alone",
        ),
    ],
)
def test_fold(events: tuple[Event, ...], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(data=st.data())
def test_where_texts_are_cut_changes_nothing(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    assert check_deltas(DIALECT, (_START, *_TEXT, *_CALLS, _END), data) == {
        ("reasoning", 0): "Hm.",
        ("text", 1): "Five.",
        ("text", "tool_plan"): "I will add.",
        ("arguments", 0): '{"a": 2}',
    }
