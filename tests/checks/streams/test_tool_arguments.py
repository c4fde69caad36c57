import json
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.tool_arguments import CHECK
from cassette_cli.finding import Severity

_CHAT = "https://api.openai.com/v1/chat/completions"


def plain(arguments: str, finish_reason: str = "tool_calls", **call: object) -> str:
    function = {"name": "add", "arguments": arguments}
    message = {"role": "assistant", "tool_calls": [{"id": "1", "function": function, **call}]}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    return json.dumps({"object": "chat.completion", "choices": [choice]})


def streamed(*pieces: str, end: str = "data: [DONE]\n\n") -> str:
    events = [
        {"choices": [{"index": 0, "delta": {"tool_calls": [{"index": 0, "function": function}]}}]}
        for function in ({"name": "add"}, *({"arguments": piece} for piece in pieces))
    ]
    return "".join(f"data: {json.dumps(event)}\n\n" for event in events) + end


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param(plain('{"a": 1}'), [], id="whole"),
        pytest.param(
            plain('{"a": 1'),
            [("response.body › choices[0].message.tool_calls[0].function.arguments", None)],
            id="cut off",
        ),
        pytest.param(
            plain('{"a": 1', "length"),
            [
                (
                    "response.body › choices[0].message.tool_calls[0].function.arguments",
                    Severity.INFO,
                )
            ],
            id="for want of tokens",
        ),
        pytest.param(plain("two and three"), [], id="no JSON was meant"),
        pytest.param(streamed('{"a"', ": 1}"), [], id="streamed"),
        pytest.param(
            streamed('{"a"', ": 1"),
            [
                (
                    "response.body › sse[2] › choices[0].delta.tool_calls[0].function.arguments",
                    None,
                )
            ],
            id="streamed, and cut off",
        ),
        pytest.param(streamed('{"a"', end=""), [], id="the stream itself is cut off"),
    ],
)
def test_tool_arguments(
    find: Callable[..., list[Problem]], body: str, places: list[tuple[str, Severity | None]]
) -> None:
    found = find(CHECK, ({"uri": _CHAT, "body": "{}"}, {"body": {"string": body}}))
    assert [(problem.location.name, problem.severity) for problem in found] == places


def test_a_custom_tool_takes_any_text(find: Callable[..., list[Problem]]) -> None:
    custom = {"name": "run", "input": "{ echo 1"}
    message = {"tool_calls": [{"id": "1", "type": "custom", "custom": custom}]}
    body = json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})
    assert find(CHECK, ({"uri": _CHAT, "body": "{}"}, {"body": {"string": body}})) == []
