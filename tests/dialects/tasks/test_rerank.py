import pytest

from cassette_cli.dialects.tasks.rerank import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt, Text, Usage


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


def test_matches() -> None:
    assert matches(_exchange("POST", "/v2/rerank", None, None))
    assert not matches(_exchange("GET", "/v2/rerank", None, None))
    assert not matches(_exchange("POST", "/v2/rank", None, None))


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {"model": "m", "query": "Which?", "documents": ["A", {"text": "B"}, {"n": 1}], "k": 1},
            Prompt(
                model="m",
                messages=(
                    Message("user", (Text("Which?"),)),
                    Message("documents", (Text("A"), Text("B"), GenericPart("unknown", {"n": 1}))),
                ),
                settings=(("k", 1),),
            ),
            id="a query and documents",
        ),
        pytest.param(
            {"texts": ["A"]}, Prompt(messages=(Message("documents", (Text("A"),)),)), id="texts"
        ),
        pytest.param(None, Prompt(), id="no body"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


_RANKING: Json = [{"index": 1, "relevance_score": 0.5}]


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {"id": "r", "results": _RANKING, "meta": {"billed_units": {"input_tokens": 3}}},
            Completion(
                "r",
                messages=(Message("assistant", (GenericPart("ranking", _RANKING),)),),
                usage=Usage(input_tokens=3),
            ),
            id="Cohere",
        ),
        pytest.param(
            {"model": "m", "data": _RANKING, "usage": {"total_tokens": 3}},
            Completion(
                model="m",
                messages=(Message("assistant", (GenericPart("ranking", _RANKING),)),),
                usage=Usage(total_tokens=3),
            ),
            id="Voyage",
        ),
        pytest.param(
            _RANKING,
            Completion(messages=(Message("assistant", (GenericPart("ranking", _RANKING),)),)),
            id="Hugging Face",
        ),
        pytest.param({"message": "No."}, Completion(error={"message": "No."}), id="an error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
