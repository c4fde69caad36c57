import pytest

from cassette_cli.dialects.bedrock.converse import DIALECT
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

HOST = "https://bedrock-runtime.eu-west-1.amazonaws.com"
ANSWER: Json = {
    "output": {"message": {"role": "assistant", "content": [{"text": "Hello"}]}},
    "stopReason": "end_turn",
    "usage": {
        "inputTokens": 3,
        "outputTokens": 5,
        "totalTokens": 26,
        "cacheReadInputTokens": 7,
        "cacheWriteInputTokenCount": 11,
    },
    "metrics": {"latencyMs": 1},
}


@pytest.mark.parametrize(
    ("url", "answer", "claimed"),
    [
        pytest.param(HOST + "/model/a.b/converse", {"message": "no"}, True, id="a failed call"),
        pytest.param(HOST + "/model/a.b/converse-stream", None, True, id="a stream"),
        pytest.param(HOST + "/model/a.b/invoke", ANSWER, False, id="Nova's own format"),
        pytest.param(HOST + "/model/a.b/count-tokens", None, False, id="tokens are counted"),
        pytest.param("<URL>", ANSWER, True, id="an odd URL"),
        pytest.param("<URL>", {"output": {"text": "a"}}, False, id="another output"),
    ],
)
def test_matches(url: str, answer: Json, *, claimed: bool) -> None:
    interaction = Interaction(0, Request("POST", url), Response(200, body=Body(write_json(answer))))
    assert DIALECT.matches(decode_exchange(interaction)) is claimed


def test_read_request() -> None:
    request: Json = {
        "system": [{"text": "Be brief"}, {"cachePoint": {"type": "default"}}],
        "messages": [{"role": "user", "content": [{"text": "1+1?"}]}],
        "inferenceConfig": {"maxTokens": 9},
        "toolConfig": {
            "tools": [
                {
                    "toolSpec": {
                        "name": "add",
                        "description": "Adds",
                        "inputSchema": {"json": {"type": "object"}},
                    }
                },
                {"systemTool": {"name": "nova_grounding"}},
                {"cachePoint": {"type": "default"}},
                {"newTool": {"a": 1}},
            ],
            "toolChoice": {"auto": {}},
        },
    }
    assert DIALECT.read_request(request) == Prompt(
        system_instructions=(Text("Be brief"),),
        tool_definitions=(
            ToolDefinition("add", "Adds", {"type": "object"}),
            ToolDefinition("nova_grounding"),
            ToolDefinition("newTool", None, {"newTool": {"a": 1}}),
        ),
        messages=(Message("user", (Text("1+1?"),)),),
        settings=(
            ("inferenceConfig", {"maxTokens": 9}),
            ("toolConfig", {"toolChoice": {"auto": {}}}),
        ),
    )


@pytest.mark.parametrize(
    ("block", "parts"),
    [
        pytest.param({"text": "a"}, [Text("a")], id="text"),
        pytest.param(
            {"reasoningContent": {"reasoningText": {"text": "Hm", "signature": "s"}}},
            [Reasoning("Hm", (("signature", "s"),))],
            id="reasoning with its signature",
        ),
        pytest.param(
            {"reasoningContent": {"redactedContent": "QQ=="}},
            [GenericPart("reasoningContent", {"redactedContent": "QQ=="})],
            id="encrypted reasoning is no text",
        ),
        pytest.param(
            {"toolUse": {"toolUseId": "t1", "name": "add", "input": {"a": 1}}},
            [ToolCall("t1", "add", {"a": 1})],
            id="a call for the client",
        ),
        pytest.param(
            {"toolUse": {"toolUseId": "t1", "name": "g", "input": {}, "type": "server_tool_use"}},
            [ServerToolCall("t1", "g", {})],
            id="a call for the server",
        ),
        pytest.param(
            {"toolResult": {"toolUseId": "t1", "type": "g_result", "content": [{"text": "a"}]}},
            [ServerToolResult("t1", "g_result", [{"text": "a"}])],
            id="the server's answer",
        ),
        pytest.param(
            {
                "toolResult": {
                    "toolUseId": "t1",
                    "status": "success",
                    "content": [{"text": "a"}, {"text": "b"}],
                }
            },
            [ToolResult("t1", "ab")],
            id="the client's answer in text",
        ),
        pytest.param(
            {"toolResult": {"toolUseId": "t1", "content": [{"json": {"a": 1}}]}},
            [ToolResult("t1", {"a": 1})],
            id="the client's answer in JSON",
        ),
        pytest.param(
            {"toolResult": {"toolUseId": "t1", "status": "error", "content": [{"text": "no"}]}},
            [ToolResult("t1", {"status": "error", "content": "no"})],
            id="a failed call says so",
        ),
        pytest.param(
            {"citationsContent": {"content": [{"text": "a"}], "citations": [{"title": "t"}]}},
            [Text("a", (("citations", [{"title": "t"}]),))],
            id="citations belong to their text",
        ),
        pytest.param(
            {"image": {"format": "png", "source": {"bytes": "QQ=="}}},
            [Blob("image", "image/png", "QQ==")],
            id="an inline image",
        ),
        pytest.param(
            {"document": {"format": "pdf", "name": "n", "source": {"bytes": "QQ=="}}},
            [Blob("document", "application/pdf", "QQ==")],
            id="an inline document",
        ),
        pytest.param(
            {"video": {"format": "mp4", "source": {"s3Location": {"uri": "s3://b/v.mp4"}}}},
            [Uri("video", "video/mp4", "s3://b/v.mp4")],
            id="a video in a bucket",
        ),
        pytest.param(
            {"document": {"name": "n", "source": {"text": "a"}}},
            [GenericPart("document", {"name": "n", "source": {"text": "a"}})],
            id="a document of plain text is whole",
        ),
        pytest.param(
            {"guardContent": {"text": {"text": "a"}}},
            [GenericPart("guardContent", {"text": {"text": "a"}})],
            id="a block of another kind",
        ),
        pytest.param({"cachePoint": {"type": "default"}}, [], id="a mark says nothing"),
        pytest.param({"text": 1}, [GenericPart("unknown", {"text": 1})], id="a text without text"),
        pytest.param("a", [GenericPart("unknown", "a")], id="no block at all"),
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
                messages=(Message("assistant", (Text("Hello"),), "end_turn"),),
                usage=Usage(3, 5, 26, 7, 11),
                extra=(("metrics", {"latencyMs": 1}),),
            ),
            id="an answer",
        ),
        pytest.param({"message": "no"}, Completion(error={"message": "no"}), id="an exception"),
        pytest.param(None, Completion(), id="no JSON"),
    ],
)
def test_read_response(value: Json, completion: Completion) -> None:
    assert DIALECT.read_response(value) == completion
