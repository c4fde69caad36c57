from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.dialects.bedrock import agent as bedrock_agent
from cassette_cli.dialects.json_fields import at
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.editing.answer import Answer, EventValue, answer_of
from cassette_cli.errors import EditError
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.streams.event import Event
from tests.conftest import event, events, text_event


def _chunk(text: str) -> Event:
    return event({"choices": [{"index": 0, "delta": {"content": text}}]})


_DONE = text_event("[DONE]")
_CHAT = Answer(openai_chat.DIALECT, streamed=True, events=(_chunk("Hel"), _chunk("lo"), _DONE))
_NO_MODEL_CALL = """\
interactions:
- request: {method: GET, uri: https://example.com/}
  response: {status: {code: 200}, headers: {}, body: {string: hello}}
"""
_TEXT = ("choices", 0, "delta", "content")


def _said(answer: Answer, until: int | None = None) -> Json:
    return at(answer.completion(until), "messages", 0, "parts", 0, "content")


def test_completion_up_to_an_event() -> None:
    assert (_said(_CHAT), _said(_CHAT, 1), _said(_CHAT, 0)) == ("Hello", "Hel", None)


def test_channels() -> None:
    assert list(_CHAT.channels.values()) == [(EventValue(0, _TEXT), EventValue(1, _TEXT))]


def test_other_values() -> None:
    changed = _CHAT.with_values({EventValue(1, _TEXT): "p!", EventValue(2, ()): "[END]"})
    assert _said(changed) == "Help!"
    assert changed.at(EventValue(1, _TEXT)) == "p!"
    assert [event.data for event in changed.events[1:]] == [
        '{"choices": [{"index": 0, "delta": {"content": "p!"}}]}',
        "[END]",
    ]


def test_text_of_an_agent_is_read_and_written_in_base64() -> None:
    events = [event({"bytes": b64encode(text).decode()}, "chunk") for text in (b"Hel", b"lo")]
    answer = Answer(bedrock_agent.DIALECT, streamed=True, events=tuple(events))
    pieces = (EventValue(0, ("bytes",), encoded=True), EventValue(1, ("bytes",), encoded=True))
    assert answer.channels == {("text",): pieces}
    assert answer.at(pieces[1]) == "lo"
    changed = answer.with_values({pieces[1]: "p ü"})
    assert changed.events[1].value == {"bytes": b64encode("p ü".encode()).decode()}


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"bytes": "no base64"}, id="another text"),
        pytest.param({"bytes": b64encode(b"\xff").decode()}, id="no UTF-8"),
        pytest.param({"bytes": 1}, id="a number"),
    ],
)
def test_bytes_that_are_no_text(value: Json) -> None:
    answer = Answer(bedrock_agent.DIALECT, streamed=True, events=(event(value, "chunk"),))
    assert answer.channels == {}


def test_a_list_of_strings_is_a_text_in_pieces() -> None:
    stream = events({"output": ["Hel", "lo"], "tags": [], "logs": [1]})
    answer = Answer(openai_chat.DIALECT, streamed=False, events=tuple(stream))
    pieces = (EventValue(0, ("output", 0)), EventValue(0, ("output", 1)))
    assert list(answer.texts()) == [(("list", 0, "output"), pieces)]


def test_values_come_from_the_last_event_on() -> None:
    cut_off = event({"b": 1})._replace(dispatched=False)
    events = (event({"a": [1]}), _DONE, cut_off)
    answer = Answer(openai_chat.DIALECT, streamed=True, events=events)
    assert list(answer.values()) == [
        (EventValue(1, ()), "[DONE]"),
        (EventValue(0, ()), {"a": [1]}),
        (EventValue(0, ("a",)), [1]),
        (EventValue(0, ("a", 0)), 1),
    ]


@pytest.mark.parametrize(
    ("name", "index", "found"),
    [
        pytest.param("vcrpy/models-list.yaml", 0, ("models", False, 1), id="unstreamed"),
        pytest.param(
            "go-vcr/openai-chat-multi-tool-streaming.yaml",
            0,
            ("openai-chat", True, 26),
            id="stream",
        ),
    ],
)
def test_answer_of(
    read_sample: Callable[[str], Cassette], name: str, index: int, found: tuple[str, bool, int]
) -> None:
    answer = answer_of(Reading(read_sample(name).interactions[index]))
    assert (answer.dialect.name, answer.streamed, len(answer.events)) == found


def test_what_is_no_model_call_has_no_answer(cassette_of: Callable[[str], Cassette]) -> None:
    cassette = cassette_of(_NO_MODEL_CALL)
    with pytest.raises(EditError, match="not a model call"):
        answer_of(Reading(cassette.interactions[0]))
