from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.ollama import DIALECT, fold, matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Blob,
    Completion,
    Message,
    Prompt,
    Reasoning,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Usage,
)
from tests.conftest import event


@pytest.mark.parametrize(
    ("path", "request_body", "answer", "claimed"),
    [
        pytest.param("/api/chat", {"model": "m"}, {"error": "no"}, True, id="chat that failed"),
        pytest.param("/ollama/api/generate", {"model": "m"}, None, True, id="behind a proxy"),
        pytest.param("/api/chat", {"text": "Hi"}, {}, False, id="a path that others have too"),
        pytest.param("/api/tags", None, {"models": []}, False, id="the list of models"),
        pytest.param("", None, {"done": False, "created_at": "now"}, True, id="without a URL"),
    ],
)
def test_matches(path: str, request_body: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(value=request_body), Payload(value=answer))
    assert matches(exchange) == claimed


def test_matches_no_stream_of_events() -> None:
    interaction = Interaction(0, Request("POST", "/api/chat"), Response(200))
    asked, answer = Payload(value={"model": "m"}), Payload(framing="sse")
    assert not matches(Exchange(interaction, "", "/api/chat", asked, answer))


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {
                "model": "m",
                "messages": [
                    {"role": "user", "content": "What is it?", "images": ["aGk="]},
                    {
                        "role": "assistant",
                        "content": "",
                        "tool_calls": [{"function": {"name": "look", "arguments": {"at": 1}}}],
                    },
                    {"role": "tool", "tool_name": "look", "content": "red"},
                ],
                "tools": [
                    {"type": "function", "function": {"name": "look", "description": "Looks"}}
                ],
                "options": {"seed": 1},
            },
            Prompt(
                "m",
                tool_definitions=(ToolDefinition("look", "Looks"),),
                messages=(
                    Message("user", (Text("What is it?"), Blob("image", None, "aGk="))),
                    Message("assistant", (ToolCall(None, "look", {"at": 1}),)),
                    Message("tool", (ToolResult(None, "red", "look"),)),
                ),
                settings=(("options", {"seed": 1}),),
            ),
            id="chat",
        ),
        pytest.param(
            {"model": "m", "system": "Be brief.", "prompt": "Once", "raw": False},
            Prompt(
                "m",
                system_instructions=(Text("Be brief."),),
                messages=(Message("user", (Text("Once"),)),),
                settings=(("raw", False),),
            ),
            id="generate",
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
                "model": "m",
                "message": {"role": "assistant", "content": "Red.", "thinking": "Hm.", "odd": 1},
                "done": True,
                "done_reason": "stop",
                "prompt_eval_count": 5,
                "eval_count": 2,
            },
            Completion(
                model="m",
                messages=(
                    Message("assistant", (Reasoning("Hm."), Text("Red.")), "stop", (("odd", 1),)),
                ),
                usage=Usage(5, 2),
            ),
            id="chat",
        ),
        pytest.param(
            {"model": "m", "response": "upon a time", "done": True},
            Completion(model="m", messages=(Message("assistant", (Text("upon a time"),)),)),
            id="generate",
        ),
        pytest.param({"error": "no such model"}, Completion(error="no such model"), id="an error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


@pytest.mark.parametrize(
    ("chunks", "completion", "complete"),
    [
        pytest.param(
            [
                {"message": {"role": "assistant", "content": "", "thinking": "Hm"}, "done": False},
                {"message": {"role": "assistant", "content": "", "thinking": "."}, "done": False},
                {"message": {"role": "assistant", "content": "Re"}, "done": False},
                {"message": {"role": "assistant", "content": "d."}, "done": False},
                *(
                    {
                        "message": {"content": "", "tool_calls": [{"function": {"name": name}}]},
                        "done": False,
                    }
                    for name in ("a", "b")
                ),
                {"message": {"content": ""}, "done": True, "done_reason": "stop", "eval_count": 9},
            ],
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            Reasoning("Hm."),
                            Text("Red."),
                            ToolCall(None, "a", None),
                            ToolCall(None, "b", None),
                        ),
                        "stop",
                    ),
                ),
                usage=Usage(output_tokens=9),
            ),
            True,
            id="chat",
        ),
        pytest.param(
            [{"response": "Re", "done": False}, {"response": "d.", "done": False}],
            Completion(messages=(Message("assistant", (Text("Red."),)),)),
            False,
            id="generate, cut off",
        ),
        pytest.param(
            [{"response": "Re", "done": False}, {"error": "out of memory"}, None],
            Completion(messages=(Message("assistant", (Text("Re"),)),), error="out of memory"),
            False,
            id="an error in mid-stream",
        ),
    ],
)
def test_fold(chunks: list[Json], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold([event(chunk) for chunk in chunks])
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@pytest.mark.parametrize(
    ("chunks", "texts"),
    [
        pytest.param(
            [
                {"message": {"role": "assistant", "content": "", "thinking": "Hm, hm."}},
                {"message": {"role": "assistant", "content": "Re"}},
                {"message": {"role": "assistant", "content": "d."}},
            ],
            {("reasoning", 0): "Hm, hm.", ("text", 0): "Red."},
            id="chat",
        ),
        pytest.param(
            [{"response": "Re"}, {"response": "d.", "done": True}],
            {("text", 0): "Red."},
            id="generate",
        ),
    ],
)
@given(data=st.data())
def test_where_texts_are_cut_changes_nothing(
    check_deltas: Callable[..., object], chunks: list[Json], texts: object, data: st.DataObject
) -> None:
    assert check_deltas(DIALECT, [event(chunk) for chunk in chunks], data) == texts
