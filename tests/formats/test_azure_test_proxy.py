import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response, Structured


def _recording(body: Json, media_type: str | None) -> Cassette:
    headers: Json = {} if media_type is None else {"Content-Type": media_type}
    entries: Json = [
        {
            "RequestUri": "http://a/",
            "RequestMethod": "GET",
            "RequestHeaders": {"Accept": ["b", "c"]},
            "RequestBody": None,
            "StatusCode": 200,
            "ResponseHeaders": headers,
            "ResponseBody": body,
        }
    ]
    return read_cassette(parse("x.json", json.dumps({"Entries": entries, "Variables": {}})))


def test_read() -> None:
    cassette = _recording({"a": 1}, "application/json")
    assert cassette.format == "test-proxy"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("GET", "http://a/", (Header("Accept", "b"), Header("Accept", "c"))),
            Response(
                200,
                headers=(Header("Content-Type", "application/json"),),
                body=Body(Structured({"a": 1}), ("parsed",)),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("stored", "media_type", "body"),
    [
        pytest.param("a", "text/plain", Body("a"), id="text"),
        pytest.param("[1]", "application/json", Body("[1]"), id="a JSON list is text"),
        pytest.param(["a\n\n", "b"], "text/event-stream", Body("a\n\nb", ("lines",)), id="lines"),
        pytest.param("/w==", "image/png", Body(b"\xff", ("base64",)), id="base64"),
        pytest.param("a b", None, Body("a b"), id="what is no base64 is text"),
        pytest.param(
            ["--x\r\n", "b64:/w=="],
            "multipart/form-data",
            Body(b"--x\r\n\xff", ("lines",)),
            id="parts",
        ),
        pytest.param([], "text/plain", None, id="an empty list is no body"),
    ],
)
def test_body(stored: Json, media_type: str | None, body: Body | None) -> None:
    (interaction,) = _recording(stored, media_type).interactions
    assert interaction.response.body == body


def test_no_entries() -> None:
    text = '{"Entries": [], "Variables": {"a": "b"}}'
    assert read_cassette(parse("x.json", text)).interactions == ()
