import pytest

from cassette_cli.dialects.anthropic.messages import DIALECT, model_in_url
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Body, Interaction, Request, Response
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

API = "https://api.anthropic.com/v1/messages"
VERTEX = "https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/anthropic"
CHAT: Json = {"model": "claude", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}
ANSWER: Json = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-x",
    "content": [{"type": "text", "text": "Hello"}],
    "stop_reason": "end_turn",
    "usage": {
        "input_tokens": 3,
        "output_tokens": 5,
        "cache_read_input_tokens": 7,
        "cache_creation_input_tokens": 11,
        "output_tokens_details": {"thinking_tokens": 2},
    },
}
ERROR: Json = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}


@pytest.mark.parametrize(
    ("method", "url", "request_body", "response_body", "claimed"),
    [
        pytest.param("POST", API, CHAT, ANSWER, True, id="a call of the API"),
        pytest.param("POST", API + "?beta=true", CHAT, ERROR, True, id="a failed call"),
        pytest.param("POST", "http://[PROXY]/v1/messages", CHAT, ERROR, True, id="an odd host"),
        pytest.param("POST", API, None, None, True, id="a call without bodies"),
        pytest.param("POST", API, {"to": "me"}, {"ok": True}, False, id="messages of others"),
        pytest.param("GET", API, None, {"data": []}, False, id="a GET is no call"),
        pytest.param("POST", "", None, ANSWER, True, id="an answer without a URL"),
        pytest.param(
            "POST",
            "",
            None,
            {"type": "message_start", "message": ANSWER},
            True,
            id="the first event without a URL",
        ),
        pytest.param(
            "POST",
            VERTEX + "/models/claude-x@1:streamRawPredict",
            CHAT,
            None,
            True,
            id="Vertex streams",
        ),
        pytest.param(
            "POST", VERTEX + "/models/claude-x@1:rawPredict", CHAT, [ERROR], True, id="Vertex fails"
        ),
        pytest.param(
            "POST",
            VERTEX + "/models/count-tokens:rawPredict",
            CHAT,
            {"input_tokens": 3},
            False,
            id="Vertex counts tokens under the path of a model",
        ),
        pytest.param(
            "POST", API + "/count_tokens", CHAT, {"input_tokens": 3}, False, id="tokens are counted"
        ),
        pytest.param(
            "POST",
            "https://bedrock-runtime.eu-west-1.amazonaws.com/model/anthropic.claude/invoke",
            CHAT,
            ANSWER,
            False,
            id="Bedrock has a dialect of its own",
        ),
        pytest.param(
            "GET",
            "https://api.openai.com/v1/conversations/c/items/i",
            None,
            {"type": "message", "role": "assistant", "content": []},
            False,
            id="OpenAI's messages have no reason to stop",
        ),
    ],
)
def test_matches(
    method: str, url: str, request_body: Json, response_body: Json, *, claimed: bool
) -> None:
    bodies = [
        None if value is None else Body(write_json(value))
        for value in (request_body, response_body)
    ]
    request, response = Request(method, url, body=bodies[0]), Response(200, body=bodies[1])
    assert DIALECT.matches(decode_exchange(Interaction(0, request, response))) is claimed


def test_model_in_url() -> None:
    assert model_in_url("/v1/publishers/anthropic/models/claude-x@1:rawPredict") == "claude-x@1"
    assert model_in_url("/v1/messages") is None


def test_read_request() -> None:
    request: Json = {
        "model": "claude",
        "max_tokens": 9,
        "system": [{"type": "text", "text": "Be brief"}],
        "tools": [
            {"name": "add", "description": "Adds", "input_schema": {"type": "object"}},
            {"type": "web_search_20250305", "name": "web_search", "max_uses": 2},
            {"type": "mcp_toolset", "mcp_server_name": "wiki"},
        ],
        "messages": [
            {"role": "user", "content": "1+1?"},
            {"role": "assistant", "content": [{"type": "text", "text": "2"}]},
        ],
    }
    assert DIALECT.read_request(request) == Prompt(
        model="claude",
        system_instructions=(Text("Be brief"),),
        tool_definitions=(
            ToolDefinition("add", "Adds", {"type": "object"}),
            ToolDefinition("web_search", None, {"type": "web_search_20250305", "max_uses": 2}),
            ToolDefinition("mcp_toolset", None, {"type": "mcp_toolset", "mcp_server_name": "wiki"}),
        ),
        messages=(Message("user", (Text("1+1?"),)), Message("assistant", (Text("2"),))),
        settings=(("max_tokens", 9),),
    )


def _source(kind: str, **fields: Json) -> Json:
    return {"type": kind, **fields}


