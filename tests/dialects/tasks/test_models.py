import pytest

from cassette_cli.dialects.tasks.models import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


@pytest.mark.parametrize(
    ("method", "path", "answer", "claimed"),
    [
        pytest.param("GET", "/v1/models", {"object": "list", "data": []}, True, id="OpenAI"),
        pytest.param("GET", "/v1beta/models", {"models": []}, True, id="Gemini"),
        pytest.param("GET", "/api/tags", {"models": []}, True, id="Ollama"),
        pytest.param("GET", "/models", [], True, id="a bare list"),
        pytest.param("GET", "/v1/models", {"error": {}}, True, id="a call that failed"),
        pytest.param("GET", "/v1/models/m", {"id": "m", "object": "model"}, True, id="one"),
        pytest.param("GET", "/v1beta/models/m", {"name": "models/m"}, True, id="one of Gemini"),
        pytest.param("GET", "/v1/models/o/m", {"owner": "o", "name": "m"}, True, id="an owner's"),
        pytest.param("DELETE", "/v1/models/ft:m:x", {"object": "model"}, True, id="deleted"),
        pytest.param("POST", "/api/show", {"details": {}}, True, id="Ollama shows one"),
        pytest.param("GET", "/v1/models/o/m/versions/v", {"id": "v"}, False, id="a version"),
        pytest.param("GET", "/cars/models", {"cars": 3}, False, id="cars"),
        pytest.param("GET", "/cars/models/a", {"id": 3}, False, id="a car"),
        pytest.param("POST", "/v1/models", {"data": []}, False, id="nothing is listed"),
    ],
)
def test_matches(method: str, path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    assert matches(_exchange(method, path, None, answer)) == claimed


def test_read_request() -> None:
    body: Json = {"model": "m", "verbose": True}
    assert read_request(body) == Prompt(model="m", settings=(("verbose", True),))


@pytest.mark.parametrize(
    ("body", "model", "part"),
    [
        pytest.param(
            {"object": "list", "data": [{"id": "a"}, {"id": "b"}]},
            None,
            GenericPart("models", {"count": 2, "names": ["a", "b"]}),
            id="a list",
        ),
        pytest.param(
            [{"name": "a"}, {}],
            None,
            GenericPart("models", {"count": 2, "names": ["a"]}),
            id="a bare list",
        ),
        pytest.param({"id": "a", "n": 1}, "a", GenericPart("model", {"id": "a", "n": 1}), id="one"),
    ],
)
def test_read_response(body: Json, model: str | None, part: GenericPart) -> None:
    assert read_response(body) == Completion(model=model, messages=(Message("assistant", (part,)),))


def test_an_error() -> None:
    assert read_response({"error": {"code": 401}}) == Completion(error={"code": 401})
