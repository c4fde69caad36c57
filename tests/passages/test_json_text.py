import json
from base64 import b64encode
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.passages.json_text import (
    is_below,
    json_document,
    revise_json,
    revise_string,
    revise_whole,
)
from cassette_cli.passages.passage import NOTHING, Search
from cassette_cli.text import splice


def _edited(text: str, search: Search) -> str:
    return splice(text, revise_json(text, read_json(text), "", search).edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('{"a": "x KEY y"}', '{"a": "x CUT y"}', id="a string"),
        pytest.param('{ "a" :\n["KEY" , 1.50]}', '{ "a" :\n["CUT" , 1.50]}', id="spaces stay"),
        pytest.param('{"KEY": 1}', '{"CUT": 1}', id="the name of a member"),
        pytest.param(
            '{"a": "{\\"b\\": \\"KEY\\"}"}', '{"a": "{\\"b\\": \\"CUT\\"}"}', id="JSON in a string"
        ),
        pytest.param(
            json.dumps({"a": json.dumps({"b": json.dumps({"token": "t"})})}),
            json.dumps({"a": json.dumps({"b": json.dumps({"token": "CUT"})})}),
            id="JSON in JSON in JSON",
        ),
        pytest.param('{"a": "KE\\u0059"}', '{"a": "KE\\u0059"}', id="what is another key"),
        pytest.param(
            '{"a": "\\u00e9 \\u006bey-REST\\n"}', '{"a": "\\u00e9 CUT\\n"}', id="an escape in a hit"
        ),
        pytest.param('{"token": "any"}', '{"token": "CUT"}', id="a member by its name"),
        pytest.param(
            json.dumps({"data": b64encode(b'{"token": "t"}').decode()}),
            json.dumps({"data": b64encode(b'{"token": "CUT"}').decode()}),
            id="JSON in base64",
        ),
        pytest.param(
            '[{"value": "x", "name": "token"}, {"key": "token", "value": "x"}]',
            '[{"value": "CUT", "name": "token"}, {"key": "token", "value": "CUT"}]',
            id="a pair of a name and a value",
        ),
        pytest.param(
            '{"value": "x", "name": ["token"]}', '{"value": "x", "name": ["token"]}', id="no pair"
        ),
        pytest.param('{"token": 12}', '{"token": 12}', id="but no number"),
        pytest.param(
            '{"a": NaN, "b": "KEY"}', '{"a": NaN, "b": "CUT"}', id="what is not quite JSON"
        ),
        pytest.param('{"a": "b"}', '{"a": "b"}', id="nothing"),
    ],
)
def test_revise_json(before: str, after: str, search: Search, key: str) -> None:
    before = before.replace("KEY", key).replace("key-REST", key)
    after = after.replace("KEY", key)
    before = before.replace("\\u006b" + "ey-REST", "\\u006b" + key[1:])
    assert _edited(before, search) == after


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.just("KEY"),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    ),
    st.booleans(),
    st.sampled_from([None, 2]),
)
def test_only_the_strings_that_are_hit_change(
    search: Search,
    key: str,
    value: Json,
    ascii_only: bool,  # noqa: FBT001 -- drawn
    indent: int | None,
) -> None:
    template = json.dumps([value], ensure_ascii=ascii_only, indent=indent)
    assert _edited(template.replace("KEY", key), search) == template.replace("KEY", "CUT")


def test_what_is_left_out_is_not_searched(search: Search, key: str) -> None:
    text = write_json({"a": {"b": key}, "c": key})
    edits = revise_json(text, read_json(text), "", search, [("a", "b")]).edits
    assert read_json(splice(text, edits)) == {"a": {"b": key}, "c": "CUT"}


@pytest.mark.parametrize(
    ("path", "after"),
    [
        pytest.param(("n",), {"n": "CUT", "o": {"p": "x", "q": [True, None]}}, id="a number"),
        pytest.param(("o", "p"), {"n": 1, "o": {"p": "CUT", "q": [True, None]}}, id="a string"),
        pytest.param(
            ("o",), {"n": 1, "o": {"p": "CUT", "q": ["CUT", "CUT"]}}, id="all below an object"
        ),
        pytest.param(("z",), {"n": 1, "o": {"p": "x", "q": [True, None]}}, id="nothing there"),
    ],
)
def test_members_at_paths(
    path: JsonPath, after: Json, search_at_paths: Callable[..., Search]
) -> None:
    text = write_json({"n": 1, "o": {"p": "x", "q": [True, None]}})
    search = search_at_paths(path)
    edited = _edited(text, search)
    assert read_json(edited) == after
    assert _edited(edited, search) == edited


def test_places(search: Search, key: str) -> None:
    inner = write_json({"b": f"é {key}"})
    text = json.dumps({"a": [inner, key]})
    found = revise_json(text, read_json(text), "", search).found
    assert [(find.location, text[find.offset :].startswith(key), find.text) for find in found] == [
        ("a[0] › json › b", True, key),
        ("a[1]", True, key),
    ]


@pytest.mark.parametrize(
    ("path", "below"),
    [
        pytest.param(("a",), True, id="the member"),
        pytest.param(("a", 0), True, id="below it"),
        pytest.param((), False, id="above it"),
        pytest.param(("b",), False, id="beside it"),
    ],
)
def test_is_below(path: JsonPath, below: bool) -> None:  # noqa: FBT001 -- a column
    assert is_below(path, {("a",)}) is below
    assert not is_below(path, ())


def test_what_is_no_json_has_no_document() -> None:
    assert json_document("{") is None
    document = json_document('{"a": 1}')
    assert document is not None
    assert document.roots[0].span == (0, 8)


def test_a_string_that_is_no_json(search: Search, key: str) -> None:
    revision = revise_string(f"[{key}", "a", search)
    assert [(find.location, find.offset) for find in revision.found] == [("", 1)]


def test_a_whole_text_needs_a_hit_for_it(search: Search) -> None:
    assert revise_whole("x", search) == NOTHING
