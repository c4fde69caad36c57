from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.stream_mismatch import CHECK

_CHAT = "https://api.openai.com/v1/chat/completions"
_DELTA = 'data: {"choices": [{"index": 0, "delta": {"content": "Hi"}}]}\n\n'
_STOP = 'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\n'
_PLAIN = '{"choices": [{"index": 0, "message": {"content": "Hi"}, "finish_reason": "stop"}]}'


@pytest.mark.parametrize(
    ("request_body", "body", "code", "count"),
    [
        pytest.param('{"stream": true}', _DELTA + _STOP, 200, 0, id="asked for and streamed"),
        pytest.param("{}", _PLAIN, 200, 0, id="neither"),
        pytest.param('{"stream": true}', _PLAIN, 200, 1, id="asked for and plain"),
        pytest.param('{"stream": false}', _DELTA + _STOP, 200, 1, id="streamed unasked"),
        pytest.param('{"stream": true}', _PLAIN, 400, 0, id="an error is never streamed"),
        pytest.param(
            '{"stream": true, "background": true}', _PLAIN, 200, 0, id="in the background"
        ),
    ],
)
def test_stream_mismatch(
    find: Callable[..., list[Problem]], request_body: str, body: str, code: int, count: int
) -> None:
    response = {"body": {"string": body}, "status": {"code": code}}
    assert len(find(CHECK, ({"uri": _CHAT, "body": request_body}, response))) == count
