import json
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.unanswered_call import CHECK

_CALL = {"role": "assistant", "tool_calls": [{"id": "call_1", "function": {"name": "add"}}]}
_RESULT = {"role": "tool", "tool_call_id": "call_1", "content": "5"}
_OTHER = {"role": "tool", "tool_call_id": "call_2", "content": "5"}
_ASKS = {"role": "user", "content": "2 + 3?"}


@pytest.mark.parametrize(
    ("messages", "count"),
    [
        pytest.param((_ASKS, _CALL, _RESULT), 0, id="answered"),
        pytest.param((_ASKS, _CALL, _ASKS), 1, id="not answered"),
        pytest.param((_ASKS, _CALL, _OTHER), 1, id="the answer to another"),
    ],
)
def test_unanswered_call(
    find: Callable[..., list[Problem]], messages: tuple[dict[str, object], ...], count: int
) -> None:
    body = json.dumps({"messages": messages})
    url = "https://api.openai.com/v1/chat/completions"
    assert len(find(CHECK, ({"uri": url, "body": body}, {}))) == count