@pytest.mark.parametrize(
    ("block", "parts"),
    [
        pytest.param({"type": "text", "text": "a"}, [Text("a")], id="text"),
        pytest.param(
            {"type": "text", "text": "a", "citations": [{"url": "u"}]},
            [Text("a", (("citations", [{"url": "u"}]),))],
            id="citations belong to their text",
        ),
        pytest.param(
            {"type": "thinking", "thinking": "Hm", "signature": "s"},
            [Reasoning("Hm", (("signature", "s"),))],
            id="thinking with its signature",
        ),
        pytest.param(
            {"type": "thinking", "thinking": "", "signature": "s"},
            [Reasoning("", (("signature", "s"),))],
            id="thinking that was left out is a signature",
        ),
        pytest.param(
            {"type": "redacted_thinking", "data": "d"},
            [GenericPart("redacted_thinking", {"type": "redacted_thinking", "data": "d"})],
            id="encrypted thinking is no text",
        ),
        pytest.param(
            {"type": "tool_use", "id": "t1", "name": "add", "input": {"a": 1}},
            [ToolCall("t1", "add", {"a": 1})],
            id="a call for the client",
        ),
        pytest.param(
            {"type": "server_tool_use", "id": "s1", "name": "web_search", "input": {"query": "q"}},
            [ServerToolCall("s1", "web_search", {"query": "q"})],
            id="a call for the server",
        ),
        pytest.param(
            {"type": "web_search_tool_result", "tool_use_id": "s1", "content": [{"url": "u"}]},
            [ServerToolResult("s1", "web_search", [{"url": "u"}])],
            id="the server's answer in its own form",
        ),
        pytest.param(
            {"type": "mcp_tool_use", "id": "m1", "name": "ask", "server_name": "w", "input": {}},
            [ServerToolCall("m1", "ask", {}, (("server_name", "w"),))],
            id="a call over MCP",
        ),
        pytest.param(
            {
                "type": "mcp_tool_result",
                "tool_use_id": "m1",
                "is_error": False,
                "content": [{"type": "text", "text": "yes"}],
            },
            [ServerToolResult("m1", "mcp", "yes")],
            id="an answer over MCP",
        ),
        pytest.param(
            {"type": "tool_result", "tool_use_id": "t1", "content": "2"},
            [ToolResult("t1", "2")],
            id="the client's answer",
        ),
        pytest.param(
            {"type": "tool_result", "tool_use_id": "t1", "content": "no", "is_error": True},
            [ToolResult("t1", {"is_error": True, "content": "no"})],
            id="a failed call says so",
        ),
        pytest.param(
            {"type": "image", "source": _source("base64", media_type="image/png", data="QQ==")},
            [Blob("image", "image/png", "QQ==")],
            id="an inline image",
        ),
        pytest.param(
            {"type": "image", "source": _source("url", url="https://example.com/a.png")},
            [Uri("image", None, "https://example.com/a.png")],
            id="an image behind a URL",
        ),
        pytest.param(
            {"type": "document", "source": _source("file", file_id="file_1")},
            [Uri("document", None, "file_1")],
            id="an uploaded document",
        ),
        pytest.param(
            {"type": "document", "source": _source("text", data="a")},
            [GenericPart("document", {"type": "document", "source": _source("text", data="a")})],
            id="a document of plain text is whole",
        ),
        pytest.param(
            {"type": "container_upload", "file_id": "file_1"},
            [Uri("document", None, "file_1")],
            id="a file for the container",
        ),
        pytest.param(
            {"type": "compaction", "content": "So far"},
            [GenericPart("compaction", {"type": "compaction", "content": "So far"})],
            id="a block of another kind",
        ),
        pytest.param({"a": 1}, [GenericPart("unknown", {"a": 1})], id="a block without kind"),
        pytest.param(
            {"type": "text"}, [GenericPart("unknown", {"type": "text"})], id="a text without text"
        ),
        pytest.param(1, [GenericPart("unknown", 1)], id="no block at all"),
    ],
)
def test_parts(block: Json, parts: list[Part]) -> None:
    prompt = DIALECT.read_request({"messages": [{"role": "user", "content": [block]}]})
    assert prompt.messages == (Message("user", tuple(parts)),)


@pytest.mark.parametrize(
    ("value", "completion"),
    [
        pytest.param(
            ANSWER,
            Completion(
                id="msg_1",
                model="claude-x",
                messages=(Message("assistant", (Text("Hello"),), "end_turn"),),
                usage=Usage(3, 5, None, 7, 11, 2),
            ),
            id="a message",
        ),
        pytest.param(
            ERROR,
            Completion(error={"type": "overloaded_error", "message": "Overloaded"}),
            id="an error",
        ),
        pytest.param([{"error": {"code": 404}}], Completion(error={"code": 404}), id="on Vertex"),
        pytest.param({"detail": "no"}, Completion(error={"detail": "no"}), id="of a gateway"),
        pytest.param(None, Completion(), id="no JSON"),
    ],
)
def test_read_response(value: Json, completion: Completion) -> None:
    assert DIALECT.read_response(value) == completion
