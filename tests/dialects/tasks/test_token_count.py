import pytest

from cassette_cli.dialects.tasks.token_count import (
    matches,
    model_in_url,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt, Text, Usage


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


@pytest.mark.parametrize(
    ("path", "claimed"),
    [
        pytest.param("/v1/messages/count_tokens", True, id="Anthropic"),
        pytest.param("/v1/responses/input_tokens", True, id="OpenAI"),
        pytest.param("/v1beta/models/m:countTokens", True, id="Gemini"),
        pytest.param("/model/m-v1:0/count-tokens", True, id="Bedrock"),
        pytest.param("/models/count-tokens:rawPredict", True, id="Anthropic on Vertex"),
        pytest.param("/v1/tokenize", True, id="Cohere"),
        pytest.param("/v1/messages", False, id="a call"),
    ],
)
def test_matches(path: str, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    assert matches(_exchange("POST", path, None, None)) == claimed
    assert not matches(_exchange("GET", path, None, None))


@pytest.mark.parametrize(
    ("path", "model"),
    [
        pytest.param("/v1beta/models/m:countTokens", "m", id="Gemini"),
        pytest.param("/model/m-v1:0/count-tokens", "m-v1:0", id="Bedrock"),
        pytest.param("/v1/messages/count_tokens", None, id="none"),
    ],
)
def test_model_in_url(path: str, model: str | None) -> None:
    assert model_in_url(path) == model


_HI = Prompt(messages=(Message("user", (Text("Hi"),)),))


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param({"messages": [{"role": "user", "content": "Hi"}]}, _HI, id="Anthropic"),
        pytest.param({"input": "Hi"}, _HI, id="OpenAI"),
        pytest.param(
            {"contents": [{"role": "user", "parts": [{"text": "Hi"}]}]}, _HI, id="contents"
        ),
        pytest.param(
            {"generateContentRequest": {"contents": [{"role": "user", "parts": [{"text": "Hi"}]}]}},
            _HI,
            id="a whole call of Gemini",
        ),
        pytest.param(
            {"input": {"converse": {"messages": [{"role": "user", "content": [{"text": "Hi"}]}]}}},
            _HI,
            id="a whole call of Bedrock",
        ),
        pytest.param({"text": "Hi"}, _HI, id="a text"),
        pytest.param(None, Prompt(), id="no body"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param({"input_tokens": 5}, 5, id="OpenAI and Anthropic"),
        pytest.param({"totalTokens": 5, "cachedContentTokenCount": 2}, 5, id="Gemini"),
        pytest.param({"tokens": [7, 8], "token_strings": ["a", "b"]}, 2, id="Cohere"),
    ],
)
def test_read_response(body: Json, count: int) -> None:
    part = GenericPart("token_count", body)
    assert read_response(body) == Completion(
        messages=(Message("assistant", (part,)),), usage=Usage(input_tokens=count)
    )


def test_an_error() -> None:
    assert read_response({"message": "No."}) == Completion(error={"message": "No."})
