import pytest

from cassette_cli.dialects.agents.langgraph import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Completion,
    Message,
    Prompt,
    Text,
    ToolCall,
    ToolResult,
    Usage,
)
from tests.conftest import event

_ASKED: Json = {"assistant_id": "agent", "input": {"messages": [{"role": "user", "content": "Hi"}]}}

_METADATA = event({"run_id": "r", "attempt": 1}, "metadata")


def _chunk(content: Json, **fields: Json) -> Event:
    return event(
        [
            {"type": "AIMessageChunk", "id": "a", "content": content, **fields},
            {"langgraph_node": "n"},
        ],
        "messages",
    )


_TEXT = (_chunk("No"), _chunk("on."), _chunk("", response_metadata={"finish_reason": "stop"}))

_WHOLE: Json = {
    "type": "ai",
    "id": "a",
    "content": "Noon.",
    "tool_calls": [{"id": "c", "name": "now", "args": {}}],
    "usage_metadata": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5},
    "response_metadata": {"finish_reason": "stop", "model_name": "m"},
}

_SAID = Completion(
    model="m",
    messages=(Message("assistant", (Text("Noon."), ToolCall("c", "now", {})), "stop"),),
    usage=Usage(3, 2, 5),
)


@pytest.mark.parametrize(
    ("path", "asked", "stream", "claimed"),
    [
        pytest.param("/anything", None, (_METADATA, *_TEXT), True, id="chunks of messages"),
        pytest.param("/runs/stream", None, (event({}, "values"),), True, id="states, at the path"),
        pytest.param("/threads/t/runs/wait", _ASKED, (), True, id="an assistant that is asked"),
        pytest.param("/other", None, (event({}, "values"),), False, id="another path"),
        pytest.param("/runs/stream", {}, (event({}, "tick"),), False, id="other events"),
    ],
)
def test_matches(path: str, asked: Json, stream: tuple[Event, ...], claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    answer = Payload(framing="sse", events=stream)
    assert matches(Exchange(interaction, "", path, Payload(value=asked), answer)) == claimed


def test_a_state_that_was_waited_for() -> None:
    read = read_response({"messages": [{"type": "human", "content": "Hi"}, _WHOLE]})
    assert read == _SAID


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {
                "assistant_id": "agent",
                "input": {
                    "messages": [
                        {"type": "human", "content": "Hi"},
                        {"type": "tool", "tool_call_id": "c", "content": "noon"},
                    ],
                    "topic": "time",
                },
                "stream_mode": ["messages-tuple"],
            },
            Prompt(
                "agent",
                messages=(
                    Message("user", (Text("Hi"),)),
                    Message("tool", (ToolResult("c", "noon"),)),
                ),
                settings=(("stream_mode", ["messages-tuple"]), ("input", {"topic": "time"})),
            ),
            id="messages, and what else the graph begins with",
        ),
        pytest.param(
            {"assistant_id": "agent", "input": "Hi"},
            Prompt("agent", messages=(Message("user", (Text("Hi"),)),)),
            id="a text",
        ),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt
