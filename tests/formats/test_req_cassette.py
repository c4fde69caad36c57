from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured

_JSON = """\
{
  "version": "1.0",
  "interactions": [
    {
      "request": {
        "method": "POST",
        "uri": "http://a/",
        "query_string": "",
        "headers": {"accept": ["b"]},
        "body_type": "json",
        "body_json": {"a": 1}
      },
      "response": {"status": 200, "headers": {}, "body_type": "text", "body": "a"},
      "recorded_at": "2025-10-16T14:23:45Z"
    },
    {
      "request": {
        "method": "GET",
        "uri": "http://a/",
        "query_string": "b=c",
        "headers": {},
        "body_type": "text",
        "body": ""
      },
      "response": {"status": 200, "headers": {}, "body_type": "blob", "body_blob": "/w=="}
    }
  ]
}
"""


def test_read() -> None:
    cassette = read_cassette(parse("x.json", _JSON))
    assert (cassette.format, cassette.format_version) == ("req-cassette", "1.0")
    data = Body(Structured({"a": 1}), ("parsed",))
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("accept", "b"),), data),
            Response(200, body=Body("a")),
            recorded_at="2025-10-16T14:23:45Z",
        ),
        Interaction(
            1,
            Request("GET", "http://a/?b=c", body=Body("")),
            Response(200, body=Body(b"\xff", ("base64",))),
        ),
    )


def test_url_of_two_nodes_is_no_source() -> None:
    one, two = read_cassette(parse("x.json", _JSON)).interactions
    assert "request.url" in one.sources
    assert "request.url" not in two.sources
    assert two.sources.keys() >= {"request.uri", "request.query_string"}
