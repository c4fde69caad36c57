from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.stream_error import CHECK

_CHAT = "https://api.openai.com/v1/chat/completions"
_DELTA = 'data: {"choices": [{"index": 0, "delta": {"content": "Hi"}}]}\n\n'
_STOP = 'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\n'


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param(f"{_DELTA}{_STOP}", 0, id="none"),
        pytest.param(f'{_DELTA}data: {{"error": {{"message": "no"}}}}\n\n', 1, id="an error"),
        pytest.param('{"error": {"message": "no"}}', 0, id="no stream"),
    ],
)
def test_stream_error(find: Callable[..., list[Problem]], body: str, count: int) -> None:
    request = {"uri": _CHAT, "body": "{}"}
    assert len(find(CHECK, (request, {"body": {"string": body}}))) == count
