import pytest

from cassette_cli.dialects.tasks.moderation import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Blob, Completion, GenericPart, Message, Prompt, Text


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


def test_matches() -> None:
    assert matches(_exchange("POST", "/v1/moderations", None, None))
    assert matches(_exchange("POST", "/v1/chat/moderations", None, None))
    assert not matches(_exchange("GET", "/v1/moderations", None, None))


_HI = Message("user", (Text("Hi"),))


@pytest.mark.parametrize(
    ("given", "messages"),
    [
        pytest.param("Hi", (_HI,), id="a text"),
        pytest.param(["Hi", "Hi"], (_HI, _HI), id="texts"),
        pytest.param([{"type": "text", "text": "Hi"}], (_HI,), id="a block"),
        pytest.param(
            [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AA"}}],
            (Message("user", (Blob("image", "image/png", "AA"),)),),
            id="an image",
        ),
        pytest.param([[{"role": "user", "content": "Hi"}]], (_HI,), id="a conversation"),
        pytest.param(None, (), id="nothing"),
    ],
)
def test_read_request(given: Json, messages: tuple[Message, ...]) -> None:
    body: Json = {"model": "m", "input": given, "n": 1}
    assert read_request(body) == Prompt(model="m", messages=messages, settings=(("n", 1),))


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "id": "modr-1",
                "model": "m",
                "results": [
                    {
                        "flagged": True,
                        "categories": {"hate": False, "violence": True},
                        "category_scores": {"hate": 0.0, "violence": 0.9},
                    }
                ],
            },
            Completion(
                "modr-1",
                "m",
                messages=(
                    Message(
                        "assistant",
                        (
                            GenericPart(
                                "moderation",
                                {
                                    "flagged": True,
                                    "categories": ["violence"],
                                    "category_scores": {"hate": 0.0, "violence": 0.9},
                                },
                            ),
                        ),
                    ),
                ),
            ),
            id="what was flagged",
        ),
        pytest.param(
            {"results": [{"categories": {"hate": False}}]},
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (GenericPart("moderation", {"flagged": False, "categories": []}),),
                    ),
                )
            ),
            id="nothing",
        ),
        pytest.param({"error": {"code": 401}}, Completion(error={"code": 401}), id="an error"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
