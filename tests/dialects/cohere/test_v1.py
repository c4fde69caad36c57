import pytest

from cassette_cli.dialects.cohere.v1 import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Completion,
    Message,
    Prompt,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Usage,
)


@pytest.mark.parametrize(
    ("path", "request_body", "answer", "claimed"),
    [
        pytest.param("/v1/chat", {"message": "Hi"}, {"message": "no"}, True, id="chat"),
        pytest.param("/v1/generate", {"prompt": "Hi"}, None, True, id="generate"),
        pytest.param("/v1/chat", {"messages": []}, None, False, id="chat of another API"),
        pytest.param("", None, {"generation_id": "g"}, True, id="an answer without a URL"),
        pytest.param(
            "",
            None,
            {"event_type": "stream-start", "is_finished": False},
            True,
            id="a stream without a URL",
        ),
        pytest.param(
            "/model/cohere/invoke", None, {"generation_id": "g"}, False, id="another API's path"
        ),
    ],
)
def test_matches(path: str, request_body: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(value=request_body), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {
                "model": "command",
                "preamble": "Be brief.",
                "chat_history": [
                    {"role": "USER", "message": "2 + 3?"},
                    {
                        "role": "CHATBOT",
                        "message": "Let me add.",
                        "tool_calls": [{"name": "add", "parameters": {"a": 2, "b": 3}}],
                    },
                ],
                "tool_results": [{"call": {"name": "add"}, "outputs": [{"sum": 5}]}],
                "message": "So?",
                "tools": [
                    {
                        "name": "add",
                        "description": "Adds",
                        "parameter_definitions": {"a": {"type": "int"}},
                    }
                ],
                "temperature": 0,
            },
            Prompt(
                "command",
                system_instructions=(Text("Be brief."),),
                tool_definitions=(ToolDefinition("add", "Adds", {"a": {"type": "int"}}),),
                messages=(
                    Message("user", (Text("2 + 3?"),)),
                    Message(
                        "assistant",
                        (Text("Let me add."), ToolCall(None, "add", {"a": 2, "b": 3})),
                    ),
                    Message("tool", (ToolResult(None, [{"sum": 5}], "add"),)),
                    Message("user", (Text("So?"),)),
                ),
                settings=(("temperature", 0),),
            ),
            id="chat",
        ),
        pytest.param(
            {"prompt": "Once", "max_tokens": 9},
            Prompt(messages=(Message("user", (Text("Once"),)),), settings=(("max_tokens", 9),)),
            id="generate",
        ),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "response_id": "r1",
                "generation_id": "g1",
                "text": "Five.",
                "finish_reason": "COMPLETE",
                "tool_calls": [{"name": "note", "parameters": {}}],
                "citations": [{"start": 0, "end": 4}],
                "chat_history": [{"role": "USER", "message": "2 + 3?"}],
                "meta": {
                    "billed_units": {"input_tokens": 3},
                    "tokens": {"input_tokens": 30, "output_tokens": 2},
                },
            },
            Completion(
                "r1",
                messages=(
                    Message(
                        "assistant",
                        (
                            Text("Five."),
                            ToolCall(None, "note", {}),
                        ),
                        "COMPLETE",
                        (("generation_id", "g1"), ("citations", [{"start": 0, "end": 4}])),
                    ),
                ),
                usage=Usage(30, 2),
            ),
            id="chat",
        ),
        pytest.param(
            {
                "id": "r1",
                "generations": [
                    {"text": "a", "finish_reason": "COMPLETE"},
                    {"text": "b", "finish_reason": "MAX_TOKENS"},
                ],
                "meta": {"billed_units": {"input_tokens": 3, "output_tokens": 4}},
            },
            Completion(
                "r1",
                messages=(
                    Message("assistant", (Text("a"),), "COMPLETE"),
                    Message("assistant", (Text("b"),), "MAX_TOKENS"),
                ),
                usage=Usage(3, 4),
            ),
            id="several generations",
        ),
        pytest.param(
            {"message": "invalid token"},
            Completion(error={"message": "invalid token"}),
            id="an error",
        ),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
