import pytest

from cassette_cli.dialects.tasks.vector_stores import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text


@pytest.mark.parametrize(
    ("path", "claimed"),
    [
        pytest.param("/v1/vector_stores", True, id="stores"),
        pytest.param("/v1/vector_stores/vs_1/search", True, id="a search"),
        pytest.param("/v1/vector_stores/vs_1/files/file-1/content", True, id="a file in a store"),
        pytest.param("/v1beta/fileSearchStores/s", True, id="Gemini's stores"),
        pytest.param("/v1beta/fileSearchStores/s:uploadToFileSearchStore", True, id="an upload"),
        pytest.param("/v1/files/file-1", False, id="files"),
    ],
)
def test_matches(path: str, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    assert matches(Exchange(interaction, "", path, Payload(), Payload())) == claimed


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            {"query": ["tide", "moon"], "max_num_results": 2},
            Prompt(
                messages=(Message("user", (Text("tide"), Text("moon"))),),
                settings=(("max_num_results", 2),),
            ),
            id="a search",
        ),
        pytest.param({"name": "charts"}, Prompt(settings=(("name", "charts"),)), id="a store"),
        pytest.param("High.", Prompt(messages=(Message("user", (Text("High."),)),)), id="a file"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


_STORE: Json = {"id": "vs_1", "object": "vector_store", "name": "charts"}


@pytest.mark.parametrize(
    ("body", "answer_id", "parts"),
    [
        pytest.param(_STORE, "vs_1", (GenericPart("vector_store", _STORE),), id="a store"),
        pytest.param(
            {"object": "list", "data": [_STORE]},
            None,
            (GenericPart("vector_store", _STORE),),
            id="stores",
        ),
        pytest.param(
            {
                "object": "vector_store.search_results.page",
                "data": [
                    {"file_id": "f", "score": 0.9, "content": [{"type": "text", "text": "High."}]}
                ],
            },
            None,
            (GenericPart("search_result", {"file_id": "f", "score": 0.9}), Text("High.")),
            id="what a search found",
        ),
        pytest.param(
            {
                "object": "vector_store.file_content.page",
                "data": [{"type": "text", "text": "High."}],
            },
            None,
            (Text("High."),),
            id="what is in a file",
        ),
        pytest.param(
            {"name": "fileSearchStores/s"},
            "fileSearchStores/s",
            (GenericPart("file_search_store", {"name": "fileSearchStores/s"}),),
            id="a store of Gemini",
        ),
    ],
)
def test_read_response(body: Json, answer_id: str | None, parts: tuple[Part, ...]) -> None:
    assert read_response(body) == Completion(answer_id, messages=(Message("assistant", parts),))


def test_an_error() -> None:
    assert read_response({"error": {"code": 404}}) == Completion(error={"code": 404})
