import pytest

from cassette_cli.dialects.non_json_bodies import body_value, read_file, without_content
from cassette_cli.exchange import Payload
from cassette_cli.json_values import Json
from cassette_cli.transcript import Blob, Part, Text
from tests.conftest import event, source

_FORM = (
    b'--b\r\nContent-Disposition: form-data; name="model"\r\n\r\nm\r\n'
    b'--b\r\nContent-Disposition: form-data; name="tag"\r\n\r\n1\r\n'
    b'--b\r\nContent-Disposition: form-data; name="tag"\r\n\r\n2\r\n'
    b'--b\r\nContent-Disposition: form-data; name="tag"\r\n\r\n3\r\n'
    b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n'
    b"Content-Type: audio/wav\r\n\r\n\x00\xff\r\n--b--\r\n"
)


@pytest.mark.parametrize(
    ("payload", "value"),
    [
        pytest.param(Payload("{}", value={}), {}, id="JSON is itself"),
        pytest.param(
            Payload(
                source("""
                    {"a":1}
                    []
                """),
                framing="ndjson",
                events=(
                    event({"a": 1}),
                    event([]),
                ),
            ),
            [{"a": 1}, []],
            id="lines of JSON are a list",
        ),
        pytest.param(
            Payload(_FORM, media_type="multipart/form-data"),
            {
                "model": "m",
                "tag": ["1", "2", "3"],
                "file": {
                    "filename": "a.wav",
                    "media_type": "audio/wav",
                    "bytes": 2,
                    "base64": "AP8=",
                },
            },
            id="a form is an object",
        ),
        pytest.param(Payload("Hi", media_type="text/plain"), "Hi", id="text"),
        pytest.param(
            Payload(b"\xff", media_type="audio/mpeg"),
            {"media_type": "audio/mpeg", "bytes": 1, "base64": "/w=="},
            id="audio",
        ),
        pytest.param(
            Payload(b"a,b", media_type="text/csv"),
            {"media_type": "text/csv", "bytes": 3, "text": "a,b"},
            id="bytes that are text",
        ),
        pytest.param(
            Payload(b"\xff"), {"media_type": None, "bytes": 1, "base64": "/w=="}, id="any bytes"
        ),
        pytest.param(Payload(), None, id="nothing"),
    ],
)
def test_body_value(payload: Payload, value: Json) -> None:
    assert body_value(payload) == value


@pytest.mark.parametrize(
    ("value", "part", "shown"),
    [
        pytest.param(
            {"filename": "a.wav", "media_type": "audio/wav", "bytes": 2, "base64": "AP8="},
            Blob("audio", "audio/wav", "AP8="),
            {"filename": "a.wav", "media_type": "audio/wav", "bytes": 2},
            id="audio",
        ),
        pytest.param(
            {"media_type": None, "bytes": 1, "text": "a"},
            Text("a"),
            {"media_type": None, "bytes": 1},
            id="text",
        ),
        pytest.param("a", None, "a", id="no file"),
        pytest.param({"text": "a"}, None, {"text": "a"}, id="another object"),
    ],
)
def test_read_file(value: Json, part: Part | None, shown: Json) -> None:
    assert read_file(value) == part
    assert without_content(value) == shown
