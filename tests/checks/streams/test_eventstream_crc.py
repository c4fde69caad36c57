from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.eventstream_crc import CHECK
from cassette_cli.streams.aws_frames import spell_frame

_FRAME = spell_frame(b"\x0b:event-type\x07\x00\x05chunk", b'{"a": 1}')
_TEXT = """interactions:
- request: {{method: GET, uri: "https://e.org/", headers: {{}}, body: null}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{}}
    body: {{string: !!binary {data}}}
version: 1
"""


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        pytest.param(_FRAME * 2, [], id="right"),
        pytest.param(
            _FRAME + _FRAME[:-1] + b"?", ["the checksum of frame 1 is wrong"], id="another checksum"
        ),
        pytest.param(
            _FRAME.replace(b"1}", b"2}") + _FRAME,
            ["the checksum of frame 0 is wrong"],
            id="another payload",
        ),
    ],
)
def test_eventstream_crc(
    find_in: Callable[..., list[Problem]], data: bytes, messages: list[str]
) -> None:
    text = _TEXT.format(data=b64encode(data).decode())
    assert [found.message for found in find_in(CHECK, text)] == messages
