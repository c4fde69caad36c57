from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.anthropic.complete import DIALECT, deltas, fold
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Body, Interaction, Request, Response
from cassette_cli.transcript import Completion, Message, Prompt, Text
from tests.conftest import events

API = "https://api.anthropic.com/v1/complete"
BEDROCK = "https://bedrock-runtime.eu-west-1.amazonaws.com/model/anthropic.claude-v2/invoke"
ERROR: Json = {"type": "error", "error": {"type": "overloaded_error"}}


def _piece(text: str, stop_reason: str | None = None) -> dict[str, Json]:
    return {"type": "completion", "id": "c1", "completion": text, "stop_reason": stop_reason}


@pytest.mark.parametrize(
    ("method", "url", "answer", "claimed"),
    [
        pytest.param("POST", API, ERROR, True, id="a failed call"),
        pytest.param("GET", API, None, False, id="a GET is no call"),
        pytest.param("POST", "<URL>", _piece(" a", "stop_sequence"), True, id="an odd URL"),
        pytest.param("POST", BEDROCK, _piece(" a", "max_tokens"), False, id="Bedrock has its own"),
        pytest.param("POST", "<URL>", {"completion": "done"}, False, id="another completion"),
    ],
)
def test_matches(method: str, url: str, answer: Json, *, claimed: bool) -> None:
    interaction = Interaction(0, Request(method, url), Response(200, body=Body(write_json(answer))))
    assert DIALECT.matches(decode_exchange(interaction)) is claimed


def test_read_request() -> None:
    request: Json = {"model": "claude-2", "prompt": "\n\nHuman: Hi", "max_tokens_to_sample": 9}
    assert DIALECT.read_request(request) == Prompt(
        model="claude-2",
        messages=(Message("user", (Text("\n\nHuman: Hi"),)),),
        settings=(("max_tokens_to_sample", 9),),
    )
    assert DIALECT.read_request(None) == Prompt()


@pytest.mark.parametrize(
    ("value", "completion"),
    [
        pytest.param(
            _piece(" Hello", "stop_sequence") | {"model": "claude-2"},
            Completion(
                id="c1",
                model="claude-2",
                messages=(Message("assistant", (Text(" Hello"),), "stop_sequence"),),
            ),
            id="a completion",
        ),
        pytest.param(ERROR, Completion(error={"type": "overloaded_error"}), id="an error"),
        pytest.param({"detail": "no"}, Completion(error={"detail": "no"}), id="of a gateway"),
    ],
)
def test_read_response(value: Json, completion: Completion) -> None:
    assert DIALECT.read_response(value) == completion


@pytest.mark.parametrize(
    ("values", "value", "complete"),
    [
        pytest.param(
            [_piece(" He"), {"type": "ping"}, _piece("llo"), _piece("", "stop_sequence"), None],
            _piece(" Hello", "stop_sequence"),
            True,
            id="texts join",
        ),
        pytest.param([_piece(" He")], _piece(" He"), False, id="a stream that breaks off"),
        pytest.param(
            [_piece(" He", "stop_sequence"), ERROR],
            _piece(" He", "stop_sequence")
            | {"type": "error", "error": {"type": "overloaded_error"}},
            False,
            id="an error stands beside what came before",
        ),
        pytest.param([], {}, False, id="nothing"),
    ],
)
def test_fold(values: list[Json], value: Json, *, complete: bool) -> None:
    assert fold(events(*values)) == Fold(value, complete=complete)


def test_deltas() -> None:
    [event] = events(_piece(" a"))
    assert list(deltas(event)) == [Delta(("text",), ("completion",), " a")]


@given(st.data())
def test_deltas_may_be_cut_anywhere(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    stream = events(_piece(" Olá"), {"type": "ping"}, _piece(" you"), _piece("", "stop_sequence"))
    assert check_deltas(DIALECT, stream, data) == {("text",): " Olá you"}
