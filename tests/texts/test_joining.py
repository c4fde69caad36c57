import json
from itertools import pairwise

import pytest

from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span
from cassette_cli.texts.channels import channels_of
from cassette_cli.texts.joining import WAYS_TO_JOIN

_ALL, _POSITION, _PATH, _NAME = range(4)


def _event(value: Json) -> Event:
    return Event(json.dumps(value), Span(0, 0), (), value=value)


@pytest.mark.parametrize(
    ("way", "values", "texts"),
    [
        pytest.param(_ALL, [{"a": "x"}, {"a": "y"}], {"xy"}, id="equal paths"),
        pytest.param(
            _ALL,
            [{"i": 1, "index": n % 2, "a": str(n)} for n in range(4)],
            {"02", "13"},
            id="index",
        ),
        pytest.param(
            _ALL,
            [{"type": "t", "a": "1"}, {"type": "u", "a": "2"}, {"type": "t", "a": "3"}],
            {"13", "2", "tt", "u"},
            id="type",
        ),
        pytest.param(
            _ALL,
            [{"item_id": "i", "a": "1"}, {"item_id": "j", "a": "2"}],
            {"1", "2", "i", "j"},
            id="id",
        ),
        pytest.param(_ALL, [{"a": [{"b": "1"}, {"b": "2"}]}], {"12"}, id="items of a list"),
        pytest.param(
            _POSITION,
            [{"a": [{"b": ["1", "x"]}, {"b": ["2", "y"]}]}],
            {"12", "xy"},
            id="the same item of each list",
        ),
        pytest.param(
            _PATH,
            [{"id": "i", "a": "1"}, {"id": "j", "a": "2"}],
            {"ij", "12"},
            id="whatever the id",
        ),
        pytest.param(
            _NAME, [{"a": {"text": "1"}}, {"b": {"text": "2"}}], {"12"}, id="members of one name"
        ),
    ],
)
def test_joined(way: int, values: list[Json], texts: set[str]) -> None:
    channels = channels_of([_event(value) for value in values], WAYS_TO_JOIN[way])
    assert {channel.text for channel in channels} == texts


@pytest.mark.parametrize("deltas", WAYS_TO_JOIN)
def test_plain_data_is_one_text(deltas: object) -> None:
    events = [Event("a", Span(0, 0), ()), Event("b", Span(0, 0), ())]
    (channel,) = channels_of(events, deltas)  # type: ignore[arg-type]
    assert channel.text == "ab"


def test_each_way_tells_less_apart() -> None:
    values: list[Json] = [{"id": str(n), "a": {"text": "x"}, "b": "y"} for n in range(3)]
    events = [_event(value) for value in values]
    counts = [len(channels_of(events, WAYS_TO_JOIN[way])) for way in (_ALL, _PATH, _NAME)]
    assert all(more >= less for more, less in pairwise(counts))
