import pytest

from cassette_cli.dialects.agents.ag_ui import matches, read_request
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Blob,
    Message,
    Prompt,
    Reasoning,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
)
from tests.conftest import event


@pytest.mark.parametrize(
    ("asked", "first", "claimed"),
    [
        pytest.param(None, {"type": "RUN_STARTED"}, True, id="a run"),
        pytest.param(None, {"type": "TEXT_MESSAGE_CHUNK"}, True, id="a run without a beginning"),
        pytest.param(None, {"type": "MESSAGE_START"}, False, id="events of another API"),
        pytest.param(
            {"threadId": "t", "runId": "r", "messages": []}, None, True, id="a failed run"
        ),
        pytest.param({"threadId": "t", "messages": []}, None, False, id="another request"),
    ],
)
def test_matches(asked: Json, first: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", "/"), Response(200))
    answer = Payload(framing="sse", events=(event(first),)) if first else Payload()
    assert matches(Exchange(interaction, "", "/", Payload(value=asked), answer)) == claimed


def test_read_request() -> None:
    body: Json = {
        "threadId": "t",
        "runId": "r",
        "messages": [
            {
                "id": "1",
                "role": "user",
                "content": [
                    {"type": "text", "text": "Hi"},
                    {
                        "type": "image",
                        "source": {"type": "data", "value": "aGk=", "mimeType": "image/png"},
                    },
                    {"type": "binary", "mimeType": "image/png", "data": "aGk="},
                ],
            },
            {
                "id": "2",
                "role": "assistant",
                "toolCalls": [
                    {"id": "c", "type": "function", "function": {"name": "now", "arguments": "{}"}}
                ],
            },
            {"id": "3", "role": "tool", "toolCallId": "c", "content": "noon"},
            {"id": "4", "role": "reasoning", "content": "Hm."},
        ],
        "tools": [{"name": "now", "description": "The time.", "parameters": {"type": "object"}}],
    }
    image = Blob("image", "image/png", "aGk=")
    assert read_request(body) == Prompt(
        tool_definitions=(ToolDefinition("now", "The time.", {"type": "object"}),),
        messages=(
            Message("user", (Text("Hi"), image, image)),
            Message("assistant", (ToolCall("c", "now", {}),)),
            Message("tool", (ToolResult("c", "noon"),)),
            Message("assistant", (Reasoning("Hm."),)),
        ),
        settings=(("threadId", "t"), ("runId", "r")),
    )
