import pytest

from cassette_cli.dialects.anthropic import messages as anthropic_messages
from cassette_cli.dialects.cohere import v1 as cohere_v1
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.dialects.openai import responses as openai_responses
from cassette_cli.editing.answer import Answer, EventValue
from cassette_cli.editing.origins import origins_of, spells
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from tests.conftest import event

_ARGUMENTS = '{"a":1}'


def _answer(dialect: Dialect, *values: Json) -> Answer:
    events = (event(value) for value in values)
    return Answer(dialect, streamed=True, events=tuple(events))


def _chunk(**delta: Json) -> Json:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]}


def _call(index: int, arguments: str) -> Json:
    function: Json = {"name": "add", "arguments": arguments}
    return _chunk(tool_calls=[{"index": index, "id": f"call_{index}", "function": function}])


def _in_delta(event: int, *path: str | int) -> EventValue:
    return EventValue(event, ("choices", 0, "delta", *path))


def _item(text: str) -> Json:
    return {"type": "message", "role": "assistant", "content": [_block(text)]}


def _block(text: str) -> Json:
    return {"type": "output_text", "text": text}


_IN_CALL = ("tool_calls", 0, "function", "arguments")
_RESPONSES = _answer(
    openai_responses.DIALECT,
    {"type": "response.output_item.added", "output_index": 0, "item": _item("")},
    {"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": "Yes,"},
    {"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": " so"},
    {
        "type": "response.output_text.done",
        "output_index": 0,
        "content_index": 0,
        "text": "Yes, so",
    },
    {
        "type": "response.content_part.done",
        "output_index": 0,
        "content_index": 0,
        "part": _block("Yes, so"),
    },
    {
        "type": "response.completed",
        "response": {"status": "completed", "output": [_item("Yes, so")]},
    },
)


@pytest.mark.parametrize(
    ("answer", "target", "new", "origins"),
    [
        pytest.param(
            _RESPONSES,
            ("messages", 0, "parts", 0, "content"),
            "No",
            [
                (EventValue(1, ("delta",)), EventValue(2, ("delta",))),
                (EventValue(5, ("response", "output", 0, "content", 0, "text")),),
                (EventValue(4, ("part", "text")),),
                (EventValue(3, ("text",)),),
            ],
            id="deltas, and copies that the last event overrides",
        ),
        pytest.param(
            _answer(openai_chat.DIALECT, _call(0, _ARGUMENTS), _call(1, _ARGUMENTS)),
            ("messages", 0, "parts", 1, "arguments"),
            {"a": 2},
            [(_in_delta(1, *_IN_CALL),)],
            id="of two calls alike, the one that is meant",
        ),
        pytest.param(
            _answer(
                openai_chat.DIALECT,
                _chunk(reasoning="Hm", reasoning_details=[{"index": 0, "text": "Hm"}]),
                _chunk(reasoning=" hm", reasoning_details=[{"index": 0, "text": " hm"}]),
            ),
            ("messages", 0, "parts", 0, "content"),
            "Ah",
            [
                (_in_delta(0, "reasoning"), _in_delta(1, "reasoning")),
                (
                    _in_delta(0, "reasoning_details", 0, "text"),
                    _in_delta(1, "reasoning_details", 0, "text"),
                ),
            ],
            id="a text beside it that nobody reads",
        ),
        pytest.param(
            _answer(
                cohere_v1.DIALECT,
                {"event_type": "text-generation", "is_finished": False, "text": "It is so"},
                {
                    "event_type": "stream-end",
                    "is_finished": True,
                    "response": {"text": "It is so", "chat_history": [{"message": "It is so"}]},
                },
            ),
            ("messages", 0, "parts", 0, "content"),
            "No",
            [
                (EventValue(0, ("text",)),),
                (EventValue(1, ("response", "text")),),
                (EventValue(1, ("response", "chat_history", 0, "message")),),
            ],
            id="a copy elsewhere that nobody reads",
        ),
        pytest.param(
            _answer(
                openai_chat.DIALECT,
                {
                    "object": "stop",
                    "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}],
                },
            ),
            ("messages", 0, "finish_reason"),
            "length",
            [(EventValue(0, ("choices", 0, "finish_reason")),)],
            id="a word that stands elsewhere for something else",
        ),
        pytest.param(
            _answer(openai_chat.DIALECT, _chunk(content="a"), _chunk(content="b")),
            ("messages", 0, "finish_reason"),
            "stop",
            [(EventValue(1, ("choices", 0, "finish_reason")),)],
            id="of what is empty the last",
        ),
        pytest.param(
            _answer(
                anthropic_messages.DIALECT,
                {"type": "message_start", "message": {"usage": {"input_tokens": 3}}},
                {"type": "message_delta", "delta": {}, "usage": {"input_tokens": 3, "other": 3}},
            ),
            ("usage", "input_tokens"),
            4,
            [
                (EventValue(1, ("usage", "input_tokens")),),
                (EventValue(0, ("message", "usage", "input_tokens")),),
            ],
            id="a count in several events",
        ),
        pytest.param(
            _answer(openai_chat.DIALECT, _chunk(content="a")),
            ("usage",),
            {"input_tokens": 1},
            [],
            id="what the answer does not say",
        ),
    ],
)
def test_origins(
    answer: Answer, target: JsonPath, new: Json, origins: list[tuple[EventValue, ...]]
) -> None:
    assert origins_of(answer, target, new) == origins


@pytest.mark.parametrize(
    ("value", "old", "expected"),
    [
        pytest.param("a", "a", True, id="the same text"),
        pytest.param('{"a": 1}', {"a": 1}, True, id="data as JSON"),
        pytest.param('{"a": 1}', '{"a": 1}', True, id="JSON as text"),
        pytest.param({"a": 1}, {"a": 1}, True, id="data"),
        pytest.param("1", 1, False, id="a number in words"),
        pytest.param(True, 1, False, id="a boolean is no number"),
    ],
)
def test_spells(value: Json, old: Json, expected: bool) -> None:  # noqa: FBT001 -- a column
    assert spells(value, old) is expected
