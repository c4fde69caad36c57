import pytest

from cassette_cli.dialects.agents.mcp import fold, matches, read_request, read_response
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Prompt,
    Text,
    ToolCall,
    Uri,
)
from tests.conftest import event


def _call(method: str, **params: Json) -> Json:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": dict(params)}


def _answer(**fields: Json) -> Json:
    return {"jsonrpc": "2.0", "id": 1, **fields}


@pytest.mark.parametrize(
    ("request_body", "answer", "claimed"),
    [
        pytest.param(_call("initialize"), None, True, id="initialize"),
        pytest.param(_call("notifications/initialized"), None, True, id="a notification"),
        pytest.param(_call("tools/call", name="a"), _answer(error={}), True, id="a failed call"),
        pytest.param(_call("tasks/get", taskId="t"), None, True, id="a task"),
        pytest.param(_call("tasks/get", id="t"), None, False, id="a task of another protocol"),
        pytest.param(_call("eth_call"), None, False, id="other methods"),
        pytest.param(None, _answer(result={"tools": [{"inputSchema": {}}]}), True, id="an answer"),
        pytest.param(None, _answer(result={"balance": 1}), False, id="another answer"),
    ],
)
def test_matches(request_body: Json, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", "/mcp"), Response(200))
    exchange = Exchange(interaction, "", "/mcp", Payload(value=request_body), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(
            _call("tools/call", name="add", arguments={"a": 2}, _meta={"progressToken": 1}),
            Prompt(
                messages=(Message("assistant", (ToolCall(None, "add", {"a": 2}),)),),
                settings=(("method", "tools/call"), ("_meta", {"progressToken": 1})),
            ),
            id="a call of a tool",
        ),
        pytest.param(
            _call("prompts/get", name="greet"),
            Prompt(settings=(("method", "prompts/get"), ("name", "greet"))),
            id="another method with a name",
        ),
        pytest.param(None, Prompt(), id="no request"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            _answer(
                result={
                    "content": [
                        {"type": "text", "text": "Five"},
                        {"type": "image", "data": "aGk=", "mimeType": "image/png"},
                        {"type": "resource_link", "uri": "file:///a.txt"},
                        {"type": "resource", "resource": {"uri": "file:///b.txt"}},
                    ],
                    "isError": False,
                    "structuredContent": {"sum": 5},
                }
            ),
            Completion(
                messages=(
                    Message(
                        "tool",
                        (
                            Text("Five"),
                            Blob("image", "image/png", "aGk="),
                            Uri("document", None, "file:///a.txt"),
                            GenericPart(
                                "resource",
                                {"type": "resource", "resource": {"uri": "file:///b.txt"}},
                            ),
                            GenericPart("structuredContent", {"sum": 5}),
                        ),
                    ),
                )
            ),
            id="the result of a tool",
        ),
        pytest.param(
            _answer(result={"tools": [{"name": "add"}]}),
            Completion(messages=(Message("tool", (GenericPart("tools", [{"name": "add"}]),)),)),
            id="the tools of a server",
        ),
        pytest.param(
            _answer(error={"code": -32601}), Completion(error={"code": -32601}), id="an error"
        ),
        pytest.param(None, Completion(), id="no answer, as to a notification"),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion


def test_fold_keeps_what_came_before_the_answer() -> None:
    said: list[Json] = [
        _call("notifications/message", data="Adding."),
        _answer(result={"content": [{"type": "text", "text": "Five"}]}),
    ]
    events = [event(value) for value in said]
    folded = fold(events)
    assert folded.complete
    assert read_response(folded.value) == Completion(
        messages=(
            Message(
                "tool", (GenericPart("notifications/message", {"data": "Adding."}), Text("Five"))
            ),
        )
    )
    assert not fold(events[:1]).complete


def test_matches_what_a_server_says_on_its_own() -> None:
    said = event({"jsonrpc": "2.0", "method": "notifications/tools/list_changed"})
    answer = Payload(framing="sse", events=(said,))
    interaction = Interaction(0, Request("GET", "/mcp"), Response(200))
    assert matches(Exchange(interaction, "", "/mcp", Payload(), answer))
