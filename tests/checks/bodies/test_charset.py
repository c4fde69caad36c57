from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.charset import CHECK
from cassette_cli.checks.check import Problem

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
