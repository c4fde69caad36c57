import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.replicate import (
    deltas,
    fold,
    matches,
    model_in_url,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Interaction, Request, Response
from cassette_cli.reading import Reading
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt, Text, Uri, Usage
from tests.conftest import text_event

_PREDICTION: Json = {"id": "p", "status": "starting", "urls": {"get": "https://example.com"}}


@pytest.mark.parametrize(
    ("path", "request_body", "response", "claimed"),
    [
        pytest.param(
            "/v1/models/meta/llama/predictions",
            {"input": {"prompt": "Hi"}},
            Payload(value={"detail": "no"}),
            True,
            id="a failed call",
        ),
        pytest.param("/v1/predictions/p", None, Payload(value=_PREDICTION), True, id="polling"),
        pytest.param("", None, Payload(value=_PREDICTION), True, id="without a URL"),
        pytest.param(
            "/v1/streams/s",
            None,
            Payload(events=(text_event("Hi", "output"), text_event("{}", "done"))),
            True,
            id="a stream",
        ),
        pytest.param(
            "/v1/streams/s",
            None,
            Payload(events=(text_event("", "tick"),)),
            False,
            id="another stream",
        ),
        pytest.param("/v1/predictions", None, Payload(value={}), False, id="other predictions"),
    ],
)
def test_matches(path: str, request_body: Json, response: Payload, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(value=request_body), response)
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("path", "model"),
    [
        pytest.param("/v1/models/meta/llama/predictions", "meta/llama", id="a model"),
        pytest.param("/v1/predictions", None, id="a version"),
    ],
)
def test_model_in_url(path: str, model: str | None) -> None:
    assert model_in_url(path) == model


def test_read_request() -> None:
    body: Json = {
        "version": "v",
        "input": {"prompt": "Hi", "system_prompt": "Be brief.", "seed": 1},
        "stream": True,
    }
    assert read_request(body) == Prompt(
        "v",
        system_instructions=(Text("Be brief."),),
        messages=(Message("user", (Text("Hi"),)),),
        settings=(("seed", 1), ("stream", True)),
    )


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "id": "p",
                "model": "meta/llama",
                "status": "succeeded",
                "output": ["Li", "ne 7"],
                "error": None,
                "metrics": {"input_token_count": 3, "output_token_count": 2},
            },
            Completion(
                "p",
                "meta/llama",
                messages=(Message("assistant", (Text("Line 7"),), "succeeded"),),
                usage=Usage(3, 2),
            ),
            id="pieces of text",
        ),
        pytest.param(
            {"status": "succeeded", "output": "https://example.com/a.png"},
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (Uri("image", "image/png", "https://example.com/a.png"),),
                        "succeeded",
                    ),
                )
            ),
            id="media",
        ),
        pytest.param(
            {"status": "succeeded", "output": {"score": 1}},
            Completion(
                messages=(
                    Message("assistant", (GenericPart("output", {"score": 1}),), "succeeded"),
                )
            ),
            id="an output of the model's own",
        ),
        pytest.param(
            {"status": "failed", "output": None, "error": "out of memory"},
            Completion(messages=(Message("assistant", (), "failed"),), error="out of memory"),
            id="a failed prediction",
        ),
        pytest.param({"detail": "no"}, Completion(error={"detail": "no"}), id="a failed call"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            (text_event("Line ", "output"), text_event("7", "output"), text_event("{}", "done")),
            Completion(messages=(Message("assistant", (Text("Line 7"),)),)),
            True,
            id="text, even where it reads as JSON",
        ),
        pytest.param(
            (text_event("Li", "output"), text_event('{"detail": "no"}', "error")),
            Completion(messages=(Message("assistant", (Text("Li"),)),), error={"detail": "no"}),
            False,
            id="an error in mid-stream",
        ),
    ],
)
def test_fold(events: tuple[Event, ...], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


@given(text=st.text(), place=st.integers(0, 9))
def test_where_a_text_is_cut_changes_nothing(text: str, place: int) -> None:
    pieces = [text_event(text[:place], "output"), text_event(text[place:], "output")]
    assert fold(pieces) == fold([text_event(text, "output")])
    joined = "".join(delta.text for event in pieces for delta in deltas(event))
    assert joined == text


def test_deltas() -> None:
    assert list(deltas(text_event("Hi", "output"))) == [Delta(("text", 0), (), "Hi")]
    assert not list(deltas(text_event("{}", "done")))


def test_text_that_begins_like_json_is_no_broken_event() -> None:
    stream = "event: output\ndata: {not JSON\n\nevent: done\ndata: {}\n\n"
    request = Request("GET", "https://stream.replicate.com/v1/streams/x")
    response = Response(200, body=Body(stream))
    reading = Reading(Interaction(0, request, response))
    assert (reading.fold.complete, reading.fold.notes) == (True, ())
