import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response

_YAML = """\

-
    request:
        method: POST
        url: 'http://a/'
        headers:
            Accept: b
        body: '{}'
    response:
        status:
            http_version: '1.1'
            code: '200'
            message: OK
        headers:
            Age: '1'
        body: a
    index: 0
"""


def test_yaml() -> None:
    cassette = read_cassette(parse("x.yml", _YAML))
    assert cassette.format == "php-vcr"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("Accept", "b"),), Body("{}")),
            Response(200, "OK", (Header("Age", "1"),), Body("a")),
        ),
    )
    assert "index" in cassette.interactions[0].sources


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        pytest.param("{status: '204'}", Response(204), id="a bare status"),
        pytest.param(
            "{status: 200, headers: {Content-Type: application/x-gzip}, body: /w==}",
            Response(
                200,
                headers=(Header("Content-Type", "application/x-gzip"),),
                body=Body(b"\xff", ("base64",)),
            ),
            id="gzip is base64",
        ),
        pytest.param(
            "{status: 200, headers: {content-transfer-encoding: binary}, body: /w==}",
            Response(
                200,
                headers=(Header("content-transfer-encoding", "binary"),),
                body=Body(b"\xff", ("base64",)),
            ),
            id="binary is base64",
        ),
    ],
)
def test_responses(response: str, expected: Response) -> None:
    text = f"- request: {{url: /}}\n  response: {response}"
    (interaction,) = read_cassette(parse("x.yml", text)).interactions
    assert interaction.response == expected
