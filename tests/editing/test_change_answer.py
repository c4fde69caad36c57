import json
from collections.abc import Callable, Iterator

import pytest

from cassette_cli.dialects.json_fields import objects_at
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.editing.answer import Answer, EventValue, answer_of
from cassette_cli.editing.change_answer import change_answer, settled
from cassette_cli.errors import EditError
from cassette_cli.json_path import replaced
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.transcript_json import JsonObject
from tests.conftest import event

_NEW: dict[str, Json] = {
    "content": "Other words,\n“and more” than before: \\ {1}.",
    "arguments": {"new": [1, "é"]},
}
_TYPES = ("text", "reasoning", "refusal", "tool_call")


def _chunk(delta: Json) -> Json:
    return {"choices": [{"index": 0, "delta": delta}]}


def _chat(*deltas: Json) -> Answer:
    values = [_chunk(delta) for delta in deltas]
    events = (event(value) for value in values)
    return Answer(openai_chat.DIALECT, streamed=True, events=tuple(events))


def _answers(cassette: Cassette) -> Iterator[Answer]:
    for reading in read_interactions(cassette):
        if reading.dialect is not None:
            yield answer_of(reading)


def _changed(completion: JsonObject) -> Iterator[Json]:
    """The completion with each of its texts and calls changed in turn."""
    for number, message in enumerate(objects_at(completion, "messages")):
        for place, part in enumerate(objects_at(message, "parts")):
            for name in part.keys() & _NEW if part["type"] in _TYPES else ():
                yield replaced(completion, ("messages", number, "parts", place, name), _NEW[name])


def test_texts_and_calls_of_every_sample_can_be_changed(sample: Cassette) -> None:
    for answer in _answers(sample):
        for wanted in _changed(answer.completion()):
            assert isinstance(wanted, dict)
            changed = change_answer(answer, wanted)
            assert changed.completion() == wanted
            assert len(changed.events) == len(answer.events)


def test_the_same_completion_changes_no_event(sample: Cassette) -> None:
    for answer in _answers(sample):
        changed = change_answer(answer, answer.completion())
        assert changed.events == answer.events


def test_the_text_of_one_call_is_spelled_like_before() -> None:
    function: Json = {"name": "add", "arguments": '{"a":2,  "b": 3.0}'}
    answer = _chat({"tool_calls": [{"index": 0, "id": "c", "function": function}]})
    wanted = json.loads(json.dumps(answer.completion()).replace('"a": 2', '"a": 5'))
    assert '{\\"a\\":5,  \\"b\\": 3.0}' in change_answer(answer, wanted).events[0].data


def test_several_changes_at_once() -> None:
    answer = _chat({"reasoning": "Hm"}, {"content": "a"}, {"content": "b"})
    reasoning: Json = {"type": "reasoning", "content": ""}
    text: Json = {"type": "text", "content": "xyz"}
    message: Json = {"role": "assistant", "finish_reason": None, "parts": [reasoning, text]}
    wanted: JsonObject = {**answer.completion(), "messages": [message]}
    changed = change_answer(answer, wanted)
    assert changed.completion() == settled(wanted)
    said: list[Json] = [{"reasoning": ""}, {"content": "x"}, {"content": "yz"}]
    assert [event.value for event in changed.events] == [_chunk(delta) for delta in said]


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        pytest.param('{"a":2}', {"a": 3}, '{"a":3}', id="JSON for JSON"),
        pytest.param('{"a":2}', "none", "none", id="what is not JSON"),
        pytest.param('{"a":2}', "5", '"5"', id="a text that looks like JSON"),
        pytest.param("none", {"a": 2}, '{"a": 2}', id="JSON for what was none"),
        pytest.param("", {"a": 2}, '{"a": 2}', id="JSON for nothing"),
    ],
)
def test_arguments_are_spelled_as_text(before: str, new: Json, after: str) -> None:
    function: Json = {"name": "add", "arguments": before}
    answer = _chat({"tool_calls": [{"index": 0, "id": "c", "function": function}]})
    path = ("messages", 0, "parts", 0, "arguments")
    wanted = replaced(answer.completion(), path, new)
    assert isinstance(wanted, dict)
    changed = change_answer(answer, wanted)
    place = EventValue(0, ("choices", 0, "delta", "tool_calls", 0, "function", "arguments"))
    assert changed.at(place) == after


def test_a_member_is_changed_where_the_whole_has_no_place(
    read_sample: Callable[[str], Cassette],
) -> None:
    cassette = read_sample("vcrpy/openai-assistants-streamed.yaml")
    answer = answer_of(read_interactions(cassette)[1])
    spelled = json.dumps(answer.completion())
    wanted = json.loads(
        spelled.replace('"6 * 7"', '"6 * 8"').replace('"logs": "42"', '"logs": "48"')
    )
    changed = change_answer(answer, wanted)
    assert changed.completion() == wanted
    pairs = zip(answer.events, changed.events, strict=True)
    assert sum(old.value != new.value for old, new in pairs) == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param('"type": "text"', '"type": "refusal"', "cannot become", id="another type"),
        pytest.param('"parts": [', '"parts": [null, ', "has 1 parts, and 2", id="a part more"),
        pytest.param('"usage": null', '"usage": {}', "no place .*completion.usage", id="usage"),
        pytest.param('"content": "ab"', '"content": null', "so that nothing else", id="no text"),
    ],
)
def test_what_has_no_place_is_refused(old: str, new: str, message: str) -> None:
    answer = _chat({"content": "a"}, {"content": "b"})
    wanted = json.loads(json.dumps(answer.completion()).replace(old, new))
    with pytest.raises(EditError, match=message):
        change_answer(answer, wanted)
