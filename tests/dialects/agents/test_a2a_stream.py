from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.agents.a2a import DIALECT, read_response
from cassette_cli.dialects.agents.a2a_stream import deltas, fold
from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.json_fields import at
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Text
from tests.conftest import event


def _answer(**message: Json) -> Event:
    value: Json = {"jsonrpc": "2.0", "id": 1, **message}
    return event(value)


def _status(state: str, text: str | None = None, *, final: bool = False) -> Event:
    status: dict[str, Json] = {"state": state}
    if text is not None:
        status["message"] = {"role": "agent", "parts": [{"kind": "text", "text": text}]}
    return _answer(
        result={"kind": "status-update", "taskId": "t", "status": status, "final": final}
    )


def _artifact(text: str, **flags: Json) -> Event:
    artifact: Json = {"artifactId": "a", "parts": [{"kind": "text", "text": text}]}
    return _answer(result={"kind": "artifact-update", "taskId": "t", "artifact": artifact, **flags})


_CHUNKS = (
    _artifact("Li", append=False, lastChunk=False),
    _artifact("ne", append=True, lastChunk=False),
    _artifact(" 7", append=True, lastChunk=True),
)


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            (
                _status("submitted"),
                _status("working", "Looking."),
                *_CHUNKS,
                _status("completed", "Done.", final=True),
            ),
            Completion(
                "t",
                messages=(
                    Message(
                        "assistant", (Text("Looking."), Text("Line 7"), Text("Done.")), "completed"
                    ),
                ),
            ),
            True,
            id="statuses and an artifact in chunks",
        ),
        pytest.param(
            (_artifact("Old", lastChunk=True), _artifact("New", lastChunk=True)),
            Completion(messages=(Message("assistant", (Text("New"),)),)),
            False,
            id="an artifact that is replaced, cut off",
        ),
        pytest.param(
            (
                _answer(result={"kind": "task", "id": "t", "status": {"state": "submitted"}}),
                _answer(
                    result={
                        "statusUpdate": {
                            "taskId": "t",
                            "status": {"state": "TASK_STATE_INPUT_REQUIRED"},
                        }
                    }
                ),
            ),
            Completion("t", messages=(Message("assistant", (), "TASK_STATE_INPUT_REQUIRED"),)),
            True,
            id="a task that waits for the client",
        ),
        pytest.param(
            (
                _answer(
                    result={
                        "message": {"messageId": "m", "role": "agent", "parts": [{"text": "Hi"}]}
                    }
                ),
            ),
            Completion("m", messages=(Message("assistant", (Text("Hi"),)),)),
            True,
            id="a message and no task",
        ),
        pytest.param(
            (_status("working"), _answer(error={"code": -32603})),
            Completion(
                "t", messages=(Message("assistant", (), "working"),), error={"code": -32603}
            ),
            False,
            id="an error in mid-stream",
        ),
        pytest.param(
            (_answer(result={"kind": "artifact-update", "artifact": None}),),
            Completion(),
            False,
            id="an artifact that is none",
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
    wrapped = _answer(
        result={
            "artifactUpdate": {
                "artifact": {"artifactId": "b", "parts": [{"text": "and 8"}]},
                "append": True,
            }
        }
    )
    events = (_status("working", "Looking."), *_CHUNKS, wrapped, _artifact("x", lastChunk=True))
    assert check_deltas(DIALECT, events, data) == {("text", "a"): "Line 7", ("text", "b"): "and 8"}


def test_updates_without_json_rpc() -> None:
    update: Json = {
        "artifactUpdate": {
            "append": True,
            "artifact": {"artifactId": "a", "parts": [{"text": "Ho"}]},
        }
    }
    path = ("artifactUpdate", "artifact", "parts", 0, "text")
    assert list(deltas(event(update))) == [Delta(("text", "a"), path, "Ho")]
    task = at(fold([event(update)]).value, "result")
    assert at(task, "artifacts", 0, "parts") == [{"text": "Ho"}]
