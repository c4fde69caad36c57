from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.missing_done import CHECK

_CHAT = "https://api.openai.com/v1/chat/completions"
_DELTA = 'data: {"choices": [{"index": 0, "delta": {"content": "Hi"}}]}\n\n'
_STOP = 'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\n'


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param(f"{_DELTA}{_STOP}data: [DONE]\n\n", 0, id="there"),
        pytest.param(f"{_DELTA}{_STOP}", 1, id="missing"),
        pytest.param(_DELTA, 0, id="a truncated stream is another check's concern"),
        pytest.param('{"choices": []}', 0, id="no stream"),
    ],
)
def test_missing_done(find: Callable[..., list[Problem]], body: str, count: int) -> None:
    request = {"uri": _CHAT, "body": "{}"}
    assert len(find(CHECK, (request, {"body": {"string": body}}))) == count
