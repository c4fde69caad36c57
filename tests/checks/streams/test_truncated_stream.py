from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.truncated_stream import CHECK

_CHAT = "https://api.openai.com/v1/chat/completions"
_DELTA = 'data: {"choices": [{"index": 0, "delta": {"content": "Hi"}}]}\n\n'
_STOP = 'data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}\n\n'
_ERROR = 'data: {"error": {"message": "overloaded"}}\n\n'


@pytest.mark.parametrize(
    ("url", "body", "messages"),
    [
        pytest.param(_CHAT, f"{_DELTA}{_STOP}data: [DONE]\n\n", [], id="to its end"),
        pytest.param(
            _CHAT, _DELTA, ["the stream ends here, without its terminal event"], id="between events"
        ),
        pytest.param(
            _CHAT,
            f"{_DELTA}{_STOP}"[:-30],
            ["the stream ends in the middle of this event"],
            id="in an event",
        ),
        pytest.param(
            _CHAT,
            f"{_DELTA}{_STOP}data: [DONE]\n",
            ["the blank line after this event is missing"],
            id="without the last blank line",
        ),
        pytest.param(
            _CHAT,
            f"{_DELTA}{_STOP}"[:-1],
            ["the blank line after this event is missing"],
            id="which the terminal event lacks",
        ),
        pytest.param(_CHAT, f"{_DELTA}{_ERROR}", [], id="an error ends a stream, too"),
        pytest.param(
            _CHAT,
            ": PROCESSING\n\n: PROCESSING\n\n",
            ["the stream ends before its first event"],
            id="comments alone",
        ),
        pytest.param(
            "https://e.org/", "data: 1\n\n", [], id="of a stream of no model nothing is known"
        ),
        pytest.param(
            "https://e.org/",
            'data: {"a"',
            ["the stream ends in the middle of this event"],
            id="but that it is cut off",
        ),
        pytest.param(
            "https://e.org/",
            '[{"a": 1},{"b"',
            ["the array ends or breaks off after this event"],
            id="an array without its bracket",
        ),
        pytest.param("https://e.org/", '[{"a": 1}]', [], id="an array with it"),
    ],
)
def test_truncated_stream(
    find: Callable[..., list[Problem]], url: str, body: str, messages: list[str]
) -> None:
    found = find(CHECK, ({"uri": url, "body": '{"stream": true}'}, {"body": {"string": body}}))
    assert [problem.message for problem in found] == messages
