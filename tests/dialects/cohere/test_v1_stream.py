from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.cohere.v1 import DIALECT, read_response
from cassette_cli.dialects.cohere.v1_stream import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Text
from tests.conftest import event


def _on(kind: str, **fields: Json) -> Event:
    value: Json = {"is_finished": kind == "stream-end", "event_type": kind, **fields}
    return event(value)


_PIECES = (
    _on("stream-start", generation_id="g1"),
    _on("text-generation", text="Fi"),
    _on("text-generation", text="ve."),
    _on("citation-generation", citations=[{"start": 0}]),
    _on("citation-generation", citations=[{"start": 2}]),
    _on("tool-calls-chunk", tool_call_delta={"index": 0, "parameters": '{"a"'}),
    _on("tool-calls-chunk", tool_call_delta={"index": 0, "parameters": ": 1}"}),
)


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            _PIECES,
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (Text("Five."),),
                        extra=(
                            ("generation_id", "g1"),
                            ("citations", [{"start": 0}, {"start": 2}]),
                        ),
                    ),
                )
            ),
            False,
            id="the pieces, where the end is missing",
        ),
        pytest.param(
            (
                *_PIECES,
                _on(
                    "stream-end",
                    finish_reason="COMPLETE",
                    response={"response_id": "r1", "text": "Five.", "citations": []},
                ),
            ),
            Completion(
                "r1",
                messages=(
                    Message("assistant", (Text("Five."),), "COMPLETE", (("generation_id", "g1"),)),
                ),
            ),
            True,
            id="the answer that the last event repeats",
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
    assert check_deltas(DIALECT, _PIECES, data) == {
        ("text", 0): "Five.",
        ("arguments", 0): '{"a": 1}',
    }
