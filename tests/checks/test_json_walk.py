import pytest

from cassette_cli.checks.json_walk import Path, find_strings
from cassette_cli.json_values import Json


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        pytest.param("a", [()], id="the value itself"),
        pytest.param({"x": "a", "y": ["b", {"z": "a"}]}, [("x",), ("y", 1, "z")], id="in order"),
        pytest.param({"a": 1}, [], id="a key is no value"),
        pytest.param(["ab", None, 1], [], id="nothing"),
    ],
)
def test_find_strings(value: Json, paths: list[Path]) -> None:
    assert list(find_strings(value, "a")) == paths
