from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.writer_completions import (
    DIALECT,
    fold,
    matches,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Completion, Message, Prompt, Text
from tests.conftest import event


@pytest.mark.parametrize(
    ("host", "path", "answer", "claimed"),
    [
        pytest.param("api.writer.com:443", "/v1/completions", None, True, id="by the host"),
        pytest.param("localhost", "/v1/completions", None, False, id="another's completions"),
        pytest.param("", "", {"value": "Hi"}, True, id="a stream without a URL"),
        pytest.param("", "", {"value": 1}, False, id="a value that is no text"),
        pytest.param(
            "", "", {"choices": [{"text": "Hi", "log_probs": None}]}, True, id="without a URL"
        ),
    ],
)
def test_matches(host: str, path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, host, path, Payload(), Payload(value=answer))
    assert matches(exchange) == claimed


def test_read_request() -> None:
    assert read_request({"model": "m", "prompt": "Once", "stop": ["."]}) == Prompt(
        "m", messages=(Message("user", (Text("Once"),)),), settings=(("stop", ["."]),)
    )


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {"model": "m", "choices": [{"text": "upon", "log_probs": None}]},
            Completion(model="m", messages=(Message("assistant", (Text("upon"),)),)),
            id="a choice",
        ),
        pytest.param(
            {"errors": [{"key": "fail"}]},
            Completion(error={"errors": [{"key": "fail"}]}),
            id="an error",
        ),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


@pytest.mark.parametrize(
    ("chunks", "completion", "complete"),
    [
        pytest.param(
            [{"value": "up"}, {"value": "on"}],
            Completion(messages=(Message("assistant", (Text("upon"),)),)),
            True,
            id="values join",
        ),
        pytest.param(
            [{"value": "up"}, {"error": "overloaded"}],
            Completion(messages=(Message("assistant", (Text("up"),)),), error="overloaded"),
            False,
            id="an error in mid-stream is kept",
        ),
        pytest.param([None], Completion(), False, id="nothing came"),
    ],
)
def test_fold(chunks: list[Json], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold([event(chunk) for chunk in chunks])
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(data=st.data())
def test_where_texts_are_cut_changes_nothing(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    events = [event({"value": "upon"}), event({"value": " a time"})]
    assert check_deltas(DIALECT, events, data) == {("text", 0): "upon a time"}
