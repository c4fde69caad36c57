from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.llama_cpp import DIALECT, fold, matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Part, Prompt, Text, Usage
from tests.conftest import events

_LAST: Json = {
    "index": 0,
    "content": "",
    "stop": True,
    "model": "m.gguf",
    "stop_type": "limit",
    "tokens_predicted": 2,
    "tokens_evaluated": 3,
    "timings": {"cache_n": 1},
}


def _piece(text: str, index: int = 0) -> Json:
    return {"index": index, "content": text, "stop": False, "tokens": [7]}


@pytest.mark.parametrize(
    ("path", "asked", "answer", "claimed"),
    [
        pytest.param("", None, _piece("No"), True, id="a piece of content that does not stop"),
        pytest.param("", None, [_LAST], True, id="several completions"),
        pytest.param("/completion", {"prompt": "Hi"}, {"error": {}}, True, id="a failed call"),
        pytest.param("/completion", {"messages": []}, {}, False, id="a path that others have"),
        pytest.param("/", None, {"content": "a", "stop": "b"}, False, id="another stop"),
    ],
)
def test_matches(path: str, asked: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        pytest.param({"prompt": "Hi"}, [(Text("Hi"),)], id="a prompt"),
        pytest.param({"prompt": ["Hi", "Ho"]}, [(Text("Hi"),), (Text("Ho"),)], id="prompts"),
        pytest.param({"prompt": [12, "Hi", 34]}, [(Text("Hi"),)], id="tokens with a text"),
        pytest.param({"prompt": {"prompt_string": "Hi"}}, [(Text("Hi"),)], id="beside media"),
        pytest.param(
            {"input_prefix": "a(", "input_suffix": ")"},
            [(Text("a("), Text(")"))],
            id="a gap to fill in",
        ),
    ],
)
def test_read_request(body: Json, messages: list[tuple[Part, ...]]) -> None:
    assert read_request(body) == Prompt(
        messages=tuple(Message("user", parts) for parts in messages)
    )


@pytest.mark.parametrize(
    ("stream", "completion", "complete"),
    [
        pytest.param(
            events(_piece("No"), _piece("on."), _LAST),
            Completion(
                model="m.gguf",
                messages=(Message("assistant", (Text("Noon."),), "limit"),),
                usage=Usage(3, 2, cache_read_input_tokens=1),
                extra=(("timings", {"cache_n": 1}),),
            ),
            True,
            id="pieces and what stopped them",
        ),
        pytest.param(
            events(_piece("No"), _piece("Ha", 1), _piece("on.", 0)),
            Completion(
                messages=(
                    Message("assistant", (Text("Noon."),)),
                    Message("assistant", (Text("Ha"),)),
                ),
            ),
            False,
            id="two prompts, not to their end",
        ),
        pytest.param(
            events({"content": "No", "stop": True, "stopped_eos": True}),
            Completion(messages=(Message("assistant", (Text("No"),), "eos"),)),
            True,
            id="a reason as older servers say it",
        ),
        pytest.param(
            events(_piece("No"), {"error": {"code": 500, "message": "Out of memory"}}),
            Completion(
                messages=(Message("assistant", (Text("No"),)),),
                error={"code": 500, "message": "Out of memory"},
            ),
            False,
            id="an error",
        ),
    ],
)
def test_fold(stream: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(stream)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


def test_several_completions() -> None:
    assert read_response([_piece("No"), _piece("Ha")]).messages == (
        Message("assistant", (Text("No"),)),
        Message("assistant", (Text("Ha"),)),
    )


@given(st.data())
def test_deltas(check_deltas: Callable[..., object], data: st.DataObject) -> None:
    stream = events(_piece("No"), _piece("on."), _LAST)
    assert check_deltas(DIALECT, stream, data) == {("text", 0): "Noon."}
