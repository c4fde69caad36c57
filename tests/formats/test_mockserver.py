import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response, Structured


def _expectations(*values: Json) -> Cassette:
    return read_cassette(parse("x.json", json.dumps(values)))


def test_read() -> None:
    cassette = _expectations(
        {
            "httpRequest": {
                "method": "POST",
                "path": "/a",
                "queryStringParameters": {"b": ["c d"]},
                "headers": {"E": ["f"]},
            },
            "httpResponse": {
                "statusCode": 201,
                "reasonPhrase": "Made",
                "headers": [{"name": "G", "values": ["h", "i"]}],
                "body": "j",
            },
        },
        {"httpRequest": {"path": "/k"}, "httpForward": {"host": "l"}},
    )
    assert cassette.format == "mockserver"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "/a?b=c+d", (Header("E", "f"),)),
            Response(201, "Made", (Header("G", "h"), Header("G", "i")), Body("j")),
        ),
        Interaction(1, Request("GET", "/k"), Response(None)),
    )


@pytest.mark.parametrize(
    ("stored", "body"),
    [
        pytest.param("a", Body("a"), id="text"),
        pytest.param({"type": "JSON", "json": "[1]"}, Body("[1]"), id="JSON in a string"),
        pytest.param(
            {"type": "JSON", "json": [1]}, Body(Structured([1]), ("parsed",)), id="JSON as data"
        ),
        pytest.param({"type": "STRING", "string": "a"}, Body("a"), id="a string"),
        pytest.param({"type": "XML", "xml": "<a/>"}, Body("<a/>"), id="XML"),
        pytest.param(
            {"type": "BINARY", "base64Bytes": "/w=="}, Body(b"\xff", ("base64",)), id="bytes"
        ),
        pytest.param({"a": 1}, Body(Structured({"a": 1}), ("parsed",)), id="data without a type"),
        pytest.param({"type": "REGEX", "regex": "a.*"}, None, id="a matcher is no body"),
    ],
)
def test_body(stored: Json, body: Body | None) -> None:
    (interaction,) = _expectations(
        {"httpRequest": {"path": "/a"}, "httpResponse": {"body": stored}}
    ).interactions
    assert interaction.response.body == body
