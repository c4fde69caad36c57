from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.response_mismatch import CHECK

_CHAT = '{"object": "chat.completion", "choices": []}'
_MESSAGE = '{"type": "message", "role": "assistant", "content": []}'
_RESPONSE = '{"object": "response", "output": []}'


@pytest.mark.parametrize(
    ("path", "body", "count"),
    [
        pytest.param("/v1/chat/completions", _CHAT, 0, id="chat"),
        pytest.param("/v1/messages", _CHAT, 1, id="chat under messages"),
        pytest.param("/v1/messages", _MESSAGE, 0, id="a message"),
        pytest.param("/v1/chat/completions", _MESSAGE, 1, id="a message under chat"),
        pytest.param("/v1/responses", _RESPONSE, 0, id="a response"),
        pytest.param("/v1/responses", f"data: {_CHAT}\n\n", 1, id="a stream of chat"),
        pytest.param("/v1/messages", '{"error": {}}', 0, id="an error"),
        pytest.param("/v1/embeddings", _CHAT, 0, id="a path of no such API"),
    ],
)
def test_response_mismatch(
    find: Callable[..., list[Problem]], path: str, body: str, count: int
) -> None:
    request = {"uri": f"https://e.org{path}"}
    assert len(find(CHECK, (request, {"body": {"string": body}}))) == count
