import pytest

from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.misses.json_differences import json_differences, place_of


@pytest.mark.parametrize(
    ("recorded", "sent", "differences"),
    [
        pytest.param({"a": 1, "b": [2]}, {"b": [2], "a": 1}, [], id="order of members"),
        pytest.param({"a": 1}, {"a": True}, [(("a",), 1, True)], id="1 is not true"),
        pytest.param({"a": {"b": "x"}}, {"a": {"b": "y"}}, [(("a", "b"), "x", "y")], id="path"),
        pytest.param([1, 3], [1, 2, 3], [((1,), None, 2)], id="item that came in between"),
        pytest.param([1, 2, 3], [3], [((0,), 1, None), ((1,), 2, None)], id="items that are gone"),
        pytest.param({"a": 1}, [], [((), {"a": 1}, [])], id="another kind of value"),
    ],
)
def test_differences(
    recorded: Json, sent: Json, differences: list[tuple[JsonPath, Json, Json]]
) -> None:
    assert list(json_differences(recorded, sent)) == differences


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param(("messages", 1, "content"), "message 2 of 3", id="message"),
        pytest.param(("tools", 1, "name"), "", id="tool"),
        pytest.param(("model",), "", id="member"),
    ],
)
def test_place(path: JsonPath, place: str) -> None:
    assert place_of(path, {"messages": [1, 2, 3], "tools": [1, 2]}) == place
