import pytest

from cassette_cli.dialects.agents.a2a import matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import Blob, Completion, GenericPart, Message, Prompt, Text, Uri


def _call(method: str, **params: Json) -> Json:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": dict(params)}


@pytest.mark.parametrize(
    ("request_body", "answer", "claimed"),
    [
        pytest.param(_call("message/stream"), None, True, id="a message"),
        pytest.param(_call("SendMessage"), None, True, id="a message of version 1"),
        pytest.param(_call("tasks/get", id="t"), None, True, id="a task"),
        pytest.param(_call("tasks/get", taskId="t"), None, False, id="a task of another protocol"),
        pytest.param(_call("tools/list"), {"result": {"kind": "task"}}, False, id="other methods"),
        pytest.param(None, {"result": {"kind": "status-update"}}, True, id="an answer alone"),
        pytest.param({"method": "message/send"}, None, False, id="no JSON-RPC"),
        pytest.param(_call("GetExtendedAgentCard"), None, True, id="a card that is asked for"),
    ],
)
def test_matches(request_body: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", "/"), Response(200))
    exchange = Exchange(interaction, "", "/", Payload(value=request_body), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            _call(
                "message/send",
                message={
                    "role": "user",
                    "parts": [
                        {"kind": "text", "text": "What is it?"},
                        {"kind": "file", "file": {"bytes": "aGk=", "mimeType": "image/png"}},
                        {"kind": "file", "file": {"uri": "https://example.com/a.pdf"}},
                        {"kind": "data", "data": {"a": 1}},
                    ],
                },
                configuration={"blocking": True},
            ),
            Prompt(
                messages=(
                    Message(
                        "user",
                        (
                            Text("What is it?"),
                            Blob("image", "image/png", "aGk="),
                            Uri("document", None, "https://example.com/a.pdf"),
                            GenericPart("data", {"a": 1}),
                        ),
                    ),
                ),
                settings=(("method", "message/send"), ("configuration", {"blocking": True})),
            ),
            id="a message",
        ),
        pytest.param(
            _call("GetTask", id="t"),
            Prompt(settings=(("method", "GetTask"), ("id", "t"))),
            id="a question about a task",
        ),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("result", "completion"),
    [
        pytest.param(
            {
                "kind": "task",
                "id": "t",
                "status": {"state": "input-required", "message": {"parts": [{"text": "Why?"}]}},
                "artifacts": [{"parts": [{"kind": "text", "text": "Draft"}]}],
            },
            Completion(
                "t",
                messages=(Message("assistant", (Text("Draft"), Text("Why?")), "input-required"),),
            ),
            id="a task",
        ),
        pytest.param(
            {
                "task": {
                    "id": "t",
                    "status": {"state": "TASK_STATE_COMPLETED"},
                    "artifacts": [{"parts": [{"url": "gs://a.png", "mediaType": "image/png"}]}],
                }
            },
            Completion(
                "t",
                messages=(
                    Message(
                        "assistant",
                        (Uri("image", "image/png", "gs://a.png"),),
                        "TASK_STATE_COMPLETED",
                    ),
                ),
            ),
            id="a task of version 1",
        ),
        pytest.param(
            {"kind": "message", "messageId": "m", "role": "agent", "parts": [{"text": "Hi"}]},
            Completion("m", messages=(Message("assistant", (Text("Hi"),)),)),
            id="a message",
        ),
        pytest.param([], Completion(), id="a result of another kind"),
    ],
)
def test_read_response(result: Json, completion: Completion) -> None:
    assert read_response({"jsonrpc": "2.0", "id": 1, "result": result}) == completion


def test_an_error() -> None:
    error: Json = {"code": -32001, "message": "Task not found"}
    assert read_response({"jsonrpc": "2.0", "id": 1, "error": error}) == Completion(error=error)


@pytest.mark.parametrize(
    ("path", "claimed"),
    [
        pytest.param("/v1/message:send", True, id="a message without JSON-RPC"),
        pytest.param("/.well-known/agent-card.json", True, id="a card"),
        pytest.param("/v1/messages", False, id="another path"),
    ],
)
def test_matches_paths(path: str, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    assert matches(Exchange(interaction, "", path, Payload(), Payload())) == claimed


def test_without_json_rpc() -> None:
    said: Json = {"role": "ROLE_USER", "parts": [{"text": "Hi"}]}
    answer: Json = {"message": {"messageId": "m", "role": "ROLE_AGENT", "parts": [{"text": "Ho"}]}}
    assert read_request({"message": said}).messages == (Message("user", (Text("Hi"),)),)
    assert read_response(answer).messages == (Message("assistant", (Text("Ho"),)),)


def test_a_card() -> None:
    card: Json = {"name": "pilot", "skills": []}
    assert read_response(card).messages == (
        Message("assistant", (GenericPart("agent_card", card),)),
    )
