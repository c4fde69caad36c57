from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.huggingface import DIALECT, fold, matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Prompt, Text, Usage
from tests.conftest import event


def _token(text: str, *, special: bool = False, **fields: Json) -> Event:
    value: Json = {
        "token": {"id": 1, "text": text, "special": special},
        "generated_text": None,
        "details": None,
        **fields,
    }
    return event(value)


_TOKENS = (_token("the"), _token(" sun"))
_END = _token(
    "</s>",
    special=True,
    generated_text="the sun",
    details={"finish_reason": "eos_token", "generated_tokens": 3},
)


@pytest.mark.parametrize(
    ("path", "status_code", "request_body", "answer", "claimed"),
    [
        pytest.param(
            "/endpoints/e/invocations",
            200,
            {"inputs": "Hi"},
            [{"generated_text": "Ho"}],
            True,
            id="behind SageMaker",
        ),
        pytest.param("/generate", 422, {"inputs": "Hi"}, {"error": "no"}, True, id="a failed call"),
        pytest.param(
            "/endpoints/e/invocations", 200, {"inputs": "Hi"}, [[0.1]], False, id="other answers"
        ),
        pytest.param("/generate", 500, {"prompt": "Hi"}, None, False, id="another API's path"),
        pytest.param(
            "/models/m", 200, {"inputs": "Hi"}, {"generated_text": ""}, True, id="a single model"
        ),
        pytest.param("", 200, None, _TOKENS[0].value, True, id="a stream without a URL"),
        pytest.param(
            "/model/m/invoke", 200, {}, {"generated_text": "Ho"}, False, id="another API's answer"
        ),
    ],
)
def test_matches(
    path: str,
    status_code: int,
    request_body: Json,
    answer: Json,
    claimed: bool,  # noqa: FBT001 - a table's column
) -> None:
    interaction = Interaction(0, Request("POST", path), Response(status_code))
    exchange = Exchange(interaction, "", path, Payload(value=request_body), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {"inputs": "Once", "parameters": {"top_p": 1}},
            Prompt(
                messages=(Message("user", (Text("Once"),)),),
                settings=(("parameters", {"top_p": 1}),),
            ),
            id="a text",
        ),
        pytest.param(
            {"inputs": ["a", "b"]},
            Prompt(messages=(Message("user", (Text("a"),)), Message("user", (Text("b"),)))),
            id="several texts",
        ),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            [{"generated_text": "a"}, {"generated_text": "b"}],
            Completion(
                messages=(Message("assistant", (Text("a"),)), Message("assistant", (Text("b"),)))
            ),
            id="several texts",
        ),
        pytest.param(
            {
                "generated_text": "a",
                "details": {"finish_reason": "length", "generated_tokens": 1},
            },
            Completion(
                messages=(Message("assistant", (Text("a"),), "length"),),
                usage=Usage(output_tokens=1),
            ),
            id="a text with details",
        ),
        pytest.param({"error": "no"}, Completion(error="no"), id="an error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            (*_TOKENS, _END),
            Completion(
                messages=(Message("assistant", (Text("the sun"),), "eos_token"),),
                usage=Usage(output_tokens=3),
            ),
            True,
            id="tokens",
        ),
        pytest.param(
            _TOKENS,
            Completion(messages=(Message("assistant", (Text("the sun"),)),)),
            False,
            id="cut off",
        ),
    ],
)
def test_fold(events: tuple[Event, ...], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(data=st.data())
def test_where_texts_are_cut_changes_nothing(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    assert check_deltas(DIALECT, _TOKENS, data) == {("text", 0): "the sun"}
    assert check_deltas(DIALECT, (*_TOKENS, _END), data) == {("text", 0): "the sun"}
