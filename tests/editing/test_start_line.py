from collections.abc import Callable

import pytest

from cassette_cli.editing.start_line import SetMethod, SetReason, SetStatusCode, SetUrl
from cassette_cli.errors import EditError
from cassette_cli.rewriting.step import Step

_GO_VCR = """\
version: 2
interactions:
- id: 0
  request:
    host: api.example.com
    url: https://api.example.com/v1
    method: POST
    headers: {}
  response:
    headers: {}
    status: 200 OK
    code: 200
"""
_VCRPY = """\
interactions:
- request:
    method: POST
    uri: http://[HOST]/v1
    headers: {}
  response:
    headers: {}
    status: {code: 200, message: OK}
"""
_VCR = """\
http_interactions:
- request:
    method: post
    uri: https://api.example.com/v1
    headers: {}
  response:
    status:
      code: 200
      message:
    headers: {}
recorded_with: VCR 6.3.1
"""
_NOCK = """\
[{"scope": "https://api.example.com:443", "method": "POST", "path": "/v1", "status": 200,
  "response": "", "rawHeaders": ["Server", "x"]}]
"""


@pytest.mark.parametrize(
    ("cassette", "step", "before", "after"),
    [
        pytest.param(
            _GO_VCR,
            SetStatusCode(429),
            "200 OK\n    code: 200",
            "429 Too Many Requests\n    code: 429",
            id="the status line follows the code",
        ),
        pytest.param(
            _GO_VCR,
            SetStatusCode(529),
            "200 OK\n    code: 200",
            "'529'\n    code: 529",
            id="a code without a phrase",
        ),
        pytest.param(
            _VCRPY,
            SetStatusCode(503),
            "200, message: OK",
            "503, message: Service Unavailable",
            id="the message follows the code",
        ),
        pytest.param(_VCR, SetStatusCode(503), "200", "503", id="no message stays none"),
        pytest.param(_NOCK, SetStatusCode(503), "200", "503", id="a code alone"),
        pytest.param(
            _GO_VCR, SetReason("Fine by me"), "200 OK", "200 Fine by me", id="of a status line"
        ),
        pytest.param(_GO_VCR, SetReason(""), "200 OK", '"200"', id="none in a status line"),
        pytest.param(_VCRPY, SetReason("Fine"), ": OK", ": Fine", id="of a message"),
        pytest.param(_VCR, SetReason("Fine"), "message:", "message: Fine", id="of none"),
        pytest.param(_GO_VCR, SetMethod("put"), "POST", "PUT", id="a method in capitals"),
        pytest.param(_VCR, SetMethod("PUT"), "post", "put", id="a method in small letters"),
        pytest.param(
            _GO_VCR,
            SetUrl("https://other.example.com/v2"),
            "api.example.com\n    url: https://api.example.com/v1",
            "other.example.com\n    url: https://other.example.com/v2",
            id="the host follows the URL",
        ),
        pytest.param(
            _VCRPY, SetUrl("http://[HOST]/v2"), "/v1", "/v2", id="a URL that is a placeholder"
        ),
        pytest.param(
            _GO_VCR.replace("url: https://api", "url: http://[HOST]"),
            SetUrl("https://x.example/"),
            "http://[HOST].example.com/v1",
            "https://x.example/",
            id="whose host is none",
        ),
        pytest.param(
            _NOCK,
            SetUrl("https://api.example.com:4430/v1"),
            ":443",
            ":4430",
            id="a port that begins alike",
        ),
        pytest.param(
            _NOCK, SetUrl("https://api.example.com:443/v2"), "/v1", "/v2", id="a path alone"
        ),
        pytest.param(
            _NOCK,
            SetUrl("http://x.example/v1"),
            "https://api.example.com:443",
            "http://x.example",
            id="an origin and a path",
        ),
    ],
)
def test_start_line(
    edited: Callable[..., str], cassette: str, step: Step, before: str, after: str
) -> None:
    assert before in cassette
    assert edited(cassette, step) in (
        cassette.replace(before, after, 1),
        cassette.replace(before, after.replace('"', "'"), 1),
    )


@pytest.mark.parametrize(
    ("cassette", "step", "message"),
    [
        pytest.param(_NOCK, SetReason("OK"), "keeps no reason", id="no reason"),
        pytest.param(_NOCK, SetUrl("nowhere"), "read as something else", id="no URL"),
    ],
)
def test_what_cannot_be_set(
    edited: Callable[..., str], cassette: str, step: Step, message: str
) -> None:
    with pytest.raises(EditError, match=message):
        edited(cassette, step)
