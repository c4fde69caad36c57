import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Interaction, Request, Response


def _exact(value: str) -> Json:
    return [{"matcher": "exact", "value": value}]


def _read(request: Json, response: Json) -> tuple[str, Interaction]:
    simulation: Json = {
        "data": {"pairs": [{"request": request, "response": response}]},
        "meta": {"schemaVersion": "v5.2"},
    }
    cassette = read_cassette(parse("x.json", json.dumps(simulation)))
    (interaction,) = cassette.interactions
    return f"{cassette.format} {cassette.format_version}", interaction


def test_read() -> None:
    request: Json = {
        "method": _exact("POST"),
        "scheme": _exact("https"),
        "destination": _exact("a"),
        "path": _exact("/b"),
        "query": {"c": _exact("d")},
        "body": _exact("e"),
    }
    assert _read(request, {"status": 200, "body": "/w==", "encodedBody": True}) == (
        "hoverfly v5.2",
        Interaction(
            0,
            Request("POST", "https://a/b?c=d", body=Body("e")),
            Response(200, body=Body(b"\xff", ("base64",))),
        ),
    )


@pytest.mark.parametrize(
    ("request_", "url"),
    [
        pytest.param({"destination": "a", "path": "/b", "query": "c=d"}, "http://a/b?c=d", id="v1"),
        pytest.param({"path": {"exactMatch": "/b"}}, "/b", id="v3"),
        pytest.param({"path": [{"matcher": "glob", "value": "*"}]}, "", id="a pattern is no URL"),
    ],
)
def test_url(request_: Json, url: str) -> None:
    _, interaction = _read(request_, {"status": 200, "body": "", "encodedBody": False})
    assert interaction.request.url == url
