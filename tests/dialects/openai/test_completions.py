from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.openai.completions import (
    DIALECT,
    fold,
    matches,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Prompt,
    Reasoning,
    Text,
    Usage,
)
from tests.conftest import event, text_event

_CheckDeltas: TypeAlias = Callable[
    [Dialect, Sequence[Event], st.DataObject], dict[tuple[str | int, ...], str]
]


@pytest.mark.parametrize(
    ("url", "asked", "answer", "claimed"),
    [
        pytest.param(
            "https://api.example.com/v1/completions",
            {"prompt": "Hi"},
            {"error": {"code": 401}},
            True,
            id="a prompt at the path",
        ),
        pytest.param("", None, {"object": "text_completion"}, True, id="an answer without a URL"),
        pytest.param(
            "https://api.example.com/v1/chat/completions",
            {"messages": []},
            {"object": "text_completion"},
            False,
            id="a chat whose answer names its kind wrongly",
        ),
        pytest.param(
            "https://api.example.com/v1/fim/completions",
            {"prompt": "def "},
            {"object": "chat.completion", "choices": [{"message": {}}]},
            False,
            id="an answer that is a chat's",
        ),
        pytest.param(
            "https://api.example.com/v1/agents/completions",
            {"messages": []},
            {"error": {}},
            False,
            id="no prompt",
        ),
        pytest.param(
            "https://api.writer.com/v1/completions",
            {"prompt": "Hi"},
            {"choices": [{"text": "Hi"}]},
            False,
            id="another API at the same path",
        ),
    ],
)
def test_matches(url: str, asked: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    host, _, path = url.removeprefix("https://").partition("/")
    interaction = Interaction(0, Request("POST", url), Response(200))
    exchange = Exchange(interaction, host, f"/{path}", Payload(value=asked), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("prompt", "messages"),
    [
        pytest.param("Hi", (Message("user", (Text("Hi"),)),), id="one text"),
        pytest.param(
            ["Hi", [1, 2]],
            (Message("user", (Text("Hi"),)), Message("user", (GenericPart("tokens", [1, 2]),))),
            id="a text and tokens",
        ),
        pytest.param([3], (Message("user", (GenericPart("tokens", [3]),)),), id="tokens"),
        pytest.param([], (), id="nothing"),
    ],
)
def test_read_request(prompt: Json, messages: tuple[Message, ...]) -> None:
    assert read_request({"model": "m", "prompt": prompt, "n": 2}) == Prompt(
        model="m", messages=messages, settings=(("n", 2),)
    )


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "id": "cmpl-1",
                "object": "text_completion",
                "model": "m",
                "choices": [
                    {"index": 0, "text": "Five.", "finish_reason": "stop", "logprobs": None},
                    {"index": 1, "text": "Six", "reasoning": "Hm.", "finish_reason": "length"},
                ],
                "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5},
            },
            Completion(
                id="cmpl-1",
                model="m",
                messages=(
                    Message("assistant", (Text("Five."),), "stop"),
                    Message("assistant", (Reasoning("Hm."), Text("Six")), "length"),
                ),
                usage=Usage(3, 2, 5),
            ),
            id="a message for each choice",
        ),
        pytest.param({"detail": "No."}, Completion(error={"detail": "No."}), id="an error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


def _chunk(text: str, index: int = 0, finish: str | None = None) -> Event:
    choice: Json = {"text": text, "index": index, "finish_reason": finish}
    return event({"id": "cmpl-1", "choices": [choice], "usage": None})


_DONE = text_event("[DONE]")


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            [
                _chunk("Fi"),
                _chunk("Six", 1, "length"),
                _chunk("ve.", finish="stop"),
                event({"id": "cmpl-1", "choices": [], "usage": {"total_tokens": 5}}),
                _DONE,
            ],
            Completion(
                "cmpl-1",
                messages=(
                    Message("assistant", (Text("Five."),), "stop"),
                    Message("assistant", (Text("Six"),), "length"),
                ),
                usage=Usage(total_tokens=5),
            ),
            True,
            id="choices and usage",
        ),
        pytest.param(
            [_chunk("Fi")],
            Completion("cmpl-1", messages=(Message("assistant", (Text("Fi"),)),)),
            False,
            id="a stream that broke off",
        ),
        pytest.param(
            [_chunk("Fi"), event({"error": {"code": 500}})],
            Completion(
                "cmpl-1",
                messages=(Message("assistant", (Text("Fi"),)),),
                error={"code": 500},
            ),
            False,
            id="an error in mid-stream",
        ),
    ],
)
def test_fold(events: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_where_texts_are_cut_changes_nothing(
    check_deltas: _CheckDeltas, data: st.DataObject
) -> None:
    events = [_chunk("Fi"), _chunk("ve."), _chunk("Six", 1), _chunk("", finish="stop"), _DONE]
    assert check_deltas(DIALECT, events, data) == {("text", 0): "Five.", ("text", 1): "Six"}
