import pytest

from cassette_cli.dialects.gemini.interactions import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Uri,
    Usage,
)


@pytest.mark.parametrize(
    ("path", "request_body", "answer", "claimed"),
    [
        pytest.param(
            "/v1beta/interactions", {"model": "m", "input": "Hi"}, {"error": {}}, True, id="created"
        ),
        pytest.param(
            "/v1beta/interactions/i1", None, {"object": "interaction"}, True, id="fetched"
        ),
        pytest.param(
            "", None, {"event_type": "interaction.created"}, True, id="a stream without a URL"
        ),
        pytest.param(
            "/v1beta/interactions/i1", None, {"event_type": "step.delta"}, True, id="resumed"
        ),
        pytest.param("/api/interactions", {"type": 1}, {}, False, id="a path that others have"),
    ],
)
def test_matches(path: str, request_body: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(value=request_body), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("asked", "messages"),
    [
        pytest.param("Hi", (Message("user", (Text("Hi"),)),), id="text"),
        pytest.param(
            [{"type": "text", "text": "Hi"}, {"type": "image", "data": "aGk="}],
            (Message("user", (Text("Hi"), Blob("image", None, "aGk="))),),
            id="contents",
        ),
        pytest.param(
            [
                {"role": "user", "content": "Hi"},
                {"role": "model", "content": {"type": "text", "text": "Ho"}},
            ],
            (Message("user", (Text("Hi"),)), Message("assistant", (Text("Ho"),))),
            id="turns",
        ),
        pytest.param(
            [
                {"type": "user_input", "content": [{"type": "text", "text": "Hi"}]},
                {"type": "function_call", "id": "f", "name": "now", "arguments": {}},
                {"type": "function_result", "call_id": "f", "name": "now", "result": "noon"},
            ],
            (
                Message("user", (Text("Hi"),)),
                Message("assistant", (ToolCall("f", "now", {}),)),
                Message("user", (ToolResult("f", "noon", "now"),)),
            ),
            id="steps",
        ),
    ],
)
def test_input(asked: Json, messages: tuple[Message, ...]) -> None:
    assert read_request({"model": "m", "input": asked}) == Prompt("m", messages=messages)


def test_read_request() -> None:
    body: Json = {
        "agent": "researcher",
        "input": "Hi",
        "system_instruction": "Be brief.",
        "tools": [
            {"type": "function", "name": "now", "parameters": {"type": "object"}},
            {"type": "google_search"},
        ],
        "background": True,
    }
    assert read_request(body) == Prompt(
        "researcher",
        system_instructions=(Text("Be brief."),),
        tool_definitions=(
            ToolDefinition("now", None, {"type": "object"}),
            ToolDefinition("google_search"),
        ),
        messages=(Message("user", (Text("Hi"),)),),
        settings=(("background", True),),
    )


@pytest.mark.parametrize(
    ("step", "part"),
    [
        pytest.param(
            {"type": "thought", "summary": [{"type": "text", "text": "Hm."}], "signature": "c2ln"},
            Reasoning("Hm.", (("signature", "c2ln"),)),
            id="a thought",
        ),
        pytest.param(
            {"type": "model_output", "content": [{"type": "text", "text": "Noon."}]},
            Text("Noon."),
            id="text",
        ),
        pytest.param({"type": "text", "text": "Noon."}, Text("Noon."), id="text without a step"),
        pytest.param(
            {"type": "code_execution_call", "id": "c", "arguments": {"code": "1"}},
            ServerToolCall("c", "code_execution", {"code": "1"}),
            id="a call that the provider runs",
        ),
        pytest.param(
            {"type": "mcp_server_tool_result", "call_id": "c", "name": "look", "result": []},
            ServerToolResult("c", "look", []),
            id="what such a call gave",
        ),
        pytest.param(
            {"type": "image", "uri": "gs://a", "mime_type": "image/png"},
            Uri("image", "image/png", "gs://a"),
            id="media",
        ),
        pytest.param({"type": "odd"}, GenericPart("odd", {"type": "odd"}), id="an unknown step"),
    ],
)
def test_steps(step: Json, part: Part) -> None:
    assert read_response({"status": "completed", "steps": [step]}) == Completion(
        messages=(Message("assistant", (part,), "completed"),)
    )


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "id": "i",
                "model": "m",
                "status": "in_progress",
                "steps": [{"type": "user_input", "content": "Hi"}],
                "usage": {
                    "total_input_tokens": 9,
                    "total_output_tokens": 2,
                    "total_thought_tokens": 5,
                    "total_cached_tokens": 1,
                    "total_tokens": 16,
                },
            },
            Completion(
                "i",
                "m",
                messages=(Message("assistant", (), "in_progress"),),
                usage=Usage(9, 2, 16, cache_read_input_tokens=1, reasoning_output_tokens=5),
            ),
            id="what the user said is no answer",
        ),
        pytest.param({"error": {"code": 400}}, Completion(error={"code": 400}), id="an error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
