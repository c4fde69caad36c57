import gzip
import zlib
from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.compressed_body import CHECK
from cassette_cli.checks.check import Problem

_WHOLE = gzip.compress(b'{"a": 1}')
_TEXT = """interactions:
- request: {{method: GET, uri: "https://e.org/", headers: {{}}, body: null}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{Content-Type: [{kind}], Content-Encoding: [{coding}]}}
    body: {{string: !!binary {data}}}
version: 1
"""


@pytest.mark.parametrize(
    ("data", "coding", "kind", "messages"),
    [
        pytest.param(_WHOLE, "gzip", "application/json", [], id="whole"),
        pytest.param(
            _WHOLE[:-4],
            "gzip",
            "application/json",
            ["the gzip data is cut off or damaged"],
            id="cut off",
        ),
        pytest.param(
            _WHOLE[:15] + b"xxxx" + _WHOLE[19:],
            "identity",
            "application/json",
            ["the gzip data is cut off or damaged"],
            id="damaged, and known by how it begins",
        ),
        pytest.param(
            b'{"a": 1}', "gzip", "application/json", [], id="decompressed by the recorder"
        ),
        pytest.param(
            zlib.compress(b'{"a": 1}')[:-6],
            "deflate",
            "application/json",
            ["the deflate data is cut off or damaged"],
            id="a coding without a beginning of its own",
        ),
        pytest.param(
            gzip.compress(_WHOLE[:-4]), "gzip", "application/gzip", [], id="a file in it is its own"
        ),
        pytest.param(b"\x89PNG\xff", "br", "image/png", [], id="an image may be any bytes"),
    ],
)
def test_compressed_body(
    find_in: Callable[..., list[Problem]], data: bytes, coding: str, kind: str, messages: list[str]
) -> None:
    text = _TEXT.format(data=b64encode(data).decode(), coding=coding, kind=kind)
    assert [found.message for found in find_in(CHECK, text)] == messages
