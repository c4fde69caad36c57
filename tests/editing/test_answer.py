from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.dialects.bedrock import agent as bedrock_agent
from cassette_cli.dialects.json_fields import at
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.editing.answer import Answer, Place, answer_of, replaced, value_at
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.streams.event import Event
from tests.conftest import event, events, text_event


def _chunk(text: str) -> Event:
    return event({"choices": [{"index": 0, "delta": {"content": text}}]})


_DONE = text_event("[DONE]")
_CHAT = Answer(openai_chat.DIALECT, streamed=True, events=(_chunk("Hel"), _chunk("lo"), _DONE))
_TEXT = ("choices", 0, "delta", "content")


def _said(answer: Answer, until: int | None = None) -> Json:
    return at(answer.completion(until), "messages", 0, "parts", 0, "content")


def test_completion_up_to_an_event() -> None:
    assert (_said(_CHAT), _said(_CHAT, 1), _said(_CHAT, 0)) == ("Hello", "Hel", None)


def test_channels() -> None:
    assert list(_CHAT.channels.values()) == [(Place(0, _TEXT), Place(1, _TEXT))]


def test_other_values() -> None:
    changed = _CHAT.with_values({Place(1, _TEXT): "p!", Place(2, ()): "[END]"})
    assert _said(changed) == "Help!"
    assert changed.at(Place(1, _TEXT)) == "p!"
    assert [event.data for event in changed.events[1:]] == [
        '{"choices": [{"index": 0, "delta": {"content": "p!"}}]}',
        "[END]",
    ]


def test_text_of_an_agent_is_read_and_written_in_base64() -> None:
    events = [event({"bytes": b64encode(text).decode()}, "chunk") for text in (b"Hel", b"lo")]
    answer = Answer(bedrock_agent.DIALECT, streamed=True, events=tuple(events))
    places = (Place(0, ("bytes",), encoded=True), Place(1, ("bytes",), encoded=True))
    assert answer.channels == {("text",): places}
    assert answer.at(places[1]) == "lo"
    changed = answer.with_values({places[1]: "p ü"})
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
    places = (Place(0, ("output", 0)), Place(0, ("output", 1)))
    assert list(answer.texts()) == [(("list", 0, "output"), places)]


def test_values_come_from_the_last_event_on() -> None:
    cut_off = event({"b": 1})._replace(dispatched=False)
    events = (event({"a": [1]}), _DONE, cut_off)
    answer = Answer(openai_chat.DIALECT, streamed=True, events=events)
    assert list(answer.values()) == [
        (Place(1, ()), "[DONE]"),
        (Place(0, ()), {"a": [1]}),
        (Place(0, ("a",)), [1]),
        (Place(0, ("a", 0)), 1),
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
    answer = answer_of(decode_exchange(read_sample(name).interactions[index]))
    assert answer is not None
    assert (answer.dialect.name, answer.streamed, len(answer.events)) == found


def test_what_is_no_model_call_has_no_answer(cassette_of: Callable[[str], Cassette]) -> None:
    cassette = cassette_of(
        "interactions:\n- request: {method: GET, uri: https://example.com/}\n"
        "  response: {status: {code: 200}, headers: {}, body: {string: hello}}\n"
    )
    assert answer_of(decode_exchange(cassette.interactions[0])) is None


def test_replaced_leaves_the_old_value_alone() -> None:
    value: Json = {"a": [1, {"b": 2}], "c": 3}
    assert replaced(value, ("a", 1, "b"), 4) == {"a": [1, {"b": 4}], "c": 3}
    assert replaced(value, (), 4) == 4
    assert value == {"a": [1, {"b": 2}], "c": 3}


@pytest.mark.parametrize("path", [("a", "b"), (0,), ("a", 0, "b")])
def test_a_path_that_leads_nowhere(path: tuple[str | int, ...]) -> None:
    value: Json = {"a": [1]}
    with pytest.raises((KeyError, IndexError)):
        value_at(value, path)
    with pytest.raises((KeyError, IndexError)):
        replaced(value, path, 1)
