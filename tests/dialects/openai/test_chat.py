import pytest

from cassette_cli.dialects.openai.chat import (
    DIALECT,
    matches,
    read_parts,
    read_request,
    read_response,
    read_usage,
)
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Interaction, Request, Response
from cassette_cli.transcript import (
    Blob,
    Completion,
    Extra,
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

_CHAT = "https://api.example.org/v1/chat/completions"


@pytest.mark.parametrize(
    ("method", "url", "body", "claimed"),
    [
        pytest.param("POST", _CHAT, None, True, id="by its path, also without an answer"),
        pytest.param("post", f"{_CHAT}/?a=1", "<html>", True, id="whatever is behind it"),
        pytest.param(
            "GET", _CHAT, '{"data": []}', False, id="a list of stored ones is another API"
        ),
        pytest.param(
            "POST",
            "<URL>",
            '{"object": "chat.completion", "choices": []}',
            True,
            id="by its answer",
        ),
        pytest.param(
            "POST", "<URL>", 'data: {"object": "chat.completion.chunk"}\n\n', True, id="by a chunk"
        ),
        pytest.param(
            "POST", "<URL>", '{"choices": [{"message": {}}]}', True, id="by a choice with a message"
        ),
        pytest.param(
            "POST", "<URL>", 'data: {"choices": [{"delta": {}}]}\n\n', True, id="or a delta"
        ),
        pytest.param(
            "POST",
            "<URL>",
            '{"choices": [{"text": ""}]}',
            False,
            id="a choice with text is another",
        ),
        pytest.param(
            "POST",
            "<URL>",
            '{"object": "text", "choices": [{"message": {}}]}',
            False,
            id="so is an object of another name",
        ),
        pytest.param(
            "DELETE",
            f"{_CHAT}/c-1",
            '{"object": "chat.completion.deleted"}',
            False,
            id="a deletion",
        ),
        pytest.param(
            "POST",
            "https://bedrock-runtime.eu-west-1.amazonaws.com/model/m-1/invoke",
            '{"choices": [{"message": {}}]}',
            False,
            id="what Bedrock passes on",
        ),
        pytest.param("POST", "https://example.org/", "[]", False, id="anything else"),
    ],
)
def test_matches(method: str, url: str, body: str | None, claimed: bool) -> None:  # noqa: FBT001 -- a column
    response = Response(200, body=None if body is None else Body(body))
    assert matches(decode_exchange(Interaction(0, Request(method, url), response))) is claimed


@pytest.mark.parametrize(
    ("value", "prompt"),
    [
        pytest.param(None, Prompt(), id="no request"),
        pytest.param(
            {
                "model": "m-1",
                "temperature": 0,
                "messages": [{"role": "system", "content": "Add."}, {"content": None}, "odd"],
                "stream_options": {"include_usage": True},
            },
            Prompt(
                "m-1",
                messages=(Message("system", (Text("Add."),)), Message("", ())),
                settings=(("temperature", 0), ("stream_options", {"include_usage": True})),
            ),
            id="messages and settings",
        ),
        pytest.param(
            {
                "tools": [
                    {
                        "type": "function",
                        "function": {
                            "name": "add",
                            "description": "Adds.",
                            "parameters": {"type": "object"},
                        },
                    },
                    {"type": "custom", "custom": {"name": "run", "format": {"type": "text"}}},
                    {"type": "web_search", "max_uses": 3},
                    {"type": "web_search_preview", "web_search_preview": {"context": "low"}},
                    {"name": "bare", "parameters": None},
                    {},
                ],
                "functions": [{"name": "old", "parameters": {"type": "object"}}],
            },
            Prompt(
                tool_definitions=(
                    ToolDefinition("add", "Adds.", {"type": "object"}),
                    ToolDefinition("run", None, {"format": {"type": "text"}}),
                    ToolDefinition("web_search", None, {"max_uses": 3}),
                    ToolDefinition(
                        "web_search_preview", None, {"web_search_preview": {"context": "low"}}
                    ),
                    ToolDefinition("bare"),
                    ToolDefinition(""),
                    ToolDefinition("old", None, {"type": "object"}),
                )
            ),
            id="tools of all kinds",
        ),
    ],
)
def test_read_request(value: Json, prompt: Prompt) -> None:
    assert read_request(value) == prompt


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        pytest.param(None, [], id="none"),
        pytest.param({"role": "user", "content": "Hi", "name": "bob"}, [Text("Hi")], id="text"),
        pytest.param(
            {"content": [{"type": "text", "text": "a"}, "b"]}, [Text("a"), Text("b")], id="blocks"
        ),
        pytest.param(
            {
                "content": "There.",
                "reasoning_content": "Where?",
                "tool_calls": [
                    {
                        "id": "c-1",
                        "type": "function",
                        "function": {"name": "add", "arguments": '{"a": 2}'},
                    },
                    {"id": "c-2", "type": "custom", "custom": {"name": "run", "input": "1 + 1"}},
                    {"id": "c-3", "type": "odd"},
                    {},
                ],
                "refusal": "No.",
            },
            [
                Reasoning("Where?"),
                Text("There."),
                ToolCall("c-1", "add", {"a": 2}),
                ToolCall("c-2", "run", "1 + 1"),
                GenericPart("odd", {"id": "c-3", "type": "odd"}),
                GenericPart("unknown", {}),
                Refusal("No."),
            ],
            id="reasoning first, the rest as it came",
        ),
        pytest.param(
            {"function_call": {"name": "add", "arguments": "{"}},
            [ToolCall(None, "add", "{")],
            id="the call of a function before there were tools",
        ),
        pytest.param(
            {"executed_tools": [{"type": "search", "arguments": '{"q": 1}'}, {"name": "python"}]},
            [ServerToolCall(None, "search", {"q": 1}), ServerToolCall(None, "python", None)],
            id="tools that the host ran",
        ),
        pytest.param(
            {"role": "tool", "tool_call_id": "c-1", "content": [{"type": "text", "text": "5"}]},
            [ToolResult("c-1", "5")],
            id="a result",
        ),
        pytest.param(
            {"role": "function", "name": "add", "content": "5"},
            [ToolResult(None, "5", "add")],
            id="the result of a function",
        ),
        pytest.param(
            {"audio": {"id": "a-1", "data": "AA==", "transcript": "Hi"}},
            [Text("Hi"), Blob("audio", None, "AA==", (("id", "a-1"),))],
            id="audio that was spoken",
        ),
        pytest.param({"audio": {"data": "AA=="}}, [Blob("audio", None, "AA==")], id="audio alone"),
        pytest.param(
            {
                "audio": {"id": "a-1"},
                "content": {"a": 1},
            },
            [
                GenericPart("audio", {"id": "a-1"}),
                GenericPart("content", {"a": 1}),
            ],
            id="what is not known is kept",
        ),
        pytest.param(
            {"content": "", "tool_calls": [], "refusal": None, "role": "assistant"},
            [],
            id="empty fields say nothing",
        ),
    ],
)
def test_read_parts(message: Json, parts: list[Part]) -> None:
    assert list(read_parts(message)) == parts


