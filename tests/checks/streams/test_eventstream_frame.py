from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.eventstream_frame import CHECK
from cassette_cli.streams.aws_frames import spell_frame

_FRAME = spell_frame(b"\x0b:event-type\x07\x00\x05chunk", b'{"a": 1}')
_BELONGS_TO_NONE = "these bytes belong to no frame"
_CUT_OFF = "the stream ends in the middle of this frame"
_TEXT = """interactions:
- request: {{method: GET, uri: "https://e.org/", headers: {{}}, body: null}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{Content-Type: [{kind}]}}
    body: {{string: !!binary {data}}}
version: 1
"""


@pytest.mark.parametrize(
    ("data", "kind", "messages"),
    [
        pytest.param(_FRAME * 2, "x/y", [], id="whole"),
        pytest.param(_FRAME + _FRAME[:-9], "x/y", [_CUT_OFF], id="cut off in a payload"),
        pytest.param(_FRAME + _FRAME[:9], "x/y", [_BELONGS_TO_NONE], id="cut off in a prelude"),
        pytest.param(bytes(4) + _FRAME[4:], "x/y", [_BELONGS_TO_NONE], id="a length of zero"),
        pytest.param(
            b"\xff\xfe\x00",
            "application/vnd.amazon.eventstream",
            [_BELONGS_TO_NONE],
            id="known by its type alone",
        ),
        pytest.param(b"\xff\xfe\x00", "image/png", [], id="other bytes"),
    ],
)
def test_eventstream_frame(
    find_in: Callable[..., list[Problem]], data: bytes, kind: str, messages: list[str]
) -> None:
    text = _TEXT.format(data=b64encode(data).decode(), kind=kind)
    assert [found.message for found in find_in(CHECK, text)] == messages


def test_the_place_is_that_of_the_frame(find_in: Callable[..., list[Problem]]) -> None:
    data = b64encode(_FRAME + _FRAME[:-9]).decode()
    text = _TEXT.format(data=data, kind="x/y")
    (found,) = find_in(CHECK, text)
    assert found.location.offset == text.index(data) + len(_FRAME) * 8 // 6
