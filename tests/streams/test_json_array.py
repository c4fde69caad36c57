import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import EditError
from cassette_cli.streams.event import Event
from cassette_cli.streams.json_array import FRAMING
from cassette_cli.text import Span


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('[{"a": 1}]', id="one object"),
        pytest.param('\n[ {"a": 1}\n,\r\n{"b": 2}\n]\r\n', id="objects with space around"),
        pytest.param('[{"a": 1}', id="cut off after an object"),
        pytest.param('[{"a": 1},\n', id="cut off after a comma"),
        pytest.param('[{"a": 1}, {"b": ', id="cut off in an object"),
    ],
)
def test_matches(content: str) -> None:
    assert FRAMING.matches(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="nothing"),
        pytest.param(b'[{"a": 1}]', id="bytes"),
        pytest.param("[]", id="an empty array"),
        pytest.param('{"a": [{}]}', id="an object"),
        pytest.param("[1, 2]", id="an array of numbers"),
        pytest.param('[[{"a": 1}]]', id="an array of arrays"),
        pytest.param('[{"a": 1}, 2]', id="an object and a number"),
        pytest.param('[{"a": 1}] and so on', id="text behind"),
        pytest.param('[{"a": ', id="cut off in the first object"),
        pytest.param("[{" * 100_000, id="nested beyond reason"),
        pytest.param('[{"a": ' + "[" * 100_000, id="a first object nested beyond reason"),
    ],
)
def test_does_not_match(content: str | bytes) -> None:
    assert not FRAMING.matches(content)


def test_decode() -> None:
    assert FRAMING.decode('[{"a": 1}\n, {} ]') == (
        Event('{"a": 1}', Span(1, 9), (Span(1, 9),), value={"a": 1}),
        Event("{}", Span(12, 14), (Span(12, 14),), value={}),
    )


def test_whole_elements_of_an_array_that_is_cut_off() -> None:
    content = '[{"a": 1}, {"b": '
    assert [event.data for event in FRAMING.decode(content)] == ['{"a": 1}']
    assert FRAMING.notes(content) == ("the array is cut off or broken after event 0",)


def test_a_whole_array_needs_no_note() -> None:
    assert FRAMING.notes("[{}, {}]\n") == ()


def test_replace_keeps_what_is_between() -> None:
    assert FRAMING.replace("[{}\n,\r\n{}]", {1: '{"a": 1}'}) == '[{}\n,\r\n{"a": 1}]'


@pytest.mark.parametrize("data", ["", "1", "{}, {}", " {}"])
def test_data_that_is_no_object_is_refused(data: str) -> None:
    with pytest.raises(EditError, match="event 1"):
        FRAMING.replace("[{}, {}]", {1: data})


def test_bytes_are_no_json_array() -> None:
    with pytest.raises(TypeError):
        FRAMING.decode(b"[{}]")


def test_vectors_are_refused_without_reading_them() -> None:
    vectors = json.dumps([[0.123456789] * 100_000] * 20)
    start = time.process_time()
    assert not FRAMING.matches(vectors)
    assert time.process_time() - start < 0.01


@given(st.text('{}"a:,[] \n'))
def test_no_text_raises(content: str) -> None:
    FRAMING.matches(content)
    FRAMING.notes(content)
    assert FRAMING.replace(content, {}) == content
