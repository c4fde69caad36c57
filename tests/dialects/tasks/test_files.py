import pytest

from cassette_cli.dialects.tasks.files import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Header, Interaction, Request, Response
from cassette_cli.transcript import Blob, Completion, GenericPart, Message, Prompt, Text


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


_OPENAI: Json = {"id": "file-1", "object": "file", "filename": "a.txt"}
_GEMINI: Json = {"name": "files/a", "mimeType": "text/plain"}


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/v1/files", _OPENAI, True, id="OpenAI"),
        pytest.param("/v1/files", {"id": "file_1", "type": "file"}, True, id="Anthropic"),
        pytest.param("/upload/v1beta/files", {"file": _GEMINI}, True, id="Gemini"),
        pytest.param("/v1/files/file-1", {"object": "file", "deleted": True}, True, id="deleted"),
        pytest.param("/v1/files", {"object": "list", "data": []}, True, id="a list"),
        pytest.param("/v1/files", {"data": [], "has_more": False}, True, id="a list of Anthropic"),
        pytest.param("/v1beta/files", {"files": []}, True, id="a list of Gemini"),
        pytest.param("/v1/files/file-1/content", "a,b", True, id="what is in one"),
        pytest.param(
            "/v1/files/file-1/content", {"custom_id": "1"}, False, id="the results of a batch"
        ),
        pytest.param("/v1/vector_stores/vs/files/f", _OPENAI, False, id="a file of a store"),
        pytest.param("/v1/files", {"error": {"message": "No."}}, False, id="another's refusal"),
        pytest.param("/drive/files", {"kind": "drive#list"}, False, id="a drive"),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    assert matches(_exchange("POST", path, None, answer)) == claimed


def test_matches_a_call_that_failed() -> None:
    request = Request("GET", "/v1/files/f", (Header("X-Api-Key", "REDACTED"),))
    interaction = Interaction(0, request, Response(404))
    answer = Payload(value={"error": {"message": "No such file."}})
    assert matches(Exchange(interaction, "", "/v1/files/f", Payload(), answer))


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {
                "purpose": "ocr",
                "file": {
                    "filename": "a.pdf",
                    "media_type": "application/pdf",
                    "bytes": 1,
                    "base64": "/w==",
                },
            },
            Prompt(
                messages=(Message("user", (Blob("document", "application/pdf", "/w=="),)),),
                settings=(
                    ("purpose", "ocr"),
                    ("file", {"filename": "a.pdf", "media_type": "application/pdf", "bytes": 1}),
                ),
            ),
            id="a form",
        ),
        pytest.param(
            {"media_type": "text/plain", "bytes": 2, "text": "Hi"},
            Prompt(messages=(Message("user", (Text("Hi"),)),)),
            id="the bare file",
        ),
        pytest.param(None, Prompt(), id="nothing"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            _OPENAI,
            Completion("file-1", messages=(Message("assistant", (GenericPart("file", _OPENAI),)),)),
            id="a file",
        ),
        pytest.param(
            {"file": _GEMINI},
            Completion(messages=(Message("assistant", (GenericPart("file", _GEMINI),)),)),
            id="a file of Gemini",
        ),
        pytest.param(
            {"object": "list", "data": [_OPENAI]},
            Completion(messages=(Message("assistant", (GenericPart("file", _OPENAI),)),)),
            id="a list",
        ),
        pytest.param({"object": "list", "data": []}, Completion(), id="an empty list"),
        pytest.param(
            "a,b", Completion(messages=(Message("assistant", (Text("a,b"),)),)), id="a text"
        ),
        pytest.param(
            {"media_type": "image/png", "bytes": 1, "base64": "/w=="},
            Completion(messages=(Message("assistant", (Blob("image", "image/png", "/w=="),)),)),
            id="a picture",
        ),
        pytest.param(
            [{"n": 1}],
            Completion(messages=(Message("assistant", (GenericPart("content", [{"n": 1}]),)),)),
            id="lines of JSON",
        ),
        pytest.param({"error": {"code": 404}}, Completion(error={"code": 404}), id="an error"),
        pytest.param(None, Completion(), id="nothing"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
