from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.missing_usage import CHECK

_CHAT = "https://api.openai.com/v1/chat/completions"
_DELTA = 'data: {"choices": [{"index": 0, "delta": {"content": "Hi"}}]}\n\n'
_STOP = 'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\n'
_ASKED = '{"stream": true, "stream_options": {"include_usage": true}}'


@pytest.mark.parametrize(
    ("request_body", "body", "count"),
    [
        pytest.param(_ASKED, f"{_DELTA}{_STOP}", 1, id="asked for and missing"),
        pytest.param(
            _ASKED,
            f'{_DELTA}{_STOP}data: {{"choices": [], "usage": {{"prompt_tokens": 1}}}}\n\n',
            0,
            id="asked for and there",
        ),
        pytest.param('{"stream": true}', f"{_DELTA}{_STOP}", 0, id="not asked for"),
    ],
)
def test_missing_usage(
    find: Callable[..., list[Problem]], request_body: str, body: str, count: int
) -> None:
    request = {"uri": _CHAT, "body": request_body}
    assert len(find(CHECK, (request, {"body": {"string": body}}))) == count
