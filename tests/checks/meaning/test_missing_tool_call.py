import json
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.missing_tool_call import CHECK
from cassette_cli.json_values import Json

_CALL: Json = {"id": "c-1", "function": {"name": "now", "arguments": "{}"}}


@pytest.mark.parametrize(
    ("reason", "message", "count"),
    [
        pytest.param("tool_calls", {"content": "I will"}, 1, id="a call is announced alone"),
        pytest.param("tool_calls", {"tool_calls": [_CALL]}, 0, id="a call is there"),
        pytest.param("tool_calls", {"tool_calls": [{"type": "x"}]}, 0, id="one of another kind"),
        pytest.param("stop", {"content": "Done"}, 0, id="none is announced"),
    ],
)
def test_missing_tool_call(
    find: Callable[..., list[Problem]], reason: str, message: Json, count: int
) -> None:
    choices = [{"index": 0, "message": message, "finish_reason": reason}]
    request = {"uri": "https://api.openai.com/v1/chat/completions", "body": "{}"}
    response = {"body": {"string": json.dumps({"choices": choices})}}
    assert len(find(CHECK, (request, response))) == count
