from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response

_NEW = """\
http_interactions:
- request:
    method: GET
    uri: http://a/
  response:
    status: 200
    headers:
      age: '1'
    body:
      string: a
  recorded_at: 2025-06-26 13:27:20
recorded_with: vcr/2.0.0, webmockr/2.1.0
"""
_OLD = """\
http_interactions:
- request:
    method: get
    uri: http://a/
    body:
      encoding: ''
      string: ''
    headers:
      Accept: b
  response:
    status:
      status_code: '404'
      message: Not Found
      explanation: Nothing matches the given URI
    headers:
      age: '1'
    body:
      encoding: UTF-8
      file: no
      base64_string: YQ==
  recorded_at: 2020-11-27 10:44:33 GMT
  recorded_with: vcr/0.5.4, webmockr/0.7.4
"""


def test_new_layout() -> None:
    cassette = read_cassette(parse("x.yml", _NEW))
    assert (cassette.format, cassette.format_version) == ("vcr-r", "vcr/2.0.0, webmockr/2.1.0")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("GET", "http://a/"),
            Response(200, None, (Header("age", "1"),), Body("a")),
            recorded_at="2025-06-26 13:27:20",
        ),
    )


def test_old_layout() -> None:
    cassette = read_cassette(parse("x.yml", _OLD))
    assert (cassette.format, cassette.format_version) == ("vcr-r", "vcr/0.5.4, webmockr/0.7.4")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("GET", "http://a/", (Header("Accept", "b"),), Body("")),
            Response(404, "Not Found", (Header("age", "1"),), Body(b"a", ("base64",))),
            recorded_at="2020-11-27 10:44:33 GMT",
        ),
    )


def test_a_bare_number_as_status_is_of_r() -> None:
    lines = [line for line in _NEW.splitlines() if not line.startswith("recorded_with")]
    cassette = read_cassette(parse("x.yml", "\n".join(lines)))
    assert (cassette.format, cassette.interactions[0].response.status_code) == ("vcr-r", 200)
