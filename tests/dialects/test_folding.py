import pytest

from cassette_cli.dialects.dialect import Fold
from cassette_cli.dialects.folding import (
    Fields,
    add_item,
    add_text,
    chunks_of,
    finish,
    in_order,
    index_of,
    is_done,
    lay_over,
    merge,
)
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span
from tests.conftest import event


@pytest.mark.parametrize(
    ("fields", "added"),
    [
        pytest.param({"a": "x", "b": 1}, {"a": "xy", "b": 1}, id="behind the text"),
        pytest.param({"a": None}, {"a": "y"}, id="where there was none"),
        pytest.param({}, {"a": "y"}, id="in a new field"),
    ],
)
def test_add_text(fields: dict[str, Json], added: dict[str, Json]) -> None:
    before = fields.get("a")
    add_text(fields, "a", "y")
    assert fields == added
    assert before in ("x", None)


def test_a_text_that_grows_leaves_that_of_the_event_as_it_is() -> None:
    chunk: Fields = {"a": "x"}
    answer = dict(chunk)
    add_text(answer, "a", "y")
    assert chunk == {"a": "x"}


@pytest.mark.parametrize(
    ("before", "chunk", "after"),
    [
        pytest.param({"a": 1}, {"a": 2, "b": 3}, {"a": 2, "b": 3}, id="what was said last counts"),
        pytest.param({"a": "x"}, {"a": ""}, {"a": "x"}, id="an empty field says nothing"),
        pytest.param({"a": "x"}, {"a": None}, {"a": "x"}, id="nor does null"),
        pytest.param({}, {"a": None, "b": ""}, {"a": None, "b": ""}, id="unless it is the first"),
        pytest.param({}, {"choices": [1], "a": 1}, {"a": 1}, id="but for those named"),
        pytest.param({"a": {"b": 1}}, {"a": {"c": 2}}, {"a": {"c": 2}}, id="an object is whole"),
    ],
)
def test_lay_over(before: Fields, chunk: Fields, after: Fields) -> None:
    lay_over(before, chunk, but=("choices",))
    assert before == after


@pytest.mark.parametrize(
    ("deltas", "merged"),
    [
        pytest.param([{"text": "a"}, {"text": "b"}], {"text": "ab"}, id="texts grow"),
        pytest.param([{"text": None}, {"text": "a"}], {"text": "a"}, id="after null"),
        pytest.param([{"text": "a"}, {"text": ""}], {"text": "a"}, id="by nothing"),
        pytest.param([{"name": "a"}, {"name": "b"}], {"name": "b"}, id="other strings are whole"),
        pytest.param([{"n": 1}, {"n": 2}, {"n": None}], {"n": 2}, id="null says nothing"),
        pytest.param(
            [{"f": {"text": "a", "n": 1}}, {"f": {"text": "b", "m": 2}}],
            {"f": {"text": "ab", "n": 1, "m": 2}},
            id="objects merge",
        ),
        pytest.param([{"f": "a"}, {"f": {"n": 1}}], {"f": {"n": 1}}, id="an object over a string"),
        pytest.param([{"l": [1]}, {"l": [2, {"n": 1}]}], {"l": [1, 2, {"n": 1}]}, id="lists go on"),
        pytest.param([{"l": None}, {"l": [1]}], {"l": [1]}, id="a list over null"),
        pytest.param(
            [{"l": [{"index": 1, "text": "a"}]}, {"l": [{"index": 0}, {"index": 1, "text": "b"}]}],
            {"l": [{"index": 1, "text": "ab"}, {"index": 0}]},
            id="items with an index go into that with the same",
        ),
        pytest.param(
            [{"l": [{"text": "a"}]}, {"l": [{"text": "b"}]}],
            {"l": [{"text": "a"}, {"text": "b"}]},
            id="items without stand for themselves",
        ),
    ],
)
def test_merge(deltas: list[Fields], merged: Fields) -> None:
    answer: Fields = {}
    said = [repr(delta) for delta in deltas]
    for delta in deltas:
        assert merge(answer, delta, ("text",)) is answer
    assert answer == merged
    assert [repr(delta) for delta in deltas] == said, "the events stay as they are"


@pytest.mark.parametrize(
    ("items", "added"),
    [
        pytest.param([{"text": "a"}, {"text": "b"}], [{"text": "ab"}], id="text goes on"),
        pytest.param(
            [{"type": "text", "text": "a"}, {"type": "text", "text": "b", "n": 1}],
            [{"type": "text", "text": "ab", "n": 1}],
            id="other fields are those of the last",
        ),
        pytest.param(
            [{"text": "a"}, {"thought": True, "text": "b"}],
            [{"text": "a"}, {"thought": True, "text": "b"}],
            id="in its own kind alone",
        ),
        pytest.param(
            [{"text": "a"}, {"data": 1}, {"text": "b"}],
            [{"text": "a"}, {"data": 1}, {"text": "b"}],
            id="with the neighbour alone",
        ),
        pytest.param([{"text": ""}, {"text": "b"}], [{"text": "b"}], id="an empty text is a text"),
    ],
)
def test_add_item(items: list[Fields], added: list[Fields]) -> None:
    folded: list[Fields] = []
    said = repr(items)
    for item in items:
        add_item(folded, item)
    assert folded == added
    assert repr(items) == said, "the events stay as they are"


def test_items_in_the_order_of_their_indexes() -> None:
    assert in_order({2: {"a": 1}, 0: {"b": 2}}) == [{"b": 2}, {"a": 1}]
    assert index_of({"index": 2}) == 2
    assert index_of({"place": 3}, "place") == 3
    assert index_of({}) == 0


@pytest.mark.parametrize(
    ("answer", "ended", "complete"),
    [
        pytest.param({"a": 1}, True, True, id="came to its end"),
        pytest.param({"a": 1}, False, False, id="broke off"),
        pytest.param({"error": {"code": 1}}, True, False, id="reported an error"),
        pytest.param({"error": None}, True, True, id="reported that there is none"),
    ],
)
def test_finish(answer: Fields, ended: bool, complete: bool) -> None:  # noqa: FBT001 (columns)
    assert finish(answer, ended=ended) == Fold(answer, complete)


@pytest.mark.parametrize(
    ("data", "value", "done"),
    [
        pytest.param("[DONE]", None, True, id="the word"),
        pytest.param(" [DONE] ", None, True, id="with blanks"),
        pytest.param('"[DONE]"', "[DONE]", False, id="a JSON string"),
        pytest.param("{}", {}, False, id="an object"),
    ],
)
def test_is_done(data: str, value: Json, done: bool) -> None:  # noqa: FBT001 (a column)
    assert is_done(Event(data, Span(0, 0), (), value=value)) == done


def test_chunks_are_objects() -> None:
    assert [*chunks_of([event({"a": 1}), event("x"), event(None)])] == [{"a": 1}]
