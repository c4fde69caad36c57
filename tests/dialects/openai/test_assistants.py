import pytest

from cassette_cli.dialects.openai.assistants import DIALECT, matches, read_request, read_response
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


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/v1/threads/t/runs", {"object": "thread.run"}, True, id="a run"),
        pytest.param("", {"object": "thread.message.delta"}, True, id="a stream without a URL"),
        pytest.param("", {"data": [{"object": "thread.message"}]}, True, id="a list of messages"),
        pytest.param("/v1/threads/t/messages", {"object": "list"}, True, id="an empty list"),
        pytest.param("/v1/assistants/a", {"error": {}}, True, id="a call that failed"),
        pytest.param("/threads", {"id": 1}, False, id="a forum"),
        pytest.param("/v1/models", {"object": "list"}, False, id="another list"),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {
                "model": "gpt-9",
                "name": "Tutor",
                "instructions": "Be brief.",
                "tools": [{"type": "code_interpreter"}],
            },
            Prompt(
                model="gpt-9",
                system_instructions=(Text("Be brief."),),
                tool_definitions=(ToolDefinition("code_interpreter"),),
                settings=(("name", "Tutor"),),
            ),
            id="an assistant",
        ),
        pytest.param(
            {"role": "user", "content": "Hi", "attachments": [{"file_id": "file_1"}, {}]},
            Prompt(
                messages=(Message("user", (Text("Hi"), Uri("document", None, "file_1"))),),
                settings=(("attachments", [{"file_id": "file_1"}, {}]),),
            ),
            id="a message",
        ),
        pytest.param(
            {
                "assistant_id": "asst_1",
                "thread": {"messages": [{"role": "user", "content": "Hi"}]},
                "additional_messages": [{"role": "assistant", "content": "Ho"}],
                "additional_instructions": "Rhyme.",
            },
            Prompt(
                system_instructions=(Text("Rhyme."),),
                messages=(Message("user", (Text("Hi"),)), Message("assistant", (Text("Ho"),))),
                settings=(("assistant_id", "asst_1"),),
            ),
            id="a run of a new thread",
        ),
        pytest.param(
            {"tool_outputs": [{"tool_call_id": "call_1", "output": "5"}]},
            Prompt(messages=(Message("tool", (ToolResult("call_1", "5"),)),)),
            id="results of tools",
        ),
        pytest.param(None, Prompt(), id="no body"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


_CALL: Json = {
    "id": "call_1",
    "type": "function",
    "function": {"name": "add", "arguments": '{"a": 2}'},
}


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "id": "run_1",
                "object": "thread.run",
                "model": "gpt-9",
                "status": "requires_action",
                "required_action": {"submit_tool_outputs": {"tool_calls": [_CALL]}},
                "usage": {"prompt_tokens": 3, "prompt_token_details": {"cached_tokens": 1}},
            },
            Completion(
                id="run_1",
                model="gpt-9",
                messages=(
                    Message("assistant", (ToolCall("call_1", "add", {"a": 2}),), "requires_action"),
                ),
                usage=Usage(3, cache_read_input_tokens=1),
            ),
            id="a run that waits for tools",
        ),
        pytest.param(
            {
                "object": "thread.run",
                "status": "requires_action",
                "required_action": {"submit_tool_outputs": {"tool_calls": [_CALL]}},
                "output": [
                    {
                        "object": "thread.run.step",
                        "step_details": {"type": "tool_calls", "tool_calls": [_CALL]},
                    }
                ],
            },
            Completion(
                messages=(
                    Message("assistant", (ToolCall("call_1", "add", {"a": 2}),), "requires_action"),
                )
            ),
            id="a call is told once",
        ),
        pytest.param(
            {
                "object": "thread.run",
                "status": "failed",
                "last_error": {"code": "rate_limit"},
                "incomplete_details": {"reason": "x"},
            },
            Completion(
                messages=(
                    Message(
                        "assistant", (GenericPart("incomplete_details", {"reason": "x"}),), "failed"
                    ),
                ),
                error={"code": "rate_limit"},
            ),
            id="a run that failed",
        ),
        pytest.param(
            {
                "object": "list",
                "data": [
                    {
                        "object": "thread.message",
                        "role": "assistant",
                        "status": "completed",
                        "content": [{"type": "text", "text": {"value": "Ho", "annotations": []}}],
                    },
                    {"object": "thread.message", "role": "user", "content": []},
                ],
            },
            Completion(
                messages=(
                    Message("assistant", (Text("Ho"),), "completed"),
                    Message("user", ()),
                )
            ),
            id="a list of messages",
        ),
        pytest.param(
            {"id": "thread_1", "object": "thread.deleted", "deleted": True},
            Completion(
                "thread_1",
                messages=(
                    Message("assistant", (GenericPart("thread.deleted", {"deleted": True}),)),
                ),
            ),
            id="any other object",
        ),
        pytest.param({"error": {"code": 401}}, Completion(error={"code": 401}), id="an error"),
        pytest.param(None, Completion(), id="no body"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


@pytest.mark.parametrize(
    ("block", "parts"),
    [
        pytest.param(
            {"type": "text", "text": {"value": "Ho", "annotations": [{"n": 1}]}},
            [Text("Ho", (("annotations", [{"n": 1}]),))],
            id="a text with annotations",
        ),
        pytest.param({"type": "refusal", "refusal": "No."}, [Refusal("No.")], id="a refusal"),
        pytest.param(
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA"}},
            [Blob("image", "image/png", "AA")],
            id="an image",
        ),
        pytest.param(
            {"type": "image_file", "image_file": {"file_id": "file_1"}},
            [Uri("image", None, "file_1")],
            id="an uploaded image",
        ),
        pytest.param({"type": "odd"}, [GenericPart("odd", {"type": "odd"})], id="what is unknown"),
    ],
)
def test_blocks_of_a_message(block: Json, parts: list[Part]) -> None:
    answer = read_response({"object": "thread.message", "role": "assistant", "content": [block]})
    assert answer == Completion(messages=(Message("assistant", tuple(parts)),))


@pytest.mark.parametrize(
    ("details", "parts"),
    [
        pytest.param(
            {"type": "message_creation", "message_creation": {"message_id": "msg_1"}},
            [
                GenericPart(
                    "message_creation",
                    {"type": "message_creation", "message_creation": {"message_id": "msg_1"}},
                )
            ],
            id="a message was made",
        ),
        pytest.param(
            {
                "type": "tool_calls",
                "tool_calls": [
                    {
                        "id": "call_1",
                        "type": "code_interpreter",
                        "code_interpreter": {"input": "1", "outputs": [{"logs": "1"}]},
                    },
                    {"id": "call_2", "type": "file_search", "file_search": {"results": []}},
                    {
                        "id": "call_3",
                        "type": "function",
                        "function": {"name": "now", "arguments": "", "output": "noon"},
                    },
                ],
            },
            [
                ServerToolCall("call_1", "code_interpreter", {"input": "1"}),
                ServerToolResult("call_1", "code_interpreter", [{"logs": "1"}]),
                ServerToolCall("call_2", "file_search", {}),
                ToolCall("call_3", "now", ""),
                ToolResult("call_3", "noon", "now"),
            ],
            id="tools were called",
        ),
        pytest.param(None, [], id="nothing yet"),
    ],
)
def test_steps(details: Json, parts: list[Part]) -> None:
    step: Json = {"object": "thread.run.step", "status": "completed", "step_details": details}
    assert read_response(step).messages == (Message("assistant", tuple(parts), "completed"),)


def test_the_record_speaks_of_this_api() -> None:
    assert DIALECT.name == "openai-assistants"
