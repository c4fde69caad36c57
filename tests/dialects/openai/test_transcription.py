from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.openai.transcription import (
    DIALECT,
    fold,
    matches,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Blob, Completion, GenericPart, Message, Prompt, Text, Usage
from tests.conftest import event

_CheckDeltas: TypeAlias = Callable[
    [Dialect, Sequence[Event], st.DataObject], dict[tuple[str | int, ...], str]
]


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/v1/audio/transcriptions", None, True, id="transcription"),
        pytest.param("/openai/v1/audio/translations/", {"error": {}}, True, id="translation"),
        pytest.param("", {"type": "transcript.text.delta"}, True, id="a stream without a URL"),
        pytest.param("/v1/audio/speech", None, False, id="speech"),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(), Payload(value=answer))
    assert matches(exchange) == claimed


def test_read_request() -> None:
    file: Json = {"filename": "a.wav", "media_type": "audio/wav", "bytes": 2, "base64": "AP8="}
    form: Json = {"model": "whisper-1", "file": file, "prompt": "A talk.", "stream": "true"}
    assert read_request(form) == Prompt(
        model="whisper-1",
        system_instructions=(Text("A talk."),),
        messages=(Message("user", (Blob("audio", "audio/wav", "AP8="),)),),
        settings=(
            ("file", {"filename": "a.wav", "media_type": "audio/wav", "bytes": 2}),
            ("stream", "true"),
        ),
    )
    assert read_request(None) == Prompt()


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "text": "Ah.",
                "logprobs": [],
                "usage": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5},
            },
            Completion(messages=(Message("assistant", (Text("Ah."),)),), usage=Usage(3, 2, 5)),
            id="text",
        ),
        pytest.param(
            {"text": "Ah.", "language": "english", "usage": {"type": "duration", "seconds": 3}},
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            Text("Ah."),
                            GenericPart("language", "english"),
                            GenericPart("usage", {"seconds": 3}),
                        ),
                    ),
                )
            ),
            id="more about it",
        ),
        pytest.param(
            "1\n00:00",
            Completion(messages=(Message("assistant", (Text("1\n00:00"),)),)),
            id="subtitles",
        ),
        pytest.param({"error": {"code": 401}}, Completion(error={"code": 401}), id="an error"),
        pytest.param({"detail": "No."}, Completion(error={"detail": "No."}), id="another error"),
        pytest.param(None, Completion(), id="no body"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


def _said(text: str) -> Event:
    return event({"type": "transcript.text.delta", "delta": text})


_SEGMENT = event({"type": "transcript.text.segment", "id": "s", "speaker": "A", "text": "Ah"})
_DONE = event({"type": "transcript.text.done", "text": "Ah so.", "usage": {"total_tokens": 5}})


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            [_said("Ah"), _said(" so."), _DONE],
            Completion(
                messages=(Message("assistant", (Text("Ah so."),)),), usage=Usage(total_tokens=5)
            ),
            True,
            id="text",
        ),
        pytest.param(
            [_said("Ah"), _SEGMENT],
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            Text("Ah"),
                            GenericPart("segments", [{"id": "s", "speaker": "A", "text": "Ah"}]),
                        ),
                    ),
                )
            ),
            False,
            id="a stream that broke off after a speaker",
        ),
        pytest.param(
            [_said("Ah"), event({"error": {"code": 500}})],
            Completion(messages=(Message("assistant", (Text("Ah"),)),), error={"code": 500}),
            False,
            id="an error in mid-stream",
        ),
        pytest.param(
            [event({"message": "busy"}, "error"), event({"type": "odd"})],
            Completion(error={"message": "busy"}),
            False,
            id="an error event of its own form",
        ),
    ],
)
def test_fold(events: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_where_texts_are_cut_changes_nothing(
    check_deltas: _CheckDeltas, data: st.DataObject
) -> None:
    events = [_said("Ah"), _SEGMENT, _said(" so."), _said("!"), _DONE]
    assert check_deltas(DIALECT, events, data) == {("text",): "Ah so.!"}
