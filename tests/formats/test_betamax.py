import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response

_REQUEST: Json = {
    "method": "GET",
    "uri": "http://a/",
    "headers": {"Accept": ["b"]},
    "body": {"encoding": "utf-8", "string": ""},
}


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        pytest.param(
            {
                "body": {"string": "a", "encoding": None},
                "headers": {"Age": ["1"]},
                "status": {"message": "OK", "code": 200},
                "url": "http://a/",
            },
            Response(200, "OK", (Header("Age", "1"),), Body("a")),
            id="text",
        ),
        pytest.param(
            {
                "body": {"base64_string": "/w==", "encoding": "utf-8"},
                "headers": {},
                "status": {"message": "OK", "code": 200},
                "url": "http://a/",
            },
            Response(200, "OK", (), Body(b"\xff", ("base64",))),
            id="exact bytes",
        ),
        pytest.param(
            {"body": "a", "headers": {"Age": "1"}, "status_code": 200, "url": "http://a/"},
            Response(200, None, (Header("Age", "1"),), Body("a")),
            id="the first layout",
        ),
    ],
)
def test_read(response: Json, expected: Response) -> None:
    interaction: Json = {
        "recorded_at": "2013-08-31T00:42:24",
        "response": response,
        "request": _REQUEST,
    }
    text = json.dumps({"recorded_with": "betamax/0.9.0", "http_interactions": [interaction]})
    cassette = read_cassette(parse("x.json", text))
    assert (cassette.format, cassette.format_version) == ("betamax", "betamax/0.9.0")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("GET", "http://a/", (Header("Accept", "b"),), Body("")),
            expected,
            recorded_at="2013-08-31T00:42:24",
        ),
    )
    assert "response.url" in cassette.interactions[0].sources
