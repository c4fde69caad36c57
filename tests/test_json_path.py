import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.json_path import (
    JsonPath,
    compile_query,
    find_text,
    replaced,
    value_at,
    write_path,
)
from cassette_cli.json_values import Json


@pytest.mark.parametrize(
    ("path", "written"),
    [
        pytest.param((), "", id="the whole value has no path"),
        pytest.param(("choices", 0, "delta", "content"), "choices[0].delta.content", id="names"),
        pytest.param((0, "a"), "[0].a", id="a list outside"),
        pytest.param(("x-api-key",), "x-api-key", id="a hyphen is plain"),
        pytest.param(("a b", "c"), '["a b"].c', id="a blank is quoted"),
        pytest.param(("a.b",), '["a.b"]', id="a dot is no step"),
        pytest.param(('say "é"',), r'["say \"é\""]', id="quotes are escaped as in JSON"),
        pytest.param(("",), '[""]', id="a name without letters"),
    ],
)
def test_write_path(path: JsonPath, written: str) -> None:
    assert write_path(path) == written


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        pytest.param("a", [()], id="the value itself"),
        pytest.param({"x": "a", "y": ["b", {"z": "a"}]}, [("x",), ("y", 1, "z")], id="in order"),
        pytest.param({"a": 1}, [], id="a key is no value"),
        pytest.param(["ab", None, 1], [], id="nothing"),
    ],
)
def test_find_text(value: Json, paths: list[JsonPath]) -> None:
    assert list(find_text(value, "a")) == paths


def test_a_query_finds_members() -> None:
    value: Json = {"a": [{"token": 1}, {"token": 2}]}
    assert [match.value for match in compile_query("$..token").finditer(value)] == [1, 2]


def test_what_is_not_a_query_is_an_error_of_one_line() -> None:
    with pytest.raises(CassetteError) as caught:
        compile_query("$[")
    assert str(caught.value) == "'$[' is not a JSONPath: unexpected end of query"
    assert caught.value.hint == "write it like $.user.email or $..token"


def test_replaced_leaves_the_old_value_alone() -> None:
    value: Json = {"a": [1, {"b": 2}], "c": 3}
    assert replaced(value, ("a", 1, "b"), 4) == {"a": [1, {"b": 4}], "c": 3}
    assert replaced(value, (), 4) == 4
    assert value == {"a": [1, {"b": 2}], "c": 3}


@pytest.mark.parametrize("path", [("a", "b"), (0,), ("a", 0, "b")])
def test_a_path_that_leads_nowhere(path: tuple[str | int, ...]) -> None:
    value: Json = {"a": [1]}
    with pytest.raises((KeyError, IndexError)):
        value_at(value, path)
    with pytest.raises((KeyError, IndexError)):
        replaced(value, path, 1)
