"""Laws that hold for every framing."""

import json
from base64 import b64encode
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.exchange import framing_named, framings
from cassette_cli.json_values import Json
from cassette_cli.streams.aws_frames import spell_frame

NAMES = ("aws-event-stream", "json-array", "ndjson", "sse")
HEADERS = b"\x0b:event-type\x07\x00\x05chunk"

objects = st.dictionaries(st.text(), st.none() | st.integers() | st.text(), max_size=3)


def frame(value: Json) -> bytes:
    return spell_frame(HEADERS, json.dumps(value).encode())


def wrapped_frame(value: Json) -> bytes:
    return frame({"bytes": b64encode(json.dumps(value).encode()).decode(), "p": "abc"})


def sse_event(value: Json) -> str:
    return f": ping\r\nevent: x\r\nid: 1\r\ndata: {json.dumps(value)}\r\n\r\n"


STREAMS: dict[str, Callable[[list[Json]], str | bytes]] = {
    "aws-event-stream": lambda values: b"".join(map(frame, values)),
    "json-array": lambda values: "[" + " ,\n".join(map(json.dumps, values)) + "\n]",
    "ndjson": lambda values: "\r\n\n".join(map(json.dumps, values)),
    "sse": lambda values: "".join(map(sse_event, values)),
}
SPELLINGS = [
    *(pytest.param(name, spell, id=name) for name, spell in STREAMS.items()),
    pytest.param(
        "aws-event-stream",
        lambda values: b"".join(map(wrapped_frame, values)),
        id="aws-event-stream of wrapped JSON",
    ),
]


def test_all_framings_are_found() -> None:
    assert sorted(framing.name for framing in framings()) == sorted(NAMES)


@pytest.mark.parametrize(("name", "spell"), SPELLINGS)
@given(values=st.lists(objects, min_size=2, max_size=5))
def test_one_framing_matches(
    name: str, spell: Callable[[list[Json]], str | bytes], values: list[Json]
) -> None:
    content = spell(values)
    assert [framing.name for framing in framings() if framing.matches(content)] == [name]
    events = framing_named(name).decode(content)
    assert [json.loads(event.data) for event in events] == values
    assert [event.value for event in events] == values
    assert framing_named(name).notes(content) == ()


@given(st.text(alphabet='{}[]":,da\n\r 1') | st.binary())
def test_at_most_one_framing_matches(content: str | bytes) -> None:
    assert sum(framing.matches(content) for framing in framings()) <= 1


@pytest.mark.parametrize(("name", "spell"), SPELLINGS)
@given(values=st.lists(objects, min_size=2, max_size=4), new=objects, data=st.data())
def test_replace_changes_the_data_of_one_event(
    name: str,
    spell: Callable[[list[Json]], str | bytes],
    values: list[Json],
    new: Json,
    data: st.DataObject,
) -> None:
    framing, content = framing_named(name), spell(values)
    before = framing.decode(content)
    index = data.draw(st.integers(0, len(values) - 1))
    new_data = json.dumps(new, ensure_ascii=False)
    after = framing.decode(framing.replace(content, {index: new_data}))
    assert [(event.data, event.name, event.id) for event in after] == [
        (new_data if number == index else event.data, event.name, event.id)
        for number, event in enumerate(before)
    ]


@pytest.mark.parametrize(("name", "spell"), SPELLINGS)
@given(values=st.lists(objects, min_size=2, max_size=4))
def test_replacing_nothing_changes_nothing(
    name: str, spell: Callable[[list[Json]], str | bytes], values: list[Json]
) -> None:
    framing, content = framing_named(name), spell(values)
    same_data = {index: event.data for index, event in enumerate(framing.decode(content))}
    assert framing.replace(content, {}) == content
    assert framing.replace(content, same_data) == content
