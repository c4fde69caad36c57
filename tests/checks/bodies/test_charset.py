from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.charset import CHECK
from cassette_cli.checks.check import Problem
from cassette_cli.finding import Severity

_TEXT = """interactions:
- request: {{method: GET, uri: "https://e.org/", headers: {{}}, body: null}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{Content-Type: ["{kind}"], Content-Encoding: [{coding}]}}
    body: {{string: !!binary {data}}}
version: 1
"""


@pytest.mark.parametrize(
    ("data", "kind", "coding", "count"),
    [
        pytest.param("é".encode(), "text/plain", "identity", 0, id="UTF-8"),
        pytest.param(b"\xe9", "text/plain; charset=latin-1", "identity", 0, id="as it says"),
        pytest.param(b"caf\xe9", "application/json", "identity", 1, id="another one"),
        pytest.param(b"caf\xe9", "text/html", "identity", 1, id="a page may name its own"),
        pytest.param(b"\xff\xd8", "image/jpeg", "identity", 0, id="no text"),
        pytest.param(b"\xff\xd8", "text/plain", "br", 0, id="still compressed"),
        pytest.param(b"\x1f\x8b\x08\xff", "text/plain", "identity", 0, id="compressed in secret"),
    ],
)
def test_charset(
    find_in: Callable[..., list[Problem]], data: bytes, kind: str, coding: str, count: int
) -> None:
    text = _TEXT.format(data=b64encode(data).decode(), kind=kind, coding=coding)
    assert len(find_in(CHECK, text)) == count


def test_what_may_name_its_own_charset_is_only_noted(
    find_in: Callable[..., list[Problem]],
) -> None:
    data = b64encode(b"caf\xe9").decode()
    severities = [
        find_in(CHECK, _TEXT.format(data=data, kind=kind, coding="identity"))[0].severity
        for kind in ("application/json", "text/html")
    ]
    assert severities == [None, Severity.INFO]
