import pytest

from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    Completion,
    Conversation,
    GenericPart,
    Message,
    Part,
    Prompt,
    Reasoning,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Uri,
    Usage,
)
from cassette_cli.transcript_json import conversation_json, part_json


@pytest.mark.parametrize(
    ("part", "value"),
    [
        pytest.param(Text("a"), {"type": "text", "content": "a"}, id="text"),
        pytest.param(
            Text("a", (("citations", [{"url": "u"}]),)),
            {"type": "text", "content": "a", "extra": {"citations": [{"url": "u"}]}},
            id="text with what its provider says of it",
        ),
        pytest.param(Reasoning("a"), {"type": "reasoning", "content": "a"}, id="reasoning"),
        pytest.param(Refusal("a"), {"type": "refusal", "content": "a"}, id="refusal"),
        pytest.param(
            ToolCall("c-1", "add", {"a": 2}),
            {"type": "tool_call", "id": "c-1", "name": "add", "arguments": {"a": 2}},
            id="tool call",
        ),
        pytest.param(
            ToolResult("c-1", [5]),
            {"type": "tool_call_response", "id": "c-1", "response": [5]},
            id="tool result",
        ),
        pytest.param(
            ToolResult(None, "5", "add"),
            {"type": "tool_call_response", "id": None, "name": "add", "response": "5"},
            id="tool result by name",
        ),
        pytest.param(
            ServerToolCall("s-1", "search", {}),
            {"type": "server_tool_call", "id": "s-1", "name": "search", "arguments": {}},
            id="server tool call",
        ),
        pytest.param(
            ServerToolResult("s-1", "search", []),
            {"type": "server_tool_call_response", "id": "s-1", "name": "search", "response": []},
            id="server tool result",
        ),
        pytest.param(
            Blob("image", "image/png", "AA=="),
            {"type": "blob", "modality": "image", "mime_type": "image/png", "content": "AA=="},
            id="blob",
        ),
        pytest.param(
            Uri("document", None, "f-1"),
            {"type": "uri", "modality": "document", "mime_type": None, "uri": "f-1"},
            id="uri",
        ),
        pytest.param(
            GenericPart("hologram", {"a": 1}), {"type": "hologram", "value": {"a": 1}}, id="unknown"
        ),
    ],
)
def test_part_json(part: Part, value: Json) -> None:
    assert part_json(part) == value


def test_a_model_call_with_everything() -> None:
    conversation = Conversation(
        "openai-chat",
        streamed=True,
        framing="sse",
        complete=True,
        prompt=Prompt(
            "m-1",
            (Text("Add."),),
            (ToolDefinition("add", "Adds.", {"type": "object"}),),
            (Message("user", (Text("Hi"),)),),
            (("temperature", 0),),
        ),
        completion=Completion(
            "c-1",
            "m-1-2026",
            (Message("assistant", (Text("Hello"),), "stop"),),
            Usage(201, 61, 262, reasoning_output_tokens=4),
        ),
        notes=("event 3: odd",),
    )
    assert conversation_json(conversation) == {
        "dialect": "openai-chat",
        "streamed": True,
        "framing": "sse",
        "complete": True,
        "prompt": {
            "model": "m-1",
            "system_instructions": [{"type": "text", "content": "Add."}],
            "tool_definitions": [
                {"name": "add", "description": "Adds.", "parameters": {"type": "object"}}
            ],
            "messages": [{"role": "user", "parts": [{"type": "text", "content": "Hi"}]}],
            "settings": {"temperature": 0},
        },
        "completion": {
            "id": "c-1",
            "model": "m-1-2026",
            "messages": [
                {
                    "role": "assistant",
                    "finish_reason": "stop",
                    "parts": [{"type": "text", "content": "Hello"}],
                }
            ],
            "usage": {
                "input_tokens": 201,
                "output_tokens": 61,
                "total_tokens": 262,
                "cache_read_input_tokens": None,
                "cache_creation_input_tokens": None,
                "reasoning_output_tokens": 4,
            },
            "error": None,
        },
        "notes": ["event 3: odd"],
    }


def test_a_model_call_with_nothing() -> None:
    conversation = Conversation("mcp", False, None, False, Prompt(), Completion(error="no"))  # noqa: FBT003 -- its fields
    assert conversation_json(conversation)["completion"] == {
        "id": None,
        "model": None,
        "messages": [],
        "usage": None,
        "error": "no",
    }
