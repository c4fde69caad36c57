import json

import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.misses.read_request import read_requests
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Header, Request
from cassette_cli.recorders.recorder import Compared
from tests.conftest import source

_URL = "https://a.example/chat?v=1"
_JSON = Header("Content-Type", "application/json")
_BODY = '{"say": "it\'s $5"}'
_POST = Sent(Request("POST", _URL, (_JSON,), Body(_BODY)))
_NO_HEAD_OR_BODY = frozenset((Compared.HEADERS, Compared.BODY, Compared.CONTENT_LENGTH))
_OURS = {
    "method": "POST",
    "url": _URL,
    "headers": [["Content-Type", "application/json"]],
    "body": {"media_type": "application/json", "encoding": "utf-8", "text": _BODY},
}
_HAR = {
    "method": "POST",
    "url": _URL,
    "headers": [{"name": "Content-Type", "value": "application/json"}],
    "postData": {"mimeType": "application/json", "text": _BODY},
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(json.dumps(_OURS), (_POST,), id="JSON as show prints it"),
        pytest.param(json.dumps({"request": _OURS}), (_POST,), id="a whole interaction"),
        pytest.param(f"{json.dumps(_OURS)}\n" * 2, (_POST, _POST), id="a line for each request"),
        pytest.param(json.dumps(_HAR), (_POST,), id="request of HAR"),
        pytest.param(json.dumps({"log": {"entries": [{"request": _HAR}]}}), (_POST,), id="HAR"),
        pytest.param(
            json.dumps({"method": "GET", "url": _URL, "headers": {"A": ["b", "c"]}}),
            (Sent(Request("GET", _URL, (Header("A", "b"), Header("A", "c")))),),
            id="headers as an object",
        ),
        pytest.param(
            json.dumps({"method": "PUT", "url": _URL, "body": {"base64": "aGk="}}),
            (Sent(Request("PUT", _URL, (), Body(b"hi"))),),
            id="binary body",
        ),
        pytest.param(
            "curl -sS -X POST '" + _URL + "' \\\n  -H 'Content-Type: application/json' \\\n"
            '  --data-raw $\'{"say": "it\\\'s $5"}\'',
            (_POST,),
            id="curl as browsers copy it",
        ),
        pytest.param(
            f'curl --json "{{\\"say\\": \\"it\'s \\$5\\"}}" {_URL}', (_POST,), id="curl with --json"
        ),
        pytest.param(
            "curl -d a=1 -d b=2 -G -ukey: -o out a.example/chat",
            (
                Sent(
                    Request(
                        "GET",
                        "http://a.example/chat?a=1&b=2",
                        (Header("Authorization", "Basic a2V5Og=="),),
                    )
                ),
            ),
            id="curl with a query and credentials",
        ),
        pytest.param(
            "curl -XPUT -d @body.json https://a.example/",
            (
                Sent(
                    Request(
                        "PUT",
                        "https://a.example/",
                        (Header("Content-Type", "application/x-www-form-urlencoded"),),
                        Body("@body.json"),
                    ),
                    frozenset((Compared.BODY, Compared.CONTENT_LENGTH)),
                ),
            ),
            id="curl with a body in a file that is not here",
        ),
        pytest.param(
            "POST /chat?v=1 HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/json\r\n\r\n"
            + _BODY,
            (
                Sent(
                    Request("POST", _URL, (Header("Host", "a.example"), _JSON), Body(_BODY)),
                ),
            ),
            id="raw HTTP",
        ),
        pytest.param(
            "GET http://a.example/chat\n",
            (Sent(Request("GET", "http://a.example/chat")),),
            id="http",
        ),
        pytest.param(
            f'Post "{_URL}": requested interaction not found',
            (Sent(Request("POST", _URL), _NO_HEAD_OR_BODY),),
            id="error of go-vcr",
        ),
        pytest.param(
            source(
                f"""
                Can't play back this request: no recorded interaction matches it.

                  POST {_URL}
                  body: {{"a": 1}}

                Cassette: chat.yaml
                  match_on: method, query, body
                """
            ),
            (
                Sent(
                    Request("POST", _URL, (), Body('{"a": 1}')),
                    _NO_HEAD_OR_BODY - {Compared.BODY},
                    ("method", "query", "body"),
                ),
            ),
            id="error of vcrpy",
        ),
        pytest.param(
            f"No match for the request (<Request (GET) {_URL}>) was found.",
            (Sent(Request("GET", _URL), _NO_HEAD_OR_BODY),),
            id="error of vcrpy before 9",
        ),
        pytest.param(
            f'  GET {_URL}\n  body: {{"a": …\n    - :match_requests_on => [:method, :uri]\n',
            (Sent(Request("GET", _URL), _NO_HEAD_OR_BODY, ("method", "uri")),),
            id="error of VCR, with a body that was cut",
        ),
        pytest.param(
            f'Error: Nock: No match for request {{"method": "GET", "url": "{_URL}"}}\n',
            (Sent(Request("GET", _URL)),),
            id="error of nock",
        ),
        pytest.param(
            'Nock: Disallowed net connect for "a.example:443/chat"',
            (
                Sent(
                    Request("", "https://a.example:443/chat"),
                    _NO_HEAD_OR_BODY | {Compared.METHOD, Compared.SCHEME},
                ),
            ),
            id="error of nock for a host",
        ),
        pytest.param(
            f"A request was made to {_URL} that could not be found in chat.\n"
            "    - match_options {'uri'}.",
            (Sent(Request("", _URL), _NO_HEAD_OR_BODY | {Compared.METHOD}, ("uri",)),),
            id="error of betamax",
        ),
    ],
)
def test_read(text: str, expected: tuple[Sent, ...]) -> None:
    assert read_requests(text, "r") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("the walnut fell\n", id="prose"),
        pytest.param('{"method": "POST", "url": ', id="half a JSON"),
        pytest.param('{"answer": 42}', id="other JSON"),
        pytest.param("curl --version", id="curl without a URL"),
        pytest.param("GET / HTTP/1.1\r\n\r\n", id="HTTP without a host"),
        pytest.param("GET / HTTP/1.1\r\nno header\r\n\r\n", id="HTTP with a broken header"),
        pytest.param("Nock: No match for request {}", id="a message without a request"),
    ],
)
def test_what_is_no_request_is_an_error(text: str) -> None:
    with pytest.raises(CassetteError, match="no request found"):
        read_requests(text, "r")
