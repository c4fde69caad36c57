import pytest

from cassette_cli.dialects.bedrock.invoke_text_models import (
    deltas,
    fold,
    read_request,
    read_response,
)
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.json_values import Json
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
from tests.conftest import events


def _answers(*texts: tuple[str, str | None]) -> tuple[Message, ...]:
    return tuple(Message("assistant", (Text(text),), reason) for text, reason in texts)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        pytest.param({"prompt": "a"}, [Text("a")], id="a prompt"),
        pytest.param({"inputText": "a"}, [Text("a")], id="Titan"),
        pytest.param(
            {"prompt": "a", "images": ["QQ=="]},
            [Text("a"), Blob("image", None, "QQ==")],
            id="an image beside the text",
        ),
    ],
)
def test_read_request(value: dict[str, Json], parts: list[Part]) -> None:
    prompt = read_request({**value, "temperature": 0.5})
    assert prompt == Prompt(
        messages=(Message("user", tuple(parts)),), settings=(("temperature", 0.5),)
    )


@pytest.mark.parametrize(
    ("value", "completion"),
    [
        pytest.param(
            {
                "inputTextTokenCount": 3,
                "results": [
                    {"tokenCount": 5.0, "outputText": "a", "completionReason": "FINISH"},
                    {"tokenCount": 2.0, "outputText": "b", "completionReason": "LENGTH"},
                ],
            },
            Completion(messages=_answers(("a", "FINISH"), ("b", "LENGTH")), usage=Usage(3, 7)),
            id="Titan",
        ),
        pytest.param(
            {"id": "c1", "generations": [{"id": "g1", "text": "a", "finish_reason": "COMPLETE"}]},
            Completion(id="c1", messages=_answers(("a", "COMPLETE"))),
            id="Cohere",
        ),
        pytest.param(
            {"outputs": [{"text": "a", "stop_reason": "stop"}]},
            Completion(messages=_answers(("a", "stop"))),
            id="Mistral",
        ),
        pytest.param(
            {
                "id": 1234,
                "prompt": {"text": "Hi"},
                "completions": [{"data": {"text": "a"}, "finishReason": {"reason": "endoftext"}}],
            },
            Completion(messages=_answers(("a", "endoftext"))),
            id="AI21",
        ),
        pytest.param(
            {
                "generation": "a",
                "prompt_token_count": 3,
                "generation_token_count": 5,
                "stop_reason": "stop",
            },
            Completion(messages=_answers(("a", "stop")), usage=Usage(3, 5)),
            id="Llama",
        ),
        pytest.param(
            {"message": "a", "finishReason": "stop"},
            Completion(messages=_answers(("a", "stop"))),
            id="TwelveLabs",
        ),
        pytest.param(
            {"images": ["QQ=="]},
            Completion(messages=(Message("assistant", (Blob("image", None, "QQ=="),)),)),
            id="an image",
        ),
        pytest.param(
            {"new": {"a": 1}, "inputTextTokenCount": 3},
            Completion(
                messages=(Message("assistant", (GenericPart("new", {"a": 1}),)),), usage=Usage(3)
            ),
            id="what is unknown",
        ),
        pytest.param({"message": "no"}, Completion(error={"message": "no"}), id="an error"),
    ],
)
def test_read_response(value: Json, completion: Completion) -> None:
    assert read_response(value) == completion


@pytest.mark.parametrize(
    ("values", "value", "complete"),
    [
        pytest.param(
            [
                {"index": 1, "text": "B", "is_finished": False},
                {"index": 0, "text": "a", "is_finished": False},
                {"index": 1, "text": "b", "is_finished": True, "finish_reason": "COMPLETE"},
                {"index": 0, "is_finished": True, "finish_reason": "MAX_TOKENS", "text": ""},
            ],
            {
                "generations": [
                    {"index": 0, "text": "a", "is_finished": True, "finish_reason": "MAX_TOKENS"},
                    {"index": 1, "text": "Bb", "is_finished": True, "finish_reason": "COMPLETE"},
                ]
            },
            True,
            id="texts are told apart by index alone",
        ),
        pytest.param(
            [{"generation": "a", "new": 1}, {"generation": "b", "new": None}, None],
            {"generation": "ab", "new": 1},
            False,
            id="what is unknown is kept, and null says nothing",
        ),
        pytest.param([], {}, False, id="nothing"),
    ],
)
def test_fold(values: list[Json], value: Json, *, complete: bool) -> None:
    assert fold(events(*values)) == Fold(value, complete=complete)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param(
            {"outputText": "a", "index": 1.0},
            [Delta(("text", 1), ("outputText",), "a")],
            id="Titan",
        ),
        pytest.param({"text": "a", "index": 2}, [Delta(("text", 2), ("text",), "a")], id="Cohere"),
        pytest.param({"generation": "a"}, [Delta(("text", 0), ("generation",), "a")], id="Llama"),
        pytest.param(
            {"outputs": [{"text": "a"}]},
            [Delta(("text", 0), ("outputs", 0, "text"), "a")],
            id="Mistral",
        ),
        pytest.param({"generation": ""}, [], id="an empty piece"),
    ],
)
def test_deltas(value: Json, found: list[Delta]) -> None:
    [event] = events(value)
    assert list(deltas(event)) == found
