import pytest

from cassette_cli.dialects.cohere.v2 import matches, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Reasoning,
    Text,
    ToolCall,
    Usage,
)


@pytest.mark.parametrize(
    ("path", "request_body", "answer", "claimed"),
    [
        pytest.param("/v2/chat", {"messages": []}, {"message": "no token"}, True, id="by the path"),
        pytest.param("/v2/chat", {"message": "Hi"}, {}, False, id="a path that others have too"),
        pytest.param(
            "",
            None,
            {"message": {"role": "assistant"}, "usage": {"tokens": {}, "billed_units": {}}},
            True,
            id="an answer without a URL",
        ),
        pytest.param(
            "",
            None,
            {"type": "message-start", "delta": {"message": {"role": "assistant"}}},
            True,
            id="a stream without a URL",
        ),
        pytest.param(
            "",
            None,
            {"message": {"role": "assistant"}, "usage": {"prompt_tokens": 1}},
            False,
            id="the usage of another API",
        ),
    ],
)
def test_matches(path: str, request_body: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(value=request_body), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "id": "c1",
                "finish_reason": "TOOL_CALL",
                "message": {
                    "role": "assistant",
                    "tool_plan": "I will look it up.",
                    "tool_calls": [
                        {
                            "id": "t1",
                            "type": "function",
                            "function": {"name": "a", "arguments": "{}"},
                        }
                    ],
                },
                "usage": {
                    "billed_units": {"input_tokens": 3, "output_tokens": 4},
                    "tokens": {"input_tokens": 30, "output_tokens": 40},
                    "cached_tokens": 20,
                },
            },
            Completion(
                id="c1",
                messages=(
                    Message(
                        "assistant",
                        (GenericPart("tool_plan", "I will look it up."), ToolCall("t1", "a", {})),
                        "TOOL_CALL",
                    ),
                ),
                usage=Usage(30, 40, cache_read_input_tokens=20),
            ),
            id="a plan and its calls",
        ),
        pytest.param(
            {
                "finish_reason": "COMPLETE",
                "message": {
                    "role": "assistant",
                    "content": [
                        {"type": "thinking", "thinking": "Hm."},
                        {"type": "text", "text": "Five."},
                    ],
                    "citations": [{"start": 0, "end": 4, "text": "Five"}],
                },
                "usage": {"billed_units": {"input_tokens": 3, "output_tokens": 4}},
            },
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            Reasoning("Hm."),
                            Text("Five."),
                        ),
                        "COMPLETE",
                        (("citations", [{"start": 0, "end": 4, "text": "Five"}]),),
                    ),
                ),
                usage=Usage(3, 4),
            ),
            id="thoughts, an answer and its sources",
        ),
        pytest.param(
            {"id": "e1", "message": "invalid token"},
            Completion(id="e1", error={"id": "e1", "message": "invalid token"}),
            id="an error",
        ),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
