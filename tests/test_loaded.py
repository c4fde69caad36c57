import base64
import gzip

import pytest

import cassette_cli as cassette
from cassette_cli.loaded import Body, Event, Request, Response

_FILE = """\
version: 1
interactions:
- request:
    method: GET
    uri: https://api.example.org/events
    headers:
      Accept:
      - text/event-stream
      X-Twice:
      - one
      - two
    body: null
  response:
    status:
      code: 200
      message: OK
    headers:
      {headers}
    body:
      string: {body}
"""


def _response(body: str, headers: str) -> Response:
    text = _FILE.format(body=body, headers=headers)
    return cassette.loads(text).interactions[0].response


def _binary(data: bytes) -> str:
    return f"!!binary {base64.b64encode(data).decode()}"


def test_a_request_is_as_recorded() -> None:
    [interaction] = cassette.loads(_FILE.format(body='""', headers="{}")).interactions
    assert interaction.index == 0
    assert interaction.request == Request(
        method="GET",
        url="https://api.example.org/events",
        headers=(("Accept", "text/event-stream"), ("X-Twice", "one"), ("X-Twice", "two")),
        body=Body(text=""),
    )
    assert interaction.request.header("x-twice") == "one"
    assert interaction.request.header("cookie") is None


@pytest.mark.parametrize(
    ("body", "headers", "decoded"),
    [
        pytest.param("hello", "{}", Body(text="hello"), id="text"),
        pytest.param(
            "'{\"a\": [1]}'",
            "Content-Type: [application/json]",
            Body(text='{"a": [1]}', json={"a": [1]}, media_type="application/json"),
            id="JSON is parsed",
        ),
        pytest.param(
            _binary(gzip.compress(b"hello", mtime=0)),
            "Content-Encoding: [gzip]",
            Body(text="hello"),
            id="base64 and compression are off",
        ),
        pytest.param(
            _binary(b"\x89PNG\xff"),
            "Content-Type: [image/png]",
            Body(text=None, binary=b"\x89PNG\xff", media_type="image/png"),
            id="what is no text is binary",
        ),
        pytest.param(
            r'"event: a\nid: 7\ndata: {\"n\": 1}\n\ndata: [DONE]\n\ndata: cut"',
            "Content-Type: [text/event-stream]",
            Body(
                text='event: a\nid: 7\ndata: {"n": 1}\n\ndata: [DONE]\n\ndata: cut',
                media_type="text/event-stream",
                events=(
                    Event('{"n": 1}', name="a", id="7", json={"n": 1}),
                    Event("[DONE]", id="7"),
                    Event("cut", id="7", dispatched=False),
                ),
            ),
            id="a stream has events",
        ),
    ],
)
def test_a_body_is_decoded(body: str, headers: str, decoded: Body) -> None:
    assert _response(body, headers).body == decoded


def test_a_response_has_its_status_and_headers() -> None:
    response = _response("x", "Content-Type: [text/plain]")
    assert (response.status_code, response.reason) == (200, "OK")
    assert response.header("content-type") == "text/plain"


def test_what_is_no_model_call_has_no_conversation() -> None:
    [interaction] = cassette.loads(_FILE.format(body="x", headers="{}")).interactions
    assert interaction.conversation is None
    assert (interaction.recorded_at, interaction.duration_ms, interaction.notes) == (None, None, ())


def test_what_cannot_be_read_is_noted() -> None:
    cut_off = _binary(gzip.compress(b"hello", mtime=0)[:-9])
    text = _FILE.format(body=cut_off, headers="Content-Encoding: [gzip]")
    [interaction] = cassette.loads(text).interactions
    assert interaction.notes


def test_values_say_what_they_are() -> None:
    loaded = cassette.loads(_FILE.format(body="x", headers="{}"), name="a.yaml")
    assert repr(loaded) == "Cassette(path='a.yaml', format='vcrpy', format_version='1')"
    assert repr(loaded.interactions[0]) == "Interaction(index=0)"
