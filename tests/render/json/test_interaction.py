from dataclasses import replace

import pytest

from cassette_cli.document import parse
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response
from cassette_cli.reading import Reading
from cassette_cli.render.json.interaction import cassette_json, interaction_json
from cassette_cli.transcript_json import conversation_json

_CASSETTE = Cassette("a.yaml", "go-vcr", "2", (), parse("a.yaml", ""))
_INTERACTION = Interaction(
    1,
    Request("POST", "https://example.org/", (Header("Accept", "a"), Header("accept", "b"))),
    Response(200, "OK", (Header("Content-Type", "text/html; charset=utf-8"),), Body("<p>")),
    recorded_at="2026-11-01",
    duration_ms=365.150042,
)
_SHOWN: dict[str, Json] = {
    "index": 1,
    "request": {
        "method": "POST",
        "url": "https://example.org/",
        "headers": [["Accept", "a"], ["accept", "b"]],
        "body": None,
    },
    "response": {
        "status_code": 200,
        "reason": "OK",
        "headers": [["Content-Type", "text/html; charset=utf-8"]],
        "body": {"media_type": "text/html", "layers": [], "encoding": "utf-8", "text": "<p>"},
    },
    "duration_ms": 365.150042,
    "recorded_at": "2026-11-01",
    "inference": None,
}


def test_an_interaction_that_is_no_model_call() -> None:
    assert interaction_json(Reading(_INTERACTION)) == _SHOWN


def test_a_body_that_is_no_text() -> None:
    response = Response(204, None, (), Body(b"\0\xff", ("hex",)))
    shown = interaction_json(Reading(replace(_INTERACTION, response=response)))
    assert shown["response"] == {
        "status_code": 204,
        "reason": None,
        "headers": [],
        "body": {"media_type": None, "layers": ["hex"], "base64": "AP8="},
    }


def test_a_model_call() -> None:
    request = Request("POST", "https://example.org/v1/chat/completions", (), Body("{}"))
    reading = Reading(Interaction(0, request, Response(500)))
    assert reading.conversation is not None
    assert interaction_json(reading)["inference"] == conversation_json(reading.conversation)


@pytest.mark.parametrize(
    ("cassette", "value"),
    [
        pytest.param(
            _CASSETTE,
            {"path": "a.yaml", "format": "go-vcr", "format_version": "2", "interactions": [1]},
            id="of HTTP",
        ),
        pytest.param(
            replace(_CASSETTE, format_version=None, not_http="3 gRPC calls"),
            {
                "path": "a.yaml",
                "format": "go-vcr",
                "format_version": None,
                "interactions": [1],
                "not_http": "3 gRPC calls",
            },
            id="of something else",
        ),
    ],
)
def test_cassette_json(cassette: Cassette, value: Json) -> None:
    assert cassette_json(cassette, [1]) == value