@pytest.mark.parametrize(
    ("block", "part"),
    [
        pytest.param(
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}},
            Blob("image", "image/png", "AA=="),
            id="an image inline",
        ),
        pytest.param(
            {"type": "image_url", "image_url": "https://example.org/a"},
            Uri("image", None, "https://example.org/a"),
            id="an image by reference",
        ),
        pytest.param(
            {"type": "video_url", "video_url": {"url": "https://example.org/a.mp4"}},
            Uri("video", "video/mp4", "https://example.org/a.mp4"),
            id="a video",
        ),
        pytest.param(
            {"type": "input_audio", "input_audio": {"data": "AA==", "format": "wav"}},
            Blob("audio", "audio/wav", "AA=="),
            id="audio",
        ),
        pytest.param(
            {"type": "input_audio", "input_audio": "AA=="},
            Blob("audio", None, "AA=="),
            id="audio as Mistral has it",
        ),
        pytest.param(
            {"type": "file", "file": {"file_data": "data:application/pdf;base64,AA=="}},
            Blob("document", "application/pdf", "AA=="),
            id="a file inline",
        ),
        pytest.param(
            {"type": "file", "file": {"file_id": "f-1"}},
            Uri("document", None, "f-1"),
            id="a file by its id",
        ),
        pytest.param(
            {"type": "document_url", "document_url": "https://example.org/a.pdf"},
            Uri("document", "application/pdf", "https://example.org/a.pdf"),
            id="a document",
        ),
        pytest.param({"type": "refusal", "refusal": "No."}, Refusal("No."), id="a refusal"),
        pytest.param(
            {"type": "thinking", "thinking": [{"type": "text", "text": "Hm"}, "m."]},
            Reasoning("Hmm."),
            id="thinking",
        ),
        pytest.param(
            {"type": "hologram", "a": 1},
            GenericPart("hologram", {"type": "hologram", "a": 1}),
            id="an unknown block",
        ),
        pytest.param({"a": 1}, GenericPart("unknown", {"a": 1}), id="a block without a type"),
        pytest.param(3, GenericPart("unknown", 3), id="no block"),
    ],
)
def test_blocks(block: Json, part: Part) -> None:
    assert list(read_parts({"role": "user", "content": [block]})) == [part]


