import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured
from tests.conftest import source

_DOCUMENTS = source("""
    ---
    request: {method: GET, url: /a}
    response: {status: 200, body: a}
    uuid: '1'
    ---
    request: {urlPathPattern: /b.*}
    response: {statusMessage: Fine, headers: {A: [b, c]}}
    persistent: true
""")


def test_a_file_of_several_documents() -> None:
    cassette = read_cassette(parse("x.yaml", _DOCUMENTS))
    assert cassette.format == "wiremock"
    assert cassette.interactions == (
        Interaction(0, Request("GET", "/a"), Response(200, body=Body("a"))),
        Interaction(
            1,
            Request("ANY", "/b.*"),
            Response(None, "Fine", (Header("A", "b"), Header("A", "c"))),
        ),
    )


def test_a_list_of_mappings() -> None:
    stub: Json = {"request": {"method": "GET", "url": "/a"}, "response": {"status": 200}}
    cassette = read_cassette(parse("x.json", json.dumps({"mappings": [stub, stub]})))
    assert (cassette.format, len(cassette.interactions)) == ("wiremock", 2)


@pytest.mark.parametrize(
    ("patterns", "body"),
    [
        pytest.param([{"equalToJson": "[1]"}], Body("[1]"), id="JSON in a string"),
        pytest.param(
            [{"equalToJson": {"a": 1}}], Body(Structured({"a": 1}), ("parsed",)), id="JSON as data"
        ),
        pytest.param([{"equalTo": "a"}], Body("a"), id="text"),
        pytest.param([{"contains": "a"}], None, id="a part is no body"),
        pytest.param([{"equalTo": "a"}, {"contains": "a"}], None, id="several patterns are none"),
    ],
)
def test_request_body(patterns: Json, body: Body | None) -> None:
    stub: Json = {"request": {"url": "/a", "bodyPatterns": patterns}, "response": {"status": 200}}
    (interaction,) = read_cassette(parse("x.json", json.dumps(stub))).interactions
    assert interaction.request.body == body


@pytest.mark.parametrize(
    ("response", "body"),
    [
        pytest.param({"jsonBody": [1]}, Body(Structured([1]), ("parsed",)), id="data"),
        pytest.param({"base64Body": "/w=="}, Body(b"\xff", ("base64",)), id="base64"),
        pytest.param({}, None, id="none"),
    ],
)
def test_response_body(response: Json, body: Body | None) -> None:
    stub: Json = {"request": {"url": "/a"}, "response": response, "priority": 1}
    (interaction,) = read_cassette(parse("x.json", json.dumps(stub))).interactions
    assert interaction.response.body == body
