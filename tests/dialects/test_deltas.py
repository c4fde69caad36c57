import pytest

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta
from cassette_cli.json_values import Json


@pytest.mark.parametrize(
    ("value", "deltas"),
    [
        pytest.param({"a": [{"b": "x"}]}, [Delta(("text", 0), ("a", 0, "b"), "x")], id="a text"),
        pytest.param({"a": [{"b": ""}]}, [], id="an empty one"),
        pytest.param({"a": [{"b": 1}]}, [], id="no text"),
        pytest.param(None, [], id="nothing"),
    ],
)
def test_delta_at(value: Json, deltas: list[Delta]) -> None:
    assert [*delta_at(value, ("text", 0), ("a", 0, "b"))] == deltas
