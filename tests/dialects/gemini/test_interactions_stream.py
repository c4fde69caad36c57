from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.gemini.interactions import DIALECT, read_response
from cassette_cli.dialects.gemini.interactions_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Blob, Completion, Message, Reasoning, Text, ToolCall
from tests.conftest import event


def _on(kind: str, **fields: Json) -> Event:
    value: Json = {"event_type": kind, **fields}
    return event(value)


def _delta(index: int, kind: str, **fields: Json) -> Event:
    return _on("step.delta", index=index, delta={"type": kind, **fields})


_CREATED = _on("interaction.created", interaction={"id": "i", "status": "in_progress"})
_COMPLETED = _on("interaction.completed", interaction={"id": "i", "status": "completed"})
_STEPS = (
    _on("step.start", index=0, step={"type": "thought"}),
    _delta(0, "thought_summary", content={"type": "text", "text": "Hm"}),
    _delta(0, "thought_summary", content={"type": "text", "text": "."}),
    _delta(0, "thought_signature", signature="c2ln"),
    _on("step.start", index=1, step={"type": "model_output"}),
    _delta(1, "text", text="No"),
    _delta(1, "text", text="on."),
    _delta(1, "image", data="aGk=", mime_type="image/png"),
    _on("step.start", index=2, step={"type": "function_call", "id": "f", "name": "now"}),
    _delta(2, "arguments_delta", arguments='{"a"'),
    _delta(2, "arguments_delta", arguments=": 1}"),
    _on("step.stop", index=2),
)


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            (_CREATED, *_STEPS, _COMPLETED),
            Completion(
                "i",
                messages=(
                    Message(
                        "assistant",
                        (
                            Reasoning("Hm.", (("signature", "c2ln"),)),
                            Text("Noon."),
                            Blob("image", "image/png", "aGk="),
                            ToolCall("f", "now", {"a": 1}),
                        ),
                        "completed",
                    ),
                ),
            ),
            True,
            id="steps",
        ),
        pytest.param(
            (
                _on("content.start", index=0, content={"type": "text"}),
                _on("content.delta", index=0, delta={"type": "text", "text": "No"}),
                _on("content.delta", index=0, delta={"type": "text", "text": "on."}),
                _on("interaction.complete", interaction={"status": "completed"}),
            ),
            Completion(messages=(Message("assistant", (Text("Noon."),), "completed"),)),
            True,
            id="contents without steps",
        ),
        pytest.param(
            (_CREATED, *_STEPS[4:6], _on("error", error={"code": 503})),
            Completion(
                "i",
                messages=(Message("assistant", (Text("No"),), "in_progress"),),
                error={"code": 503},
            ),
            False,
            id="an error in mid-stream",
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
    assert check_deltas(DIALECT, (_CREATED, *_STEPS, _COMPLETED), data) == {
        ("reasoning", 0): "Hm.",
        ("text", 1): "Noon.",
        ("arguments", 2): '{"a": 1}',
    }
