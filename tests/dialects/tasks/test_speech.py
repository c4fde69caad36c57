import pytest

from cassette_cli.dialects.tasks.speech import fold, matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Blob, Completion, GenericPart, Message, Prompt, Text, Usage
from tests.conftest import event


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/v1/audio/speech", None, True, id="OpenAI"),
        pytest.param("/v1/tts", {"error": {}}, True, id="xAI"),
        pytest.param("/v1/speak", None, True, id="Deepgram"),
        pytest.param("/v1/text-to-speech/voice/stream", None, True, id="ElevenLabs"),
        pytest.param("", {"type": "speech.audio.delta"}, True, id="a stream without a URL"),
        pytest.param("/v1/audio/transcriptions", None, False, id="the other way round"),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    assert matches(_exchange("POST", path, None, answer)) == claimed


def test_read_request() -> None:
    body: Json = {"model": "m", "input": "Hi", "voice": "v", "instructions": "Softly."}
    assert read_request(body) == Prompt(
        model="m",
        system_instructions=(Text("Softly."),),
        messages=(Message("user", (Text("Hi"),)),),
        settings=(("voice", "v"),),
    )
    assert read_request({"model_id": "m", "text": "Hi"}) == Prompt(
        model="m", messages=(Message("user", (Text("Hi"),)),)
    )
    assert read_request(None) == Prompt()


_AUDIO = Message("assistant", (Blob("audio", None, "AP8="),))


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {"media_type": "audio/mpeg", "bytes": 2, "base64": "AP8="},
            Completion(messages=(Message("assistant", (Blob("audio", "audio/mpeg", "AP8="),)),)),
            id="bytes",
        ),
        pytest.param({"audio_base64": "AP8="}, Completion(messages=(_AUDIO,)), id="in JSON"),
        pytest.param(
            "<mp3>",
            Completion(messages=(Message("assistant", (GenericPart("unknown", "<mp3>"),)),)),
            id="what the recorder put in its place",
        ),
        pytest.param({"error": "busy"}, Completion(error="busy"), id="an error"),
        pytest.param(None, Completion(), id="nothing"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


def _sent(**fields: Json) -> Event:
    return event({**fields})


_DONE = _sent(type="speech.audio.done", usage={"input_tokens": 1, "output_tokens": 2})


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            [
                _sent(type="speech.audio.delta", audio="AA=="),
                _sent(type="speech.audio.delta", audio="/w=="),
                _sent(type="speech.audio.delta", audio="odd"),
                _DONE,
            ],
            Completion(messages=(_AUDIO,), usage=Usage(1, 2)),
            True,
            id="pieces are one",
        ),
        pytest.param(
            [_sent(type="speech.audio.delta", audio="AP8="), _sent(error={"code": 500})],
            Completion(messages=(_AUDIO,), error={"code": 500}),
            False,
            id="an error in mid-stream",
        ),
        pytest.param(
            [_sent(error={"code": 500}), _sent(type="odd")],
            Completion(error={"code": 500}),
            False,
            id="nothing but an error",
        ),
    ],
)
def test_fold(events: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)
