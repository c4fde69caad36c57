import pytest

from cassette_cli.json_values import Json
from cassette_cli.render.said import said_in_interaction, said_in_message


@pytest.mark.parametrize(
    ("part", "line"),
    [
        pytest.param({"type": "text", "content": "Hi"}, "assistant: Hi", id="a text"),
        pytest.param(
            {"type": "reasoning", "content": "Hm"}, "assistant, reasoning: Hm", id="a thought"
        ),
        pytest.param(
            {"type": "tool_call", "name": "add", "arguments": {"a": 2}},
            'assistant calls add: {"a": 2}',
            id="a call",
        ),
        pytest.param(
            {"type": "tool_call_response", "response": "5"}, "assistant, result: 5", id="a result"
        ),
        pytest.param({"type": "x", "value": 1}, 'assistant: {"type": "x", "value": 1}', id="else"),
    ],
)
def test_said_in_message(part: Json, line: str) -> None:
    assert said_in_message({"role": "assistant", "parts": [part]}) == line


def test_what_is_no_message_says_nothing() -> None:
    assert said_in_message("text") is None


def test_said_in_interaction() -> None:
    text: Json = {"type": "text", "content": "How many?"}
    answer: Json = {"type": "refusal", "content": "I cannot count."}
    message: Json = {"role": "assistant", "finish_reason": "content_filter", "parts": [answer]}
    said = said_in_interaction(
        {
            "model": "gpt-4o",
            "prompt": {"role": "user", "parts": [text]},
            "completion": {"messages": [message], "error": {"code": 7}},
        }
    )
    assert said is not None
    assert said.split("\n") == [
        "model gpt-4o",
        "user: How many?",
        "assistant, refusal: I cannot count.",
        "finish reason: content_filter",
        'error: {"code": 7}',
    ]


def test_what_is_no_conversation_tells_its_bodies() -> None:
    assert said_in_interaction({"request": "a=1", "response": [1]}) == "request: a=1\nresponse: [1]"
    assert said_in_interaction(None) is None
