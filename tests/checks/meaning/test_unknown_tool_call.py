import json
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.unknown_tool_call import CHECK

_CALL = {"role": "assistant", "tool_calls": [{"id": "call_1", "function": {"name": "add"}}]}
_RESULT = {"role": "tool", "tool_call_id": "call_1", "content": "5"}
_OTHER = {"role": "tool", "tool_call_id": "call_2", "content": "5"}
_ASKS = {"role": "user", "content": "2 + 3?"}


@pytest.mark.parametrize(
    ("messages", "locations"),
    [
        pytest.param((_ASKS, _CALL, _RESULT), [], id="the call is there"),
        pytest.param(
            (_ASKS, _CALL, _OTHER),
            ["request.body › messages[2].tool_call_id"],
            id="the call of another id",
        ),
        pytest.param((_ASKS, _RESULT, _CALL), [], id="an id that stands elsewhere is known"),
        pytest.param((_OTHER,), [], id="results alone go to a server that keeps the calls"),
    ],
)
def test_unknown_tool_call(
    find: Callable[..., list[Problem]],
    messages: tuple[dict[str, object], ...],
    locations: list[str],
) -> None:
    body = json.dumps({"messages": messages})
    url = "https://api.openai.com/v1/chat/completions"
    found = find(CHECK, ({"uri": url, "body": body}, {}))
    assert [problem.location.name for problem in found] == locations


def test_a_response_goes_on_from_another(find: Callable[..., list[Problem]]) -> None:
    items = [_ASKS, {"type": "function_call_output", "call_id": "call_9", "output": "5"}]
    body = json.dumps({"previous_response_id": "resp_1", "input": items})
    assert find(CHECK, ({"uri": "https://api.openai.com/v1/responses", "body": body}, {})) == []
