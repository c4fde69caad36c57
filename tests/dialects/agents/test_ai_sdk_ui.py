import pytest

from cassette_cli.dialects.agents.ai_sdk_ui import matches, read_request
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Header, Interaction, Request, Response
from cassette_cli.transcript import (
    Message,
    Prompt,
    Text,
    ToolCall,
    ToolResult,
    Uri,
)
from tests.conftest import events

_START: Json = {"type": "start", "messageId": "m"}

_FINISH: Json = {"type": "finish", "finishReason": "stop"}

_TEXT: tuple[Json, ...] = (
    {"type": "text-start", "id": "0"},
    {"type": "text-delta", "id": "0", "delta": "No"},
    {"type": "text-delta", "id": "0", "delta": "on."},
    {"type": "text-end", "id": "0"},
)

_ASKED: Json = {"messages": [{"role": "user", "parts": [{"type": "text", "text": "Hi"}]}]}


@pytest.mark.parametrize(
    ("chunks", "marked", "claimed"),
    [
        pytest.param((_START, *_TEXT), False, True, id="texts of this protocol"),
        pytest.param(({"type": "start"}, _FINISH), False, False, id="a start that says too little"),
        pytest.param((_START, _FINISH), True, True, id="a header that marks the stream"),
        pytest.param(
            ({"type": "text-delta", "payload": {"text": "No"}},), False, False, id="another SDK"
        ),
        pytest.param(({"type": "message-start"}, *_TEXT), False, False, id="another API"),
    ],
)
def test_matches_streams(chunks: tuple[Json, ...], marked: bool, claimed: bool) -> None:  # noqa: FBT001 - a table's columns
    headers = (Header("X-Vercel-AI-UI-Message-Stream", "v1"),) if marked else ()
    interaction = Interaction(0, Request("POST", "/"), Response(200, headers=headers))
    answer = Payload(framing="sse", events=tuple(events(*chunks)))
    assert matches(Exchange(interaction, "", "/api/chat", Payload(), answer)) == claimed


@pytest.mark.parametrize(
    ("asked", "status", "claimed"),
    [
        pytest.param(_ASKED, 500, True, id="a failed call"),
        pytest.param(_ASKED, 200, False, id="an answer of another kind"),
        pytest.param({"messages": [{"role": "user", "content": "Hi"}]}, 500, False, id="no parts"),
    ],
)
def test_matches_failed_calls(asked: Json, status: int, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", "/"), Response(status))
    exchange = Exchange(interaction, "", "/api/chat", Payload(value=asked), Payload(value={}))
    assert matches(exchange) == claimed


def test_read_request() -> None:
    body: Json = {
        "id": "chat",
        "trigger": "submit-message",
        "messages": [
            {"role": "user", "content": "Hi"},
            {
                "role": "assistant",
                "parts": [
                    {"type": "step-start"},
                    {"type": "tool-now", "toolCallId": "c", "input": {}, "output": "noon"},
                    {"type": "dynamic-tool", "toolName": "look", "toolCallId": "d"},
                ],
            },
            {
                "role": "user",
                "parts": [
                    {"type": "file", "url": "https://a.example/a.png", "mediaType": "image/png"}
                ],
            },
        ],
    }
    assert read_request(body) == Prompt(
        messages=(
            Message("user", (Text("Hi"),)),
            Message(
                "assistant",
                (
                    ToolCall("c", "now", {}),
                    ToolResult("c", "noon", "now"),
                    ToolCall("d", "look", None),
                ),
            ),
            Message("user", (Uri("image", "image/png", "https://a.example/a.png"),)),
        ),
        settings=(("id", "chat"), ("trigger", "submit-message")),
    )
