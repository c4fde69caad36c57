from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.watsonx import DIALECT, fold, matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Prompt, Text, Usage
from tests.conftest import event


def _result(text: str, *, tokens: int, asked: int = 0, reason: str = "not_finished") -> Event:
    result: Json = {
        "generated_text": text,
        "generated_token_count": tokens,
        "input_token_count": asked,
        "stop_reason": reason,
    }
    value: Json = {"model_id": "m", "results": [result]}
    return event(value)


_STREAM = (
    _result("", tokens=0, asked=8),
    _result("the", tokens=1),
    _result(" sun", tokens=2, reason="eos_token"),
)


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/ml/v1/text/generation", {"errors": []}, True, id="a failed call"),
        pytest.param("/ml/v1-beta/generation/text_stream", None, True, id="the beta"),
        pytest.param("/ml/v1/deployments/d/text/generation_stream", None, True, id="deployed"),
        pytest.param("/ml/v1/text/tokenization", {}, False, id="other methods"),
        pytest.param(
            "", {"model_id": "m", "results": [{"generated_text": ""}]}, True, id="without a URL"
        ),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(), Payload(value=answer))
    assert matches(exchange) == claimed


def test_read_request() -> None:
    body: Json = {"model_id": "m", "input": "Once", "parameters": {"max_new_tokens": 9}}
    assert read_request(body) == Prompt(
        "m",
        messages=(Message("user", (Text("Once"),)),),
        settings=(("parameters", {"max_new_tokens": 9}),),
    )


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "model_id": "m",
                "results": [
                    {
                        "generated_text": "upon",
                        "generated_token_count": 2,
                        "input_token_count": 1,
                        "stop_reason": "max_tokens",
                    }
                ],
            },
            Completion(
                model="m",
                messages=(Message("assistant", (Text("upon"),), "max_tokens"),),
                usage=Usage(1, 2),
            ),
            id="a result",
        ),
        pytest.param(
            {"errors": [{"code": "model_not_supported"}]},
            Completion(error={"errors": [{"code": "model_not_supported"}]}),
            id="errors",
        ),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            _STREAM,
            Completion(
                model="m",
                messages=(Message("assistant", (Text("the sun"),), "eos_token"),),
                usage=Usage(8, 2),
            ),
            True,
            id="pieces of a result",
        ),
        pytest.param(
            _STREAM[:2],
            Completion(
                model="m",
                messages=(Message("assistant", (Text("the"),), "not_finished"),),
                usage=Usage(8, 1),
            ),
            False,
            id="cut off",
        ),
        pytest.param((), Completion(), False, id="nothing came"),
    ],
)
def test_fold(events: tuple[Event, ...], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(data=st.data())
def test_where_texts_are_cut_changes_nothing(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    assert check_deltas(DIALECT, _STREAM, data) == {("text", 0): "the sun"}


def test_matches_a_verdict_of_moderation_before_the_first_result() -> None:
    result: Json = {"model_id": "m", "results": [{"generated_text": "Hello"}]}
    answer = Payload(framing="sse", events=(event({"moderations": {}}), event(result)))
    interaction = Interaction(0, Request("POST", "/v2/text/chat_stream"), Response(200))
    assert matches(Exchange(interaction, "", "/v2/text/chat_stream", Payload(), answer))
