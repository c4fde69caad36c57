import pytest

from cassette_cli.dialects.openai.responses_items import read_blocks, read_item, role_of
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    GenericPart,
    Part,
    Reasoning,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
)


@pytest.mark.parametrize(
    ("item", "role"),
    [
        pytest.param({"role": "developer", "content": ""}, "developer", id="a message names it"),
        pytest.param({"type": "function_call"}, "assistant", id="a call"),
        pytest.param({"type": "custom_tool_call_output"}, "tool", id="the result of a call"),
        pytest.param(
            {"type": "tool_search_output", "execution": "client"}, "tool", id="a client's search"
        ),
        pytest.param({"type": "tool_search_output"}, "assistant", id="a server's search"),
        pytest.param({"type": "mcp_approval_response"}, "user", id="a user's approval"),
    ],
)
def test_role_of(item: Json, role: str) -> None:
    assert role_of(item) == role


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        pytest.param(
            {
                "type": "reasoning",
                "summary": [{"text": "First."}, {"text": "Then."}],
                "content": [{"text": "Raw."}],
            },
            [Reasoning("First."), Reasoning("Then."), Reasoning("Raw.")],
            id="summaries, then raw reasoning",
        ),
        pytest.param(
            {"type": "custom_tool_call", "call_id": "c", "name": "run", "input": "print(1)"},
            [ToolCall("c", "run", "print(1)")],
            id="free text for a tool",
        ),
        pytest.param(
            {"type": "computer_call", "call_id": "c", "action": {"type": "click"}},
            [ToolCall("c", "computer_call", {"type": "click"})],
            id="the client's computer",
        ),
        pytest.param(
            {
                "type": "function_call_output",
                "call_id": "c",
                "output": [{"type": "input_text", "text": "5"}],
            },
            [ToolResult("c", "5")],
            id="a result of texts is text",
        ),
        pytest.param(
            {"type": "tool_search_output", "execution": "client", "call_id": "c", "tools": []},
            [ToolResult("c", [])],
            id="tools that the client found",
        ),
        pytest.param(
            {"type": "web_search_call", "id": "ws", "action": {"query": "Rome"}},
            [ServerToolCall("ws", "web_search_call", {"query": "Rome"})],
            id="web search",
        ),
        pytest.param(
            {"type": "file_search_call", "id": "fs", "queries": ["a"], "results": [{"n": 1}]},
            [
                ServerToolCall("fs", "file_search_call", {"queries": ["a"]}),
                ServerToolResult("fs", "file_search_call", [{"n": 1}]),
            ],
            id="file search with results",
        ),
        pytest.param(
            {"type": "code_interpreter_call", "id": "ci", "code": "1", "container_id": "cn"},
            [ServerToolCall("ci", "code_interpreter_call", {"code": "1", "container_id": "cn"})],
            id="code interpreter",
        ),
        pytest.param(
            {
                "type": "mcp_call",
                "id": "m",
                "name": "ask",
                "server_label": "wiki",
                "arguments": '{"q": 1}',
                "output": "yes",
                "error": None,
            },
            [
                ServerToolCall(
                    "m", "mcp_call", {"name": "ask", "server_label": "wiki", "arguments": {"q": 1}}
                ),
                ServerToolResult("m", "mcp_call", "yes"),
            ],
            id="MCP call",
        ),
        pytest.param(
            {"type": "mcp_list_tools", "id": "l", "server_label": "w", "tools": [], "error": "no"},
            [
                ServerToolCall("l", "mcp_list_tools", {"server_label": "w"}),
                ServerToolResult("l", "mcp_list_tools", {"error": "no", "tools": []}),
            ],
            id="the list of a server's tools",
        ),
        pytest.param(
            {"type": "tool_search_output", "id": "o", "execution": "server", "tools": [{"n": 1}]},
            [
                ServerToolCall("o", "tool_search_output", {}),
                ServerToolResult("o", "tool_search_output", [{"n": 1}]),
            ],
            id="tools that the server found",
        ),
        pytest.param(
            {"type": "image_generation_call", "id": "i", "result": "AA", "output_format": "webp"},
            [
                ServerToolCall("i", "image_generation_call", {"output_format": "webp"}),
                Blob("image", "image/webp", "AA"),
            ],
            id="a generated image",
        ),
        pytest.param(
            {"type": "compaction", "id": "c", "encrypted_content": "AA"},
            [
                GenericPart(
                    "compaction", {"type": "compaction", "id": "c", "encrypted_content": "AA"}
                )
            ],
            id="what a compaction left",
        ),
        pytest.param("Hi", [Text("Hi")], id="a bare text"),
        pytest.param({"n": 1}, [GenericPart("unknown", {"n": 1})], id="an object without a type"),
    ],
)
def test_read_item(item: Json, parts: list[Part]) -> None:
    assert list(read_item(item)) == parts


@pytest.mark.parametrize(
    ("block", "part"),
    [
        pytest.param("Hi", Text("Hi"), id="text"),
        pytest.param({"type": "reasoning_text", "text": "Hm"}, Reasoning("Hm"), id="reasoning"),
        pytest.param(
            {"type": "input_image", "image_url": "data:image/png;base64,AA"},
            Blob("image", "image/png", "AA"),
            id="an image inline",
        ),
        pytest.param(
            {"type": "input_image", "file_id": "file_1"},
            Uri("image", None, "file_1"),
            id="an uploaded image",
        ),
        pytest.param(
            {"type": "input_audio", "input_audio": {"data": "AA", "format": "wav"}},
            Blob("audio", "audio/wav", "AA"),
            id="audio",
        ),
        pytest.param(
            {"type": "input_file", "file_data": "data:text/plain;base64,AA"},
            Blob("document", "text/plain", "AA"),
            id="a file as a data URI",
        ),
        pytest.param(
            {"type": "input_file", "file_data": "AA", "filename": "a.pdf"},
            Blob("document", "application/pdf", "AA"),
            id="a file as bare base64",
        ),
        pytest.param(
            {"type": "input_file", "file_url": "https://example.com/a.pdf"},
            Uri("document", "application/pdf", "https://example.com/a.pdf"),
            id="a file elsewhere",
        ),
        pytest.param(
            {"type": "input_file", "file_id": "file_1"},
            Uri("document", None, "file_1"),
            id="an uploaded file",
        ),
        pytest.param({"type": "message", "content": "Hi"}, Text("Hi"), id="an inner message"),
        pytest.param(
            {"type": "input_file"}, GenericPart("input_file", {"type": "input_file"}), id="no file"
        ),
        pytest.param(
            {"type": "text"}, GenericPart("unknown", {"type": "text"}), id="a text that is none"
        ),
    ],
)
def test_read_blocks(block: Json, part: Part) -> None:
    assert list(read_blocks([block])) == [part]


def test_empty_texts_say_nothing() -> None:
    assert list(read_blocks([{"type": "output_text", "text": "", "annotations": []}])) == []
    assert list(read_blocks("")) == []


def test_odd_content_is_kept() -> None:
    assert list(read_blocks({"n": 1})) == [GenericPart("unknown", {"n": 1})]
