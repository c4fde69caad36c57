import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response

_YAML = """\
---
http_interactions:
- request:
    method: post
    uri: http://a/
    body:
      encoding: UTF-8
      string: '{}'
    headers:
      Accept:
      - "*/*"
  response:
    status:
      code: 200
      message: OK
    headers:
      Etag:
      - ! '"1"'
    body:
      encoding: ASCII-8BIT
      string: !binary |-
        w6k=
  recorded_at: Tue, 01 Nov 2011 04:49:54 GMT
recorded_with: VCR 6.3.1
"""


def test_yaml() -> None:
    cassette = read_cassette(parse("x.yml", _YAML))
    assert (cassette.format, cassette.format_version) == ("vcr", "VCR 6.3.1")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("Accept", "*/*"),), Body("{}")),
            Response(200, "OK", (Header("Etag", '"1"'),), Body("é".encode(), ("base64",))),
            recorded_at="Tue, 01 Nov 2011 04:49:54 GMT",
        ),
    )
    assert "recorded_at" in cassette.interactions[0].sources


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("{encoding: UTF-8, string: a}", Body("a"), id="text"),
        pytest.param("{encoding: ASCII-8BIT, string: a}", Body("a"), id="text of a binary string"),
        pytest.param("{base64_string: 'YQ==\n'}", Body(b"a", ("base64",)), id="exact bytes"),
        pytest.param("a", Body("a"), id="bare, as in the first versions"),
        pytest.param("{encoding: UTF-8, string: ''}", Body(""), id="empty"),
    ],
)
def test_bodies(body: str, expected: Body) -> None:
    text = f"http_interactions:\n- {{request: {{}}, response: {{body: {body!s}}}}}"
    (interaction,) = read_cassette(parse("x.yml", text)).interactions
    assert interaction.response.body == expected
