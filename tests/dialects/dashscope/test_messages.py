import pytest

from cassette_cli.dialects.catalogue import dialects
from cassette_cli.dialects.dashscope.messages import is_said_so_far, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Completion,
    Message,
    Part,
    Prompt,
    Reasoning,
    Text,
    ToolCall,
    ToolDefinition,
    Uri,
    Usage,
)
from tests.conftest import events

_PATH = "/api/v1/services/aigc/text-generation/generation"


def _said(text: str) -> Json:
    return {"output": {"choices": [{"message": {"role": "assistant", "content": text}}]}}


@pytest.mark.parametrize(
    ("texts", "path", "names"),
    [
        pytest.param(("No", "on."), _PATH, ["dashscope"], id="increments"),
        pytest.param(("No", "Noon."), _PATH, ["dashscope-so-far"], id="all that was said so far"),
        pytest.param((), _PATH, ["dashscope"], id="no stream"),
        pytest.param(("No", "on."), "/generation", [], id="another path"),
    ],
)
def test_one_dialect_claims(texts: tuple[str, ...], path: str, names: list[str]) -> None:
    interaction = Interaction(0, Request("POST", path), Response(200))
    answer = Payload(framing="sse" if texts else None, events=tuple(events(*map(_said, texts))))
    exchange = Exchange(interaction, "", path, Payload(), answer)
    assert [dialect.name for dialect in dialects() if dialect.matches(exchange)] == names


@pytest.mark.parametrize(
    ("asked", "texts", "so_far"),
    [
        pytest.param(True, ("No", "Noon."), False, id="increments that look like more"),
        pytest.param(False, ("No", "Yes."), True, id="all, though the text was changed"),
        pytest.param(None, ("No", "Noon."), True, id="what the model does of itself"),
    ],
)
def test_is_said_so_far(asked: Json, texts: tuple[str, ...], so_far: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", _PATH), Response(200))
    request = Payload(value={"parameters": {"incremental_output": asked}})
    said: list[Json] = [{"output": {"text": text}} for text in texts]
    stream = tuple(events(*said))
    answer = Payload(framing="sse", events=stream)
    assert is_said_so_far(Exchange(interaction, "", _PATH, request, answer)) == so_far


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {
                "model": "qwen-plus",
                "input": {"messages": [{"role": "user", "content": "Hi"}]},
                "parameters": {
                    "result_format": "message",
                    "tools": [{"type": "function", "function": {"name": "now"}}],
                },
            },
            Prompt(
                "qwen-plus",
                tool_definitions=(ToolDefinition("now"),),
                messages=(Message("user", (Text("Hi"),)),),
                settings=(("result_format", "message"),),
            ),
            id="messages and tools",
        ),
        pytest.param(
            {"model": "m", "input": {"prompt": "Hi"}},
            Prompt("m", messages=(Message("user", (Text("Hi"),)),)),
            id="a prompt",
        ),
        pytest.param(
            {
                "model": "qwen-vl",
                "input": {
                    "messages": [
                        {
                            "role": "user",
                            "content": [{"image": "https://a.example/a"}, {"text": "Hi"}],
                        }
                    ]
                },
            },
            Prompt(
                "qwen-vl",
                messages=(
                    Message("user", (Uri("image", None, "https://a.example/a"), Text("Hi"))),
                ),
            ),
            id="an image and a text",
        ),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


def _answer(*parts: Part, reason: str | None = None) -> tuple[Message, ...]:
    return (Message("assistant", parts, reason),)


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "request_id": "q",
                "output": {
                    "choices": [
                        {
                            "finish_reason": "tool_calls",
                            "message": {
                                "role": "assistant",
                                "reasoning_content": "Hm.",
                                "content": "",
                                "tool_calls": [
                                    {"id": "c", "function": {"name": "now", "arguments": "{}"}}
                                ],
                            },
                        }
                    ]
                },
                "usage": {
                    "input_tokens": 3,
                    "output_tokens": 2,
                    "total_tokens": 5,
                    "output_tokens_details": {"reasoning_tokens": 1},
                },
            },
            Completion(
                "q",
                messages=_answer(Reasoning("Hm."), ToolCall("c", "now", {}), reason="tool_calls"),
                usage=Usage(3, 2, 5, reasoning_output_tokens=1),
            ),
            id="a thought and a call",
        ),
        pytest.param(
            {"output": {"text": "Noon.", "finish_reason": "null"}},
            Completion(messages=_answer(Text("Noon."))),
            id="a text of an older model that goes on",
        ),
        pytest.param(
            {"output": {"choices": [{"message": {"content": [{"text": "Noon."}]}}]}},
            Completion(messages=_answer(Text("Noon."))),
            id="blocks",
        ),
        pytest.param(
            {"code": "InvalidApiKey", "message": "No key.", "request_id": "q"},
            Completion(
                "q", error={"code": "InvalidApiKey", "message": "No key.", "request_id": "q"}
            ),
            id="an error",
        ),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
