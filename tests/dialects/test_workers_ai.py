from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.workers_ai import (
    DIALECT,
    fold,
    matches,
    model_in_url,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Prompt,
    Text,
    ToolCall,
    ToolDefinition,
    Usage,
)
from tests.conftest import events, text_event

_RUN = "/client/v4/accounts/a/ai/run/@cf/meta/llama-3-8b-instruct"
_CHUNKS: tuple[Json, ...] = (
    {"response": "No", "p": "ab"},
    {"response": "on.", "p": "abcd"},
    {"response": "", "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}},
)


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param(_RUN, {"result": {"response": "Noon."}}, True, id="the API"),
        pytest.param("/v1/a/g/workers-ai/@cf/baai/bge-m3", {}, True, id="a gateway to it"),
        pytest.param(_RUN, {"choices": [{"delta": {}}]}, False, id="an answer like OpenAI's"),
        pytest.param("/v1/a/g/workers-ai/v1/chat/completions", {}, False, id="OpenAI's path"),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("path", "model"),
    [
        pytest.param(_RUN, "@cf/meta/llama-3-8b-instruct", id="the API"),
        pytest.param("/v1/a/g/workers-ai/@cf/baai/bge-m3", "@cf/baai/bge-m3", id="a gateway"),
        pytest.param("/v1/chat", None, id="another path"),
    ],
)
def test_model_in_url(path: str, model: str | None) -> None:
    assert model_in_url(path) == model


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {"prompt": "Hi", "max_tokens": 9},
            Prompt(messages=(Message("user", (Text("Hi"),)),), settings=(("max_tokens", 9),)),
            id="a prompt",
        ),
        pytest.param(
            {
                "messages": [{"role": "user", "content": "Hi"}],
                "tools": [{"name": "now", "parameters": {"type": "object"}}],
            },
            Prompt(
                tool_definitions=(ToolDefinition("now", None, {"type": "object"}),),
                messages=(Message("user", (Text("Hi"),)),),
            ),
            id="messages and tools",
        ),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "result": {
                    "response": "Noon.",
                    "tool_calls": [{"name": "now", "arguments": {"zone": "CET"}}],
                    "usage": {"prompt_tokens": 3},
                },
                "success": True,
            },
            Completion(
                messages=(
                    Message("assistant", (Text("Noon."), ToolCall(None, "now", {"zone": "CET"}))),
                ),
                usage=Usage(3),
            ),
            id="a text and a call",
        ),
        pytest.param(
            {"result": {"response": {"hour": 12}}},
            Completion(messages=(Message("assistant", (GenericPart("response", {"hour": 12}),)),)),
            id="a response in JSON",
        ),
        pytest.param(
            {"result": {"choices": [{"message": {"role": "assistant", "content": "Noon."}}]}},
            Completion(messages=(Message("assistant", (Text("Noon."),)),)),
            id="a result like OpenAI's",
        ),
        pytest.param(
            {"result": ["label"]},
            Completion(messages=(Message("assistant", (GenericPart("result", ["label"]),)),)),
            id="a result of another task",
        ),
        pytest.param(
            {
                "result": None,
                "success": False,
                "errors": [{"code": 5007, "message": "No such model"}],
            },
            Completion(error={"code": 5007, "message": "No such model"}),
            id="an error",
        ),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


def test_fold() -> None:
    answer = Completion(messages=(Message("assistant", (Text("Noon."),)),), usage=Usage(3, 2, 5))
    whole = fold([*events(*_CHUNKS), text_event("[DONE]")])
    assert (read_response(whole.value), whole.complete) == (answer, True)
    assert not fold(events(*_CHUNKS)).complete


@given(st.data())
def test_deltas(check_deltas: Callable[..., object], data: st.DataObject) -> None:
    assert check_deltas(DIALECT, events(*_CHUNKS), data) == {("text", 0): "Noon."}
