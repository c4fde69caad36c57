import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Interaction, Request, Response, Structured


@pytest.mark.parametrize(
    ("media_type", "stored", "body"),
    [
        pytest.param("text/plain", "a", Body("a"), id="text"),
        pytest.param(
            "application/json", {"a": 1}, Body(Structured({"a": 1}), ("parsed",)), id="data"
        ),
        pytest.param("image/png", "/w==", Body(b"\xff", ("base64",)), id="base64"),
        pytest.param("text/plain", None, None, id="none"),
    ],
)
def test_a_body_is_what_its_type_says(media_type: str, stored: Json, body: Body | None) -> None:
    recording: Json = {
        "name": "x",
        "interactions": [
            {
                "recorded_at": 1760000001.5,
                "request": {"method": "GET", "url": "http://a/"},
                "response": {
                    "url": "http://a/",
                    "headers": {"Content-Type": media_type},
                    "status": 200,
                    "body": stored,
                },
            }
        ],
    }
    cassette = read_cassette(parse("x.json", json.dumps(recording)))
    (interaction,) = cassette.interactions
    assert cassette.format == "dvr"
    assert interaction == Interaction(
        0,
        Request("GET", "http://a/"),
        Response(200, headers=interaction.response.headers, body=body),
        recorded_at="1760000001.5",
    )
