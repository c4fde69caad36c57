from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response

_TEXT = """\
---
- !ruby/struct:VCR::HTTPInteraction
  request: !ruby/struct:VCR::Request
    method: :get
    uri: http://a:80/
    body:
    headers:
  response: !ruby/struct:VCR::Response
    status: !ruby/struct:VCR::ResponseStatus
      code: 200
      message: OK
    headers:
      age:
      - "1"
    body: a
    http_version: "1.1"
"""


def test_structs() -> None:
    cassette = read_cassette(parse("x.yml", _TEXT))
    assert (cassette.format, cassette.format_version) == ("vcr-old", None)
    assert cassette.interactions == (
        Interaction(
            0,
            Request("GET", "http://a:80/"),
            Response(200, "OK", (Header("age", "1"),), Body("a")),
        ),
    )
