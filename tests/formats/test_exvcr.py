import json
from base64 import b64encode

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response

_REQUEST: Json = {
    "body": "{}",
    "headers": {"Accept": "b"},
    "method": "post",
    "options": [],
    "request_body": "",
    "url": "http://a/",
}
_TERM = b64encode(b"\x83m\x00\x00\x00\x02\xff\xfe").decode()
_OTHER_TERM = b64encode(b"\x83j").decode()


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        pytest.param(
            {"binary": False, "body": "a", "headers": {"Age": "1"}, "status_code": 200},
            Response(200, None, (Header("Age", "1"),), Body("a")),
            id="text",
        ),
        pytest.param(
            {"binary": True, "body": _TERM, "headers": [], "status_code": 200},
            Response(200, body=Body(b"\xff\xfe", ("base64", "erlang-term"))),
            id="an Erlang term that holds bytes",
        ),
        pytest.param(
            {"binary": True, "body": _OTHER_TERM, "headers": [], "status_code": 200},
            Response(200, body=Body(_OTHER_TERM)),
            id="another Erlang term stays text",
        ),
        pytest.param(
            {"body": "a", "headers": [], "status_code": ["HTTP/1.1", 404, "Not Found"]},
            Response(404, "Not Found", body=Body("a")),
            id="the status line of httpc",
        ),
        pytest.param(
            {"body": "nxdomain", "headers": [], "status_code": None, "type": "error"},
            Response(None, body=Body("nxdomain")),
            id="a failed request",
        ),
        pytest.param(
            {"body": "a", "headers": [], "status_code": ["HTTP/1.1", 404, "Not Found"]},
            Response(404, "Not Found", body=Body("a")),
            id="a status line of httpc",
        ),
    ],
)
def test_read(response: Json, expected: Response) -> None:
    text = json.dumps([{"request": _REQUEST, "response": response}])
    cassette = read_cassette(parse("x.json", text))
    assert cassette.format == "exvcr"
    request = Request("POST", "http://a/", (Header("Accept", "b"),), Body("{}"))
    assert cassette.interactions == (Interaction(0, request, expected),)
