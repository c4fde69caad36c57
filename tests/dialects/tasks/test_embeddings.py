import pytest

from cassette_cli.dialects.tasks.embeddings import (
    matches,
    model_in_url,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    Usage,
)


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


_ERROR: Json = {"error": {"code": 401}}


@pytest.mark.parametrize(
    ("method", "path", "asked", "answer", "claimed"),
    [
        pytest.param("POST", "/v1/embeddings", {"input": "Hi"}, _ERROR, True, id="OpenAI"),
        pytest.param("POST", "/v2/embed", {"texts": ["Hi"]}, None, True, id="Cohere"),
        pytest.param("POST", "/api/embeddings", {"prompt": "Hi"}, None, True, id="Ollama"),
        pytest.param(
            "POST", "/v1/models/m:batchEmbedContents", {"requests": []}, _ERROR, True, id="Gemini"
        ),
        pytest.param(
            "POST",
            "/publishers/google/models/m:predict",
            {"instances": []},
            {"predictions": [{"embeddings": {"values": [1.0]}}]},
            True,
            id="Vertex",
        ),
        pytest.param(
            "POST",
            "/publishers/google/models/text-embedding-1:predict",
            None,
            _ERROR,
            True,
            id="a call of Vertex that failed",
        ),
        pytest.param(
            "POST", "", None, {"data": [{"object": "embedding"}]}, True, id="no URL, but vectors"
        ),
        pytest.param(
            "POST",
            "/publishers/google/models/imagen-1:predict",
            {"instances": []},
            {"predictions": [{"bytesBase64Encoded": "AA"}]},
            False,
            id="images of Vertex",
        ),
        pytest.param("POST", "/embed", {"url": "x"}, {"html": ""}, False, id="a page to embed"),
        pytest.param("GET", "/v1/embeddings", None, None, False, id="nothing was posted"),
    ],
)
def test_matches(method: str, path: str, asked: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    assert matches(_exchange(method, path, asked, answer)) == claimed


@pytest.mark.parametrize(
    ("path", "model"),
    [
        pytest.param("/v1beta/models/gemini-e:embedContent", "gemini-e", id="Gemini"),
        pytest.param("/openai/deployments/ada/embeddings", "ada", id="Azure"),
        pytest.param("/v1/embeddings", None, id="none"),
    ],
)
def test_model_in_url(path: str, model: str | None) -> None:
    assert model_in_url(path) == model


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        pytest.param({"input": "Hi"}, [Text("Hi")], id="a text"),
        pytest.param({"input": ["Hi", "Ho"]}, [Text("Hi"), Text("Ho")], id="texts"),
        pytest.param({"input": [1, 2]}, [GenericPart("tokens", [1, 2])], id="tokens"),
        pytest.param({"prompt": "Hi"}, [Text("Hi")], id="Ollama"),
        pytest.param({"content": {"parts": [{"text": "Hi"}]}}, [Text("Hi")], id="Gemini"),
        pytest.param({"instances": [{"content": "Hi"}]}, [Text("Hi")], id="Vertex"),
        pytest.param(
            {"images": ["data:image/png;base64,AA"]}, [Blob("image", "image/png", "AA")], id="image"
        ),
        pytest.param(
            {"input": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AA"}}]},
            [Blob("image", "image/png", "AA")],
            id="a block",
        ),
        pytest.param({"input": [{"n": 1}]}, [GenericPart("unknown", {"n": 1})], id="unknown"),
        pytest.param(None, [], id="no body"),
    ],
)
def test_each_input_is_a_message(body: Json, parts: list[Part]) -> None:
    assert read_request(body).messages == tuple(Message("user", (part,)) for part in parts)


def test_read_request() -> None:
    body: Json = {
        "requests": [{"model": "models/gemini-e", "content": {"parts": [{"text": "Hi"}]}}],
        "taskType": "QUERY",
    }
    assert read_request(body) == Prompt(
        model="gemini-e",
        messages=(Message("user", (Text("Hi"),)),),
        settings=(("taskType", "QUERY"),),
    )


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        pytest.param(
            {"data": [{"embedding": [0.5, 1, -2]}, {"embedding": [0.5, 1, -2]}]},
            {"count": 2, "dimensions": 3},
            id="OpenAI",
        ),
        pytest.param(
            {"data": [{"embedding": "AAAAAAAAAAA="}]},
            {"count": 1, "bytes": 8, "encoding": "base64"},
            id="base64, however wide its numbers are",
        ),
        pytest.param(
            {"data": [{"embedding": "odd"}]},
            {"count": 1, "bytes": 3, "encoding": "base64"},
            id="what is no base64",
        ),
        pytest.param({"embedding": {"values": [1.0]}}, {"count": 1, "dimensions": 1}, id="Gemini"),
        pytest.param({"embedding": [1.0, 2.0]}, {"count": 1, "dimensions": 2}, id="Ollama"),
        pytest.param(
            {"embeddings": {"float": [[1.0], [2.0]]}}, {"count": 2, "dimensions": 1}, id="Cohere"
        ),
        pytest.param(
            {"embeddings": {"float": [[1.0, 2.0]], "binary": [[7]]}},
            {"float": {"count": 1, "dimensions": 2}, "binary": {"count": 1, "dimensions": 1}},
            id="the same vector in two types",
        ),
        pytest.param(
            {"results": [{"embedding": [1.0]}]}, {"count": 1, "dimensions": 1}, id="watsonx"
        ),
        pytest.param([[1.0], [1.0, 2.0]], {"count": 2, "dimensions": [1, 2]}, id="other sizes"),
    ],
)
def test_a_summary_of_the_vectors(body: Json, summary: Json) -> None:
    part = GenericPart("embeddings", summary)
    assert read_response(body) == Completion(messages=(Message("assistant", (part,)),))


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {"id": "e", "model": "m", "data": [], "usage": {"prompt_tokens": 2, "total_tokens": 2}},
            Completion("e", "m", usage=Usage(input_tokens=2, total_tokens=2)),
            id="no vectors",
        ),
        pytest.param(
            {"embeddings": [], "prompt_eval_count": 3},
            Completion(usage=Usage(input_tokens=3)),
            id="Ollama counts a prompt",
        ),
        pytest.param(
            {"predictions": [{"embeddings": {"statistics": {"token_count": 2}}}]},
            Completion(usage=Usage(input_tokens=2)),
            id="Vertex counts each text",
        ),
        pytest.param(_ERROR, Completion(error={"code": 401}), id="an error"),
        pytest.param({"detail": "No."}, Completion(error={"detail": "No."}), id="another error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


@pytest.mark.parametrize(
    ("answer", "claimed"),
    [
        pytest.param([[0.5, 1.0]], True, id="vectors alone"),
        pytest.param([[{"label": "a", "score": 0.5}]], False, id="another task of Hugging Face"),
    ],
)
def test_matches_extracted_features(answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    path = "/models/acme/small"
    interaction = Interaction(0, Request("POST", path), Response(200))
    asked, given = Payload(value={"inputs": "Hi"}), Payload(value=answer)
    assert matches(Exchange(interaction, "", path, asked, given)) == claimed
