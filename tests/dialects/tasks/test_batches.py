import pytest

from cassette_cli.dialects.tasks.batches import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt, Text


def _exchange(method: str, path: str, asked: Json, answer: Json) -> Exchange:
    interaction = Interaction(0, Request(method, path), Response(200))
    return Exchange(interaction, "", path, Payload(value=asked), Payload(value=answer))


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/v1/batches", {"object": "batch"}, True, id="OpenAI"),
        pytest.param("/v1/messages/batches/b/results", None, True, id="Anthropic"),
        pytest.param("/v1/batch/jobs/j", {"error": {}}, True, id="Mistral"),
        pytest.param("/v1beta/models/m:batchGenerateContent", {}, True, id="Gemini"),
        pytest.param("", {"type": "message_batch"}, True, id="no URL"),
        pytest.param(
            "/v1/files/f/content", {"custom_id": "1", "response": {"body": {}}}, True, id="results"
        ),
        pytest.param("/api/v1/tracing/batches", {}, False, id="batches of something else"),
        pytest.param("/v1/messages", {"type": "message"}, False, id="one call"),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    assert matches(_exchange("POST", path, None, answer)) == claimed


def _asked(name: str | None, model: str | None = None) -> Message:
    return Message("batch_request", (GenericPart("batch_request", {"name": name, "model": model}),))


_HI = Message("user", (Text("Hi"),))
_CHAT: Json = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        pytest.param(
            {"requests": [{"custom_id": "1", "params": _CHAT}, {"custom_id": "2", "body": _CHAT}]},
            (_asked("1", "m"), _HI, _asked("2", "m"), _HI),
            id="Anthropic and Mistral",
        ),
        pytest.param(
            {
                "batch": {
                    "inputConfig": {
                        "requests": {
                            "requests": [
                                {
                                    "metadata": {"key": "1"},
                                    "request": {
                                        "contents": [{"role": "user", "parts": [{"text": "Hi"}]}]
                                    },
                                }
                            ]
                        }
                    }
                }
            },
            (_asked("1"), _HI),
            id="Gemini",
        ),
        pytest.param(
            {"requests": [{"body": {"prompt": "Hi"}}, {"body": {"input": "Hi"}}, {}]},
            (_asked(None), _HI, _asked(None), _HI, _asked(None)),
            id="other APIs",
        ),
        pytest.param({"input_file_id": "file-1"}, (), id="a file"),
    ],
)
def test_calls(body: Json, messages: tuple[Message, ...]) -> None:
    assert read_request(body).messages == messages


def test_read_request() -> None:
    body: Json = {"input_file_id": "file-1", "endpoint": "/v1/responses"}
    assert read_request(body) == Prompt(
        settings=(("input_file_id", "file-1"), ("endpoint", "/v1/responses"))
    )


def _got(*texts: str, finish: str | None = None, **about: Json) -> Message:
    header = GenericPart("batch_result", {**about})
    return Message("assistant", (header, *(Text(text) for text in texts)), finish)


_CHOICE: Json = {"finish_reason": "stop", "message": {"role": "assistant", "content": "Ho"}}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(
            {
                "custom_id": "1",
                "response": {"status_code": 200, "body": {"model": "m", "choices": [_CHOICE]}},
                "error": None,
            },
            _got("Ho", name="1", model="m", finish="stop"),
            id="a chat",
        ),
        pytest.param(
            {
                "custom_id": "1",
                "response": {
                    "body": {
                        "object": "response",
                        "status": "completed",
                        "output": [{"role": "assistant", "content": "Ho"}],
                    }
                },
            },
            _got("Ho", name="1", model=None, finish="completed"),
            id="a response",
        ),
        pytest.param(
            {
                "custom_id": "1",
                "response": {
                    "body": {
                        "object": "text_completion",
                        "choices": [{"text": "Ho", "finish_reason": "stop"}],
                    }
                },
            },
            _got("Ho", name="1", model=None, finish="stop"),
            id="a completion",
        ),
        pytest.param(
            {
                "custom_id": "1",
                "result": {
                    "type": "succeeded",
                    "message": {
                        "type": "message",
                        "role": "assistant",
                        "model": "m",
                        "content": [{"type": "text", "text": "Ho"}],
                        "stop_reason": "end_turn",
                    },
                },
            },
            _got("Ho", name="1", model="m", finish="end_turn"),
            id="a message",
        ),
        pytest.param(
            {
                "key": "1",
                "response": {
                    "candidates": [
                        {
                            "content": {"role": "model", "parts": [{"text": "Ho"}]},
                            "finishReason": "STOP",
                        }
                    ]
                },
            },
            _got("Ho", name="1", model=None, finish="STOP"),
            id="contents",
        ),
        pytest.param(
            {
                "custom_id": "1",
                "result": {"type": "errored", "error": {"error": {"message": "No."}}},
            },
            _got(name="1", model=None, error={"message": "No."}),
            id="a call that failed",
        ),
        pytest.param(
            {"custom_id": "1", "response": {"body": {"error": {"code": 400}}}},
            _got(name="1", model=None, error={"code": 400}),
            id="an answer that is an error",
        ),
    ],
)
def test_each_line_of_results(line: Json, message: Message) -> None:
    assert read_response([line, line]) == Completion(messages=(message, message))
    assert read_response(line) == Completion(messages=(message,))


def test_embeddings_of_a_batch() -> None:
    body: Json = {"object": "list", "model": "m", "data": [{"embedding": [1.0]}]}
    message = Message(
        "assistant",
        (
            GenericPart("batch_result", {"name": "1", "model": "m"}),
            GenericPart("embeddings", {"count": 1, "dimensions": 1}),
        ),
    )
    assert read_response({"custom_id": "1", "response": {"body": body}}).messages == (message,)


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {"id": "batch_1", "object": "batch", "status": "completed", "errors": None},
            Completion(
                "batch_1",
                messages=(
                    Message(
                        "assistant",
                        (GenericPart("batch", {"id": "batch_1", "status": "completed"}),),
                    ),
                ),
            ),
            id="a batch",
        ),
        pytest.param(
            {"object": "list", "data": [{"id": "a", "object": "batch"}]},
            Completion(messages=(Message("assistant", (GenericPart("batch", {"id": "a"}),)),)),
            id="a list",
        ),
        pytest.param({"error": {"code": 401}}, Completion(error={"code": 401}), id="an error"),
        pytest.param(None, Completion(), id="nothing"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
