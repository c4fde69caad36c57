import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.vcrpy import FORMAT
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured

_YAML = """\
interactions:
- request:
    body: '{}'
    headers:
      accept:
      - b
    method: POST
    uri: http://a/
  response:
    body:
      string: !!binary |
        /w==
    headers:
      Age:
      - '1'
    status:
      code: 200
      message: OK
version: 1
"""
_PARSED = """\
interactions:
- request:
    headers: {}
    method: POST
    parsed_body:
      a: 1
    uri: http://a/
  response:
    headers: {}
    parsed_body:
    - 1
    status:
      code: 200
      message: OK
"""


def test_yaml() -> None:
    cassette = read_cassette(parse("x.yaml", _YAML))
    assert (cassette.format, cassette.format_version) == ("vcrpy", "1")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("accept", "b"),), Body("{}")),
            Response(200, "OK", (Header("Age", "1"),), Body(b"\xff", ("base64",))),
        ),
    )


def test_parsed_bodies() -> None:
    cassette = read_cassette(parse("x.yaml", _PARSED))
    assert (cassette.format, cassette.format_version) == ("vcrpy", None)
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", body=Body(Structured({"a": 1}), ("parsed",))),
            Response(200, "OK", body=Body(Structured([1]), ("parsed",))),
        ),
    )


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        pytest.param(
            "{content: a, headers: {}, http_version: HTTP/1.1, status_code: 200}",
            Response(200, body=Body("a")),
            id="the old httpx stub",
        ),
        pytest.param(
            "{body: {string: ''}, status: {code: 200, message: ''}}",
            Response(200, body=Body("")),
            id="an empty message is none",
        ),
        pytest.param("{body: {string: null}, status: null}", Response(None), id="nothing"),
    ],
)
def test_responses(response: str, expected: Response) -> None:
    text = f"interactions:\n- {{request: {{uri: /}}, response: {response}}}"
    (interaction,) = read_cassette(parse("x.yaml", text)).interactions
    assert interaction.response == expected


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        pytest.param("interactions: []\nversion: 1", True, id="empty"),
        pytest.param("interactions: []", True, id="empty without a version"),
        pytest.param("interactions: []\nversion: 2", False, id="empty of version 2 is go-vcr's"),
        pytest.param("interactions: null", False, id="no list"),
        pytest.param("interactions: [{request: {url: /}}]", False, id="url is go-vcr's"),
        pytest.param(
            "interactions: [{request: {uri: /}, response: {status: 200}}]",
            False,
            id="a bare status is cassetter's",
        ),
    ],
)
def test_matches(text: str, *, claimed: bool) -> None:
    assert FORMAT.matches(parse("x", text).root) is claimed