@pytest.mark.parametrize(
    ("message", "reasoning"),
    [
        pytest.param({"reasoning_content": "a", "reasoning": "b"}, "a", id="one of two that agree"),
        pytest.param({"reasoning_content": "", "reasoning": "b"}, "b", id="the one with text"),
        pytest.param({"reasoning": {"text": "a"}}, "a", id="in an object"),
        pytest.param({"reasoning": 1}, "", id="no text"),
        pytest.param(
            {"reasoning_details": [{"text": "a"}, {"summary": "b"}, {"data": "c"}]},
            "ab",
            id="details without what is encrypted",
        ),
        pytest.param(
            {"reasoning": "a", "reasoning_details": [{"text": "a"}]}, "a", id="details repeat it"
        ),
    ],
)
def test_reasoning(message: Json, reasoning: str) -> None:
    assert list(read_parts(message)) == ([Reasoning(reasoning)] if reasoning else [])


def test_thinking_blocks_make_details_a_repetition() -> None:
    blocks: Json = [{"type": "thinking", "thinking": [{"type": "text", "text": "a"}]}]
    message: Json = {"content": blocks, "reasoning_details": [{"text": "a"}]}
    assert list(read_parts(message)) == [Reasoning("a")]


@pytest.mark.parametrize(
    ("value", "completion"),
    [
        pytest.param(
            {
                "id": "c-1",
                "model": "m-1",
                "choices": [
                    {"message": {"role": "assistant", "content": "a"}, "finish_reason": "stop"},
                    {"message": {"content": "b"}, "finish_reason": None},
                ],
                "usage": {"prompt_tokens": 2, "completion_tokens": 1, "total_tokens": 3},
            },
            Completion(
                "c-1",
                "m-1",
                (Message("assistant", (Text("a"),), "stop"), Message("assistant", (Text("b"),))),
                Usage(2, 1, 3),
            ),
            id="a message for each choice",
        ),
        pytest.param({"error": {"code": 1}}, Completion(error={"code": 1}), id="an error"),
        pytest.param({"choices": [], "error": {}}, Completion(), id="an empty error is none"),
        pytest.param("odd", Completion(), id="no object"),
    ],
)
def test_read_response(value: Json, completion: Completion) -> None:
    assert read_response(value) == completion


@pytest.mark.parametrize(
    ("usage", "read"),
    [
        pytest.param(None, None, id="none"),
        pytest.param(
            {
                "prompt_tokens": 9,
                "completion_tokens": 5,
                "total_tokens": 14,
                "prompt_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 1},
                "completion_tokens_details": {"reasoning_tokens": 2},
            },
            Usage(9, 5, 14, 4, 1, 2),
            id="with details",
        ),
        pytest.param(
            {"prompt_tokens": 9, "prompt_cache_hit_tokens": 3},
            Usage(9, cache_read_input_tokens=3),
            id="DeepSeek's cache",
        ),
    ],
)
def test_read_usage(usage: Json, read: Usage | None) -> None:
    assert read_usage(usage) == read


def test_the_dialect_streams_server_sent_events() -> None:
    assert (DIALECT.name, DIALECT.framings) == ("openai-chat", ("sse",))


@pytest.mark.parametrize(
    ("choice", "error"),
    [
        pytest.param({"error": {"code": 502}}, {"code": 502}, id="an object on the choice"),
        pytest.param(
            {"finish_reason": "error", "native_finish_reason": "OVERLOADED"},
            {"type": "error", "code": None, "message": "OVERLOADED"},
            id="a reason alone",
        ),
        pytest.param({"finish_reason": "stop"}, None, id="no error"),
    ],
)
def test_a_choice_that_failed(choice: dict[str, Json], error: Json) -> None:
    answer: Json = {"choices": [{"message": {"content": "Po"}, **choice}]}
    assert read_response(answer).error == error


def test_extra_of_answer_and_choice() -> None:
    answer: Json = {
        "id": "c-1",
        "object": "chat.completion",
        "citations": ["https://a.example"],
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "Po", "annotations": [{"n": 1}]},
                "finish_reason": "stop",
                "content_filter_results": {"hate": {"filtered": False}},
            }
        ],
    }
    extra: Extra = (
        ("annotations", [{"n": 1}]),
        ("content_filter_results", {"hate": {"filtered": False}}),
    )
    assert read_response(answer) == Completion(
        "c-1",
        messages=(Message("assistant", (Text("Po"),), "stop", extra),),
        extra=(("citations", ["https://a.example"]),),
    )


def test_a_tool_that_groq_ran() -> None:
    call: Json = {"index": 0, "type": "search", "arguments": '{"query": "a"}', "output": "Title: A"}
    assert list(read_parts({"role": "assistant", "executed_tools": [call]})) == [
        ServerToolCall(None, "search", {"query": "a"}),
        ServerToolResult(None, "search", "Title: A"),
    ]
