import json

from cassette_cli.document import parse
from cassette_cli.editing.start_line import SetStatusCode
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite

_CSHARP: Json = {
    "Duration": 7,
    "RecordedAt": "2025-10-09T08:53:20Z",
    "Request": {
        "Body": "a",
        "ContentHeaders": {"C": "d"},
        "Method": "POST",
        "RequestHeaders": {"E": "f"},
        "Uri": "http://a/",
    },
    "Response": {
        "Body": "b",
        "ContentHeaders": {"G": "h"},
        "ResponseHeaders": {},
        "Status": {"Code": 200, "Message": "OK"},
    },
}
_JAVA: Json = {
    "recordedAt": 1760000001,
    "request": {"body": "", "method": "GET", "headers": {"A": ["b"]}, "uri": "http://a/"},
    "response": {
        "body": "b",
        "headers": {"null": ["HTTP/1.1 200 OK"], "C": ["d"]},
        "status": {"code": 200, "message": "OK"},
        "uri": "http://a/",
    },
    "duration": 7,
}


def test_of_csharp() -> None:
    cassette = read_cassette(parse("x.json", json.dumps([_CSHARP])))
    assert cassette.format == "easyvcr"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("E", "f"), Header("C", "d")), Body("a")),
            Response(200, "OK", (Header("G", "h"),), Body("b")),
            recorded_at="2025-10-09T08:53:20Z",
            duration_ms=7.0,
        ),
    )


def test_of_java() -> None:
    cassette = read_cassette(parse("x.json", json.dumps([_JAVA])))
    assert cassette.interactions == (
        Interaction(
            0,
            Request("GET", "http://a/", (Header("A", "b"),), Body("")),
            Response(200, "OK", (Header("C", "d"),), Body("b")),
            recorded_at="1760000001",
            duration_ms=7.0,
        ),
    )


def test_the_status_line_among_the_headers_follows_the_status() -> None:
    cassette = read_cassette(parse("x.json", json.dumps([_JAVA])))
    after = rewrite(cassette, [InEach(SetStatusCode(404))])
    assert '"null": ["HTTP/1.1 404 Not Found"]' in after.text
