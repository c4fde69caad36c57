import pytest

from cassette_cli.dialects.openai.responses import DIALECT, matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Prompt,
    Reasoning,
    Refusal,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Usage,
)

_FAILED: Json = {"error": {"message": "no such key"}}
_ANSWER: Json = {"id": "resp_1", "object": "response", "output": []}


@pytest.mark.parametrize(
    ("method", "path", "asked", "answer"),
    [
        pytest.param("POST", "/v1/responses", {"input": "Hi"}, _ANSWER, id="created"),
        pytest.param("POST", "/responses", {"input": "Hi"}, _FAILED, id="a call that failed"),
        pytest.param("POST", "/openai/responses/", None, None, id="nothing but a path"),
        pytest.param("POST", "/v1/responses/compact", {"input": []}, None, id="compacted"),
        pytest.param("GET", "/v1/responses/resp_1", None, _ANSWER, id="polled"),
        pytest.param("GET", "/v1/responses/resp_1", None, _FAILED, id="a poll that failed"),
        pytest.param("GET", "/responses/resp_1/input_items", None, {"object": "list"}, id="items"),
        pytest.param(
            "POST", "/v1/conversations", {}, {"object": "conversation"}, id="a conversation"
        ),
        pytest.param("GET", "/v1/conversations/c/items", None, {"object": "list"}, id="its items"),
        pytest.param("DELETE", "/x", None, {"object": "response.deleted"}, id="deleted"),
        pytest.param("POST", "", None, {"response": {"output": []}}, id="a stream without a URL"),
    ],
)
def test_matches(method: str, path: str, asked: Json, answer: Json) -> None:
    assert matches(_exchange(method, path, asked, answer))


@pytest.mark.parametrize(
    ("method", "path", "asked", "answer"),
    [
        pytest.param("POST", "/v1/responses/input_tokens", {"input": ""}, _FAILED, id="counting"),
        pytest.param("POST", "/survey/responses", {"answer": 1}, {"id": 3}, id="a survey"),
        pytest.param("GET", "/survey/responses/3", None, {"id": 3}, id="one of a survey"),
        pytest.param("POST", "", None, {"choices": [{"message": {}}]}, id="a chat"),
    ],
)
def test_matches_nothing_else(method: str, path: str, asked: Json, answer: Json) -> None:
    assert not matches(_exchange(method, path, asked, answer))


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {"model": "gpt-9", "input": "Hi", "instructions": "Be brief.", "stream": True},
            Prompt(
                model="gpt-9",
                system_instructions=(Text("Be brief."),),
                messages=(Message("user", (Text("Hi"),)),),
                settings=(("stream", True),),
            ),
            id="texts",
        ),
        pytest.param(
            {
                "input": [
                    {"role": "user", "content": [{"type": "input_text", "text": "2 + 3?"}]},
                    {
                        "type": "reasoning",
                        "summary": [{"type": "summary_text", "text": "Add."}],
                        "encrypted_content": "c2VjcmV0",
                    },
                    {
                        "type": "function_call",
                        "call_id": "call_1",
                        "name": "add",
                        "arguments": '{"a": 2, "b": 3}',
                    },
                    {"type": "function_call_output", "call_id": "call_1", "output": "5"},
                    {"type": "mcp_approval_response", "approve": True},
                ]
            },
            Prompt(
                messages=(
                    Message("user", (Text("2 + 3?"),)),
                    Message(
                        "assistant",
                        (
                            Reasoning("Add.", (("encrypted_content", "c2VjcmV0"),)),
                            ToolCall("call_1", "add", {"a": 2, "b": 3}),
                        ),
                    ),
                    Message("tool", (ToolResult("call_1", "5"),)),
                    Message(
                        "user",
                        (
                            GenericPart(
                                "mcp_approval_response",
                                {"type": "mcp_approval_response", "approve": True},
                            ),
                        ),
                    ),
                )
            ),
            id="items of the model are one turn",
        ),
        pytest.param(
            {
                "tools": [
                    {"type": "function", "name": "add", "parameters": {"type": "object"}},
                    {"type": "web_search", "search_context_size": "low"},
                    {"type": "tool_search"},
                ]
            },
            Prompt(
                tool_definitions=(
                    ToolDefinition("add", None, {"type": "object"}),
                    ToolDefinition("web_search", None, {"search_context_size": "low"}),
                    ToolDefinition("tool_search"),
                )
            ),
            id="tools of the client and of the server",
        ),
        pytest.param(None, Prompt(), id="no body"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "id": "resp_1",
                "object": "response",
                "model": "gpt-9",
                "status": "completed",
                "error": None,
                "output": [
                    {"type": "reasoning", "summary": [], "encrypted_content": "c2VjcmV0"},
                    {
                        "type": "message",
                        "role": "assistant",
                        "content": [
                            {"type": "output_text", "text": "Five.", "annotations": [{"n": 1}]},
                            {"type": "refusal", "refusal": "No."},
                        ],
                    },
                ],
                "usage": {
                    "input_tokens": 9,
                    "input_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 2},
                    "output_tokens": 3,
                    "output_tokens_details": {"reasoning_tokens": 1},
                    "total_tokens": 12,
                },
            },
            Completion(
                id="resp_1",
                model="gpt-9",
                messages=(
                    Message(
                        "assistant",
                        (
                            Reasoning("", (("encrypted_content", "c2VjcmV0"),)),
                            Text("Five.", (("annotations", [{"n": 1}]),)),
                            Refusal("No."),
                        ),
                        "completed",
                    ),
                ),
                usage=Usage(9, 3, 12, 4, 2, 1),
            ),
            id="one message of all items",
        ),
        pytest.param(
            {"status": "incomplete", "output": [], "incomplete_details": {"reason": "filter"}},
            Completion(
                messages=(Message("assistant", (), "incomplete"),),
                extra=(("incomplete_details", {"reason": "filter"}),),
            ),
            id="why it is incomplete",
        ),
        pytest.param(
            {"object": "list", "data": [{"role": "user", "content": "Hi"}]},
            Completion(messages=(Message("assistant", (Text("Hi"),)),)),
            id="a list of items",
        ),
        pytest.param(_FAILED, Completion(error={"message": "no such key"}), id="an error"),
        pytest.param(
            {"detail": "Not Found"}, Completion(error={"detail": "Not Found"}), id="another error"
        ),
        pytest.param(None, Completion(), id="no body"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


def test_the_record_speaks_of_this_api() -> None:
    assert DIALECT.name == "openai-responses"


@pytest.mark.parametrize(
    ("path", "host", "answer", "claimed"),
    [
        pytest.param("/v1/conversations/c/items/i", "", {"type": "message"}, True, id="one item"),
        pytest.param("/v1/conversations", "", {"error": {}}, True, id="a failed call"),
        pytest.param(
            "/v1/conversations/c", "api.mistral.ai", {"error": {}}, False, id="Mistral's host"
        ),
        pytest.param(
            "/v1/conversations/c",
            "",
            {"object": "conversation", "created_at": "2026-03-02"},
            False,
            id="Mistral's object",
        ),
    ],
)
def test_matches_conversations(path: str, host: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("GET", path), Response(200))
    exchange = Exchange(interaction, host, path, Payload(), Payload(value=answer))
    assert matches(exchange) == claimed


def test_one_item_of_a_conversation() -> None:
    item: Json = {"type": "message", "id": "i", "content": [{"type": "output_text", "text": "Ho"}]}
    assert [message.parts for message in read_response(item).messages] == [(Text("Ho"),)]
