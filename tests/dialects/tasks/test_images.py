import pytest

from cassette_cli.dialects.tasks.images import (
    fold,
    matches,
    model_in_url,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    Uri,
    Usage,
)
from tests.conftest import event


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/v1/images/generations", {"error": {}}, True, id="generated"),
        pytest.param("/v1/images/edits/", None, True, id="edited"),
        pytest.param("/publishers/google/models/imagen-4:predict", None, True, id="Imagen"),
        pytest.param("", {"type": "image_generation.partial_image"}, True, id="a stream"),
        pytest.param("/publishers/google/models/text-embedding:predict", None, False, id="vectors"),
        pytest.param("/images/cat.png", None, False, id="a picture"),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    assert matches(_exchange("POST", path, None, answer)) == claimed


@pytest.mark.parametrize(
    ("path", "model"),
    [
        pytest.param("/models/imagen-4:predict", "imagen-4", id="Vertex"),
        pytest.param("/openai/deployments/d/images/generations", "d", id="Azure"),
        pytest.param("/v1/images/generations", None, id="none"),
    ],
)
def test_model_in_url(path: str, model: str | None) -> None:
    assert model_in_url(path) == model


_FILE: Json = {"filename": "a.png", "media_type": "image/png", "bytes": 1, "base64": "AA=="}


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        pytest.param({"prompt": "A cat"}, [Text("A cat")], id="a prompt"),
        pytest.param({"instances": [{"prompt": "A cat"}]}, [Text("A cat")], id="Imagen"),
        pytest.param(
            {"image[]": [_FILE], "prompt": "Blue"},
            [
                Text("Blue"),
                Blob("image", "image/png", "AA=="),
                GenericPart("file", {"filename": "a.png", "media_type": "image/png", "bytes": 1}),
            ],
            id="a form with a file",
        ),
        pytest.param(
            {"images": [{"image_url": "data:image/png;base64,AA"}, {"file_id": "file_1"}]},
            [Blob("image", "image/png", "AA"), Uri("image", None, "file_1")],
            id="images in JSON",
        ),
    ],
)
def test_what_is_asked(body: Json, parts: list[Part]) -> None:
    assert read_request(body) == Prompt(messages=(Message("user", tuple(parts)),))


def test_read_request() -> None:
    assert read_request({"model": "m", "size": "1x1"}) == Prompt("m", settings=(("size", "1x1"),))
    assert read_request(None) == Prompt()


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "data": [{"b64_json": "AA==", "revised_prompt": "A blue cat"}],
                "output_format": "webp",
                "usage": {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3},
            },
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (
                            GenericPart("revised_prompt", "A blue cat"),
                            Blob("image", "image/webp", "AA=="),
                        ),
                    ),
                ),
                usage=Usage(1, 2, 3),
            ),
            id="inline",
        ),
        pytest.param(
            {"data": [{"url": "https://example.com/a.png"}]},
            Completion(
                messages=(
                    Message("assistant", (Uri("image", "image/png", "https://example.com/a.png"),)),
                )
            ),
            id="by reference",
        ),
        pytest.param(
            {"predictions": [{"mimeType": "image/jpeg", "bytesBase64Encoded": "AA=="}]},
            Completion(messages=(Message("assistant", (Blob("image", "image/jpeg", "AA=="),)),)),
            id="Imagen",
        ),
        pytest.param({"error": {"code": 400}}, Completion(error={"code": 400}), id="an error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


def _on(kind: str, **fields: Json) -> Event:
    value: Json = {"type": f"image_generation.{kind}", **fields}
    return event(value)


_PARTIAL = _on("partial_image", b64_json="AA==")


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            [_PARTIAL, _on("completed", b64_json="AQ==", usage={"input_tokens": 1})],
            Completion(
                messages=(Message("assistant", (Blob("image", "image/png", "AQ=="),)),),
                usage=Usage(1),
            ),
            True,
            id="the finished image",
        ),
        pytest.param(
            [_PARTIAL, _on("odd")],
            Completion(messages=(Message("assistant", (Blob("image", "image/png", "AA=="),)),)),
            False,
            id="a stream that broke off",
        ),
        pytest.param(
            [_on("odd", error={"code": 500})],
            Completion(error={"code": 500}),
            False,
            id="an error in mid-stream",
        ),
    ],
)
def test_fold(events: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)
