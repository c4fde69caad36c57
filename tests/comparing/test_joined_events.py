import pytest

from cassette_cli.comparing.joined_events import joined_events
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.json_values import Json


@pytest.mark.parametrize(
    ("events", "joined"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(
            [{"delta": "Po"}, {"delta": "ng"}], [{"delta": "Pong"}], id="pieces of one text"
        ),
        pytest.param(
            [{"d": {"text": "a"}, "index": 0}, {"d": {"text": "b"}, "index": 1}],
            [{"d": {"text": "a"}, "index": 0}, {"d": {"text": "b"}, "index": 1}],
            id="pieces of two texts",
        ),
        pytest.param(
            [{"delta": "a", "sequence_number": 1}, {"delta": "b", "sequence_number": 2}],
            [{"delta": "ab", "sequence_number": 1}],
            id="what only counts is no difference",
        ),
        pytest.param(
            [{"text": "a", "delta": "b"}, {"text": "a", "delta": "c"}],
            [{"text": "a", "delta": "b"}, {"text": "a", "delta": "c"}],
            id="two texts in one event",
        ),
        pytest.param(["[DONE]", "[DONE]"], ["[DONE]", "[DONE]"], id="no JSON"),
    ],
)
def test_joined_events(events: list[Json], joined: list[Json]) -> None:
    assert joined_events(events, DEFAULT_RULES) == joined
