import pytest

from cassette_cli.dialects.mistral.conversations import (
    matches,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    GenericPart,
    Message,
    Prompt,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
)


@pytest.mark.parametrize(
    ("path", "asked", "answer", "claimed"),
    [
        pytest.param("", None, {"object": "conversation.response"}, True, id="an answer"),
        pytest.param("", None, {"type": "message.output.delta"}, True, id="a stream"),
        pytest.param("/v1/conversations", {"inputs": "Hi"}, {}, True, id="a request with inputs"),
        pytest.param("/v1/conversations", {"items": []}, {}, False, id="OpenAI's conversations"),
        pytest.param("", None, {"object": "conversation", "created_at": 1}, False, id="its object"),
        pytest.param(
            "", None, {"object": "conversation", "created_at": "2026"}, True, id="Mistral's object"
        ),
    ],
)
def test_matches(path: str, asked: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))
    assert matches(exchange) == claimed


def test_read_request() -> None:
    body: Json = {
        "agent_id": "ag",
        "instructions": "Be brief.",
        "inputs": [
            {"role": "user", "content": "Hi", "type": "message.input"},
            {"type": "function.call", "tool_call_id": "c", "name": "now", "arguments": "{}"},
            {"type": "function.result", "tool_call_id": "c", "result": "noon"},
        ],
        "tools": [{"type": "function", "function": {"name": "now", "parameters": {}}}],
        "store": False,
    }
    assert read_request(body) == Prompt(
        "ag",
        system_instructions=(Text("Be brief."),),
        tool_definitions=(ToolDefinition("now"),),
        messages=(
            Message("user", (Text("Hi"),)),
            Message("assistant", (ToolCall("c", "now", {}),)),
            Message("tool", (ToolResult("c", "noon"),)),
        ),
        settings=(("store", False),),
    )


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        pytest.param(
            {
                "object": "conversation.history",
                "entries": [
                    {"type": "message.input", "role": "user", "content": "Hi"},
                    {"type": "message.output", "role": "assistant", "content": "Ho"},
                ],
            },
            (Message("user", (Text("Hi"),)), Message("assistant", (Text("Ho"),))),
            id="a history",
        ),
        pytest.param(
            {"object": "agent", "id": "ag"},
            (Message("assistant", (GenericPart("agent", {"object": "agent", "id": "ag"}),)),),
            id="an agent",
        ),
    ],
)
def test_read_response(body: Json, messages: tuple[Message, ...]) -> None:
    assert read_response(body).messages == messages
