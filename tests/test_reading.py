from dataclasses import replace

import pytest

from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Body, Header, Interaction, Request, Response
from cassette_cli.reading import Reading
from cassette_cli.transcript import Completion, Conversation, Message, Prompt, Text

_REQUEST = Request(
    "POST",
    "https://api.example.org/v1/chat/completions",
    (),
    Body('{"model": "m-1", "messages": [{"role": "user", "content": "Hi"}], "stream": true}'),
)
_PROMPT = Prompt("m-1", messages=(Message("user", (Text("Hi"),)),), settings=(("stream", True),))


def _answer(body: str | bytes) -> Interaction:
    return Interaction(0, _REQUEST, Response(200, body=Body(body)))


def _chunk(text: str, finish_reason: str | None = None) -> str:
    choice: Json = {"index": 0, "delta": {"content": text}, "finish_reason": finish_reason}
    return f"data: {write_json({'id': 'c-1', 'choices': [choice]})}\n\n"


_STREAM = _chunk("Hel") + _chunk("lo", "stop")
_HELLO = Completion("c-1", messages=(Message("assistant", (Text("Hello"),), "stop"),))
_HALF = Completion("c-1", messages=(Message("assistant", (Text("Hel"),)),))
_WHOLE = Conversation("openai-chat", True, "sse", True, _PROMPT, _HELLO)  # noqa: FBT003 -- its fields


@pytest.mark.parametrize(
    ("body", "conversation"),
    [
        pytest.param(
            '{"id": "c-1", "choices": [{"message": {"content": "Hello"},'
            ' "finish_reason": "stop"}]}',
            replace(_WHOLE, streamed=False, framing=None),
            id="an answer in one piece",
        ),
        pytest.param(_STREAM, _WHOLE, id="the same answer streamed"),
        pytest.param(
            _chunk("Hel"), replace(_WHOLE, complete=False, completion=_HALF), id="broken off"
        ),
        pytest.param(
            _chunk("Hel") + 'data: {"choices": [{"finish_reason": "stop"}]}',
            replace(_WHOLE, complete=False, completion=_HALF),
            id="an event that was cut off reached no client",
        ),
        pytest.param(
            '{"error": {"code": 500}}',
            replace(
                _WHOLE,
                streamed=False,
                framing=None,
                complete=False,
                completion=Completion(error={"code": 500}),
            ),
            id="an error is no complete answer",
        ),
        pytest.param(
            b"\x1f\x8b\x08\0",
            replace(
                _WHOLE,
                streamed=False,
                framing=None,
                completion=Completion(),
                notes=("the gzip data is broken or cut off",),
            ),
            id="what could not be read is noted",
        ),
    ],
)
def test_a_reading_has_the_conversation(body: str | bytes, conversation: Conversation) -> None:
    assert Reading(_answer(body)).conversation == conversation


def test_what_is_no_model_call_has_no_dialect() -> None:
    response = Response(200, body=Body("<p>Hello</p>"))
    reading = Reading(Interaction(0, Request("GET", "https://example.org/"), response))
    assert (reading.dialect, reading.conversation, reading.folded) == (None, None, None)


def test_the_model_may_stand_in_the_url_alone() -> None:
    url = "https://example.org/v1beta/models/gemini-9:generateContent"
    body = Body('{"contents": [{"role": "user", "parts": [{"text": "Hi"}]}]}')
    headers = (Header("Content-Type", "application/json"),)
    interaction = Interaction(0, Request("POST", url, headers, body), Response(500))
    conversation = Reading(interaction).conversation
    assert conversation is not None
    assert conversation.prompt == Prompt("gemini-9", messages=(Message("user", (Text("Hi"),)),))


def test_both_messages_by_their_names() -> None:
    request, response = Reading(_answer(_STREAM)).messages
    assert (request.name, request.body) == ("request", _REQUEST.body)
    assert (response.name, response.payload.framing) == ("response", "sse")


def test_deltas_are_those_of_the_dialect() -> None:
    reading = Reading(_answer(_STREAM))
    texts = [delta.text for event in reading.response.events for delta in reading.deltas(event)]
    assert texts == ["Hel", "lo"]


@pytest.mark.parametrize(
    ("interaction", "has"),
    [
        pytest.param(_answer(_STREAM), (True, True), id="a conversation"),
        pytest.param(_answer("<h1>Bad gateway</h1>"), (True, False), id="an answer of a proxy"),
        pytest.param(
            Interaction(0, replace(_REQUEST, body=Body("hello")), Response(500)),
            (False, False),
            id="a request that the dialect cannot read",
        ),
        pytest.param(
            Interaction(0, replace(_REQUEST, body=None), Response(500)),
            (True, False),
            id="a request without a body leaves nothing out",
        ),
        pytest.param(
            Interaction(0, Request("GET", "/"), Response(200)), (False, False), id="no model call"
        ),
    ],
)
def test_what_the_conversation_has(interaction: Interaction, has: tuple[bool, bool]) -> None:
    reading = Reading(interaction)
    assert (reading.has_prompt, reading.has_completion) == has


@pytest.mark.parametrize(
    ("path", "answer", "complete"),
    [
        pytest.param(
            "/v1/responses", {"object": "response", "status": "queued"}, False, id="not begun"
        ),
        pytest.param(
            "/v1/responses", {"object": "response", "status": "completed"}, True, id="done"
        ),
        pytest.param(
            "/v1beta/interactions",
            {"object": "interaction", "status": "in_progress"},
            False,
            id="under way",
        ),
        pytest.param(
            "/api/generate",
            {"model": "m", "created_at": "x", "response": "Po", "done": False},
            False,
            id="the first line of a stream",
        ),
    ],
)
def test_an_answer_in_one_piece_may_not_be_all(
    path: str,
    answer: Json,
    complete: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    request = Request("POST", f"https://a.example{path}", (), Body('{"model": "m", "input": "Hi"}'))
    response = Response(200, body=Body(write_json(answer)))
    conversation = Reading(Interaction(0, request, response)).conversation
    assert conversation is not None
    assert conversation.complete is complete


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        pytest.param(
            _chunk("Hel") + 'data: {"id": "c-1"}{"id": "c-1"}\n\n' + _chunk("lo", "stop"),
            ("event 1: the data is no JSON",),
            id="an event with two objects",
        ),
        pytest.param(
            '{"id": "c-1", "choices": [', ("the JSON of the answer breaks off",), id="half of it"
        ),
        pytest.param("<h1>Bad gateway</h1>", (), id="what was never meant to be JSON"),
    ],
)
def test_what_a_client_cannot_parse(body: str, notes: tuple[str, ...]) -> None:
    conversation = Reading(_answer(body)).conversation
    assert conversation is not None
    assert (conversation.complete, conversation.notes) == (not notes, notes)
