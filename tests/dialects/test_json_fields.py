import pytest

from cassette_cli.dialects.json_fields import (
    at,
    extra_fields,
    first_string,
    integer_at,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.json_values import Json

_VALUE: Json = {"a": [{"b": "x"}, 1, {"c": True}], "d": 2, "e": None}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param((), _VALUE, id="no path leads to the value itself"),
        pytest.param(("a", 0, "b"), "x", id="keys and indexes"),
        pytest.param(("a", -1), {"c": True}, id="from the end"),
        pytest.param(("a", 3), None, id="beyond the end"),
        pytest.param(("a", -4), None, id="before the start"),
        pytest.param(("a", "b"), None, id="a key of a list"),
        pytest.param(("d", 0), None, id="an index of a number"),
        pytest.param(("f", "g"), None, id="below nothing"),
    ],
)
def test_at(path: tuple[str | int, ...], found: Json) -> None:
    assert at(_VALUE, *path) == found


def test_readings_by_type() -> None:
    assert string_at(_VALUE, "a", 0, "b") == "x"
    assert string_at(_VALUE, "d") is None
    assert integer_at(_VALUE, "d") == 2
    assert integer_at(_VALUE, "a", 2, "c") is None, "a boolean is no number"
    assert objects_at(_VALUE, "a") == [{"b": "x"}, {"c": True}]
    assert objects_at(_VALUE, "d") == []


def test_other_fields() -> None:
    assert other_fields({"b": 1, "a": 2, "c": None}, ["a"]) == (("b", 1), ("c", None))
    assert other_fields(["a"], ["a"]) == ()


def test_extra_fields_say_something() -> None:
    value: Json = {"a": 1, "b": None, "c": "", "d": [], "e": {}, "f": 0, "g": False}
    assert extra_fields(value, "a") == (("f", 0), ("g", False))
    assert extra_fields("x") == ()


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param({"b": "y", "a": "x"}, "x", id="the first name that has a text"),
        pytest.param({"a": "", "b": "y"}, "y", id="an empty text is none"),
        pytest.param({"a": 1, "b": ["y"]}, None, id="nor is what is no text"),
        pytest.param("x", None, id="no object"),
    ],
)
def test_first_string(value: Json, found: str | None) -> None:
    assert first_string(value, "a", "b") == found
