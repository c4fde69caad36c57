from collections.abc import Callable

import pytest

from cassette_cli.editing.head import (
    set_header_values,
    set_method,
    set_reason,
    set_status_code,
    set_url,
)
from cassette_cli.errors import EditError
from cassette_cli.rewriting.operation import Operation

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
    headers:
      Set-Cookie:
      - a=1
      - b=2
      Server:
      - x
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
    ("cassette", "operation", "before", "after"),
    [
        pytest.param(
            _GO_VCR,
            set_status_code(0, 429),
            "200 OK\n    code: 200",
            "429 Too Many Requests\n    code: 429",
            id="the status line follows the code",
        ),
        pytest.param(
            _GO_VCR,
            set_status_code(0, 529),
            "200 OK\n    code: 200",
            "'529'\n    code: 529",
            id="a code without a phrase",
        ),
        pytest.param(
            _VCRPY,
            set_status_code(0, 503),
            "200, message: OK",
            "503, message: Service Unavailable",
            id="the message follows the code",
        ),
        pytest.param(_VCR, set_status_code(0, 503), "200", "503", id="no message stays none"),
        pytest.param(_NOCK, set_status_code(0, 503), "200", "503", id="a code alone"),
        pytest.param(
            _GO_VCR, set_reason(0, "Fine by me"), "200 OK", "200 Fine by me", id="of a status line"
        ),
        pytest.param(_GO_VCR, set_reason(0, ""), "200 OK", '"200"', id="none in a status line"),
        pytest.param(_VCRPY, set_reason(0, "Fine"), ": OK", ": Fine", id="of a message"),
        pytest.param(_VCR, set_reason(0, "Fine"), "message:", "message: Fine", id="of none"),
        pytest.param(_GO_VCR, set_method(0, "put"), "POST", "PUT", id="a method in capitals"),
        pytest.param(_VCR, set_method(0, "PUT"), "post", "put", id="a method in small letters"),
        pytest.param(
            _GO_VCR,
            set_url(0, "https://other.example.com/v2"),
            "api.example.com\n    url: https://api.example.com/v1",
            "other.example.com\n    url: https://other.example.com/v2",
            id="the host follows the URL",
        ),
        pytest.param(
            _VCRPY, set_url(0, "http://[HOST]/v2"), "/v1", "/v2", id="a URL that is a placeholder"
        ),
        pytest.param(
            _GO_VCR.replace("url: https://api", "url: http://[HOST]"),
            set_url(0, "https://x.example/"),
            "http://[HOST].example.com/v1",
            "https://x.example/",
            id="whose host is none",
        ),
        pytest.param(
            _NOCK, set_url(0, "https://api.example.com:443/v2"), "/v1", "/v2", id="a path alone"
        ),
        pytest.param(
            _NOCK,
            set_url(0, "http://x.example/v1"),
            "https://api.example.com:443",
            "http://x.example",
            id="an origin and a path",
        ),
        pytest.param(
            _GO_VCR,
            set_header_values(0, "response", "set-cookie", ("a=1", "c=3")),
            "b=2",
            "c=3",
            id="one value of several",
        ),
        pytest.param(
            _GO_VCR,
            set_header_values(0, "response", "Set-Cookie", ("c=3",)),
            "a=1\n      - b=2",
            "c=3",
            id="one value for several",
        ),
        pytest.param(
            _GO_VCR,
            set_header_values(0, "response", "Server", ()),
            "      Server:\n      - x\n",
            "",
            id="a header less",
        ),
        pytest.param(
            _GO_VCR,
            set_header_values(0, "response", "Age", ("1",)),
            "      - x\n",
            '      - x\n      Age:\n      - "1"\n',
            id="a header more",
        ),
    ],
)
def test_head(
    edited: Callable[..., str], cassette: str, operation: Operation, before: str, after: str
) -> None:
    assert before in cassette
    assert edited(cassette, operation) in (
        cassette.replace(before, after, 1),
        cassette.replace(before, after.replace('"', "'"), 1),
    )


@pytest.mark.parametrize(
    ("cassette", "operation", "message"),
    [
        pytest.param(_NOCK, set_reason(0, "OK"), "keeps no reason", id="no reason"),
        pytest.param(
            _GO_VCR,
            set_header_values(0, "response", "Set-Cookie", ("a", "b", "c")),
            "has 2 values, and cannot have 3",
            id="a value more",
        ),
        pytest.param(_NOCK, set_url(0, "nowhere"), "read as something else", id="no URL"),
    ],
)
def test_what_cannot_be_set(
    edited: Callable[..., str], cassette: str, operation: Operation, message: str
) -> None:
    with pytest.raises(EditError, match=message):
        edited(cassette, operation)
