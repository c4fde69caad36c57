import json
from base64 import b64encode
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import EditError
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.find import Found
from cassette_cli.texts.json_strings import Strings
from cassette_cli.texts.json_text import JsonText, read_json_text

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]


def _read(text: str) -> JsonText:
    read = read_json_text(text, read_json(text))
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('{"a": "x KEY y"}', '{"a": "x CUT y"}', id="a string"),
        pytest.param('{ "a" :\n["KEY" , 1.50]}', '{ "a" :\n["CUT" , 1.50]}', id="spaces stay"),
        pytest.param('{"KEY": 1}', '{"CUT": 1}', id="the name of a member"),
        pytest.param(
            '{"a": "KEY", "a": "x"}', '{"a": "CUT", "a": "x"}', id="what a later member hides"
        ),
        pytest.param(
            '{"token": {"a": ["x"]}, "token": "y", "b": {"token": "z", "token": 1}}',
            '{"token": {"a": ["x"]}, "token": "CUT", "b": {"token": "CUT", "token": 1}}',
            id="hidden members by their name",
        ),
        pytest.param('{"KEY": 1, "KEY": 2}', '{"CUT": 1, "CUT": 2}', id="hidden names"),
        pytest.param(
            '{"a": "{\\"b\\": \\"KEY\\", \\"b\\": 1}"}',
            '{"a": "{\\"b\\": \\"CUT\\", \\"b\\": 1}"}',
            id="hidden in JSON in a string",
        ),
        pytest.param(
            '{"a": "\\\\", "a": "\\\\\\"", "b": "KEY", "b": 1}',
            '{"a": "\\\\", "a": "\\\\\\"", "b": "CUT", "b": 1}',
            id="hidden beside escapes",
        ),
        pytest.param(
            '{"a": "{\\"b\\": \\"KEY\\"}"}', '{"a": "{\\"b\\": \\"CUT\\"}"}', id="JSON in a string"
        ),
        pytest.param(
            json.dumps({"a": json.dumps({"b": json.dumps({"token": "t"})})}),
            json.dumps({"a": json.dumps({"b": json.dumps({"token": "CUT"})})}),
            id="JSON in JSON in JSON",
        ),
        pytest.param(
            json.dumps({"a": json.dumps({"token": "t", "b": "KEY", "c": "KEY"})}),
            json.dumps({"a": json.dumps({"token": "CUT", "b": "CUT", "c": "CUT"})}),
            id="several in one string",
        ),
        pytest.param('{"a": "KE\\u0059"}', '{"a": "KE\\u0059"}', id="what is another key"),
        pytest.param(
            '{"a": "\\u00e9 \\u006bey-REST\\n"}', '{"a": "\\u00e9 CUT\\n"}', id="an escape in a hit"
        ),
        pytest.param('{"token": "any"}', '{"token": "CUT"}', id="a member by its name"),
        pytest.param('{"token": ["x", 1]}', '{"token": ["CUT", 1]}', id="a name of several"),
        pytest.param(
            json.dumps({"data": b64encode(b'{"token": "t", "b": "KEY"}').decode()}),
            json.dumps({"data": b64encode(b'{"token": "CUT", "b": "CUT"}').decode()}),
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
            '{"a": [NaN, -Infinity], "b": "NaN KEY", "token": "x"}',
            '{"a": [NaN, -Infinity], "b": "NaN CUT", "token": "CUT"}',
            id="constants that are not quite JSON",
        ),
        pytest.param('{"a": "b"}', '{"a": "b"}', id="nothing"),
        pytest.param('{"a": "{KEY"}', '{"a": "{CUT"}', id="what looks like JSON"),
    ],
)
def test_what_is_found_gives_way(before: str, after: str, cut_body: _Cut, key: str) -> None:
    encoded = b64encode(b'"KEY"').decode()
    before = before.replace("\\u006bey-REST", "\\u006b" + key[1:]).replace(encoded, encoded)
    if "data" in before:
        text = json.dumps({"token": "t", "b": key})
        before = json.dumps({"data": b64encode(text.encode()).decode()})
    edited, _ = cut_body(before)
    assert edited == after


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.just("KEY"),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(_VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_only_the_strings_that_are_hit_change(
    cut_body: _Cut,
    value: Json,
    ascii_only: bool,  # noqa: FBT001 -- drawn
    indent: int | None,
) -> None:
    body = json.dumps([value], ensure_ascii=ascii_only, indent=indent)
    assert cut_body(body)[0] == body.replace("KEY", "CUT")


@given(_VALUES)
def test_the_list_of_strings_is_that_of_their_places(value: Json) -> None:
    text = json.dumps([value, {"value": value, "name": "a"}])
    read = _read(text)
    for part in read.parts():
        _, offset = read.locate(part.number, 0)
        assert text.startswith(json.dumps(part.text)[1:], offset)


def test_what_a_stream_cuts_is_left_out() -> None:
    read = _read('{"a": "x", "b": {"a": "y"}}')
    carried = JsonText(read.text, read.value, read.strings, carried=frozenset([("a",)]))
    assert [part.text for part in carried.parts()] == ["y", "a", "b", "a"]


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
    path: JsonPath, after: Json, cut_body: _Cut, search_at_paths: Callable[..., object]
) -> None:
    text = write_json({"n": 1, "o": {"p": "x", "q": [True, None]}})
    search = search_at_paths(path)
    edited, _ = cut_body(text, search=search)
    assert read_json(edited) == after
    assert cut_body(edited, search=search)[0] == edited


def test_members_of_json_in_a_string(
    cut_body: _Cut, search_at_paths: Callable[..., object]
) -> None:
    text = json.dumps({"a": json.dumps({"b": 1})})
    edited, found = cut_body(text, search=search_at_paths(("b",)))
    assert edited == json.dumps({"a": json.dumps({"b": "CUT"})})
    assert [one.location for one in found] == ["response.body › a › json › b"]


def test_places(cut_body: _Cut) -> None:
    inner = write_json({"b": "é KEY"})
    _, found = cut_body(json.dumps({"a": [inner, "KEY"], "KEY": 1}))
    assert [one.location for one in found] == [
        "response.body › a[0] › json › b",
        "response.body › a[1]",
        "response.body › KEY (key)".replace("KEY", found[2].text),
    ]


def test_the_last_string_at_a_path() -> None:
    read = _read('{"a": "x", "a": "y", "b": "z"}')
    assert list(read.lift({read.number_at(("a",)): [Edit(Span(0, 1), "é")]})) == [
        Edit(Span(17, 18), "\\u00e9")
    ]
    with pytest.raises(KeyError):
        read.number_at(("c",))


def test_edits_of_several_strings() -> None:
    read = _read('{"a": "x", "b": ["y"]}')
    edits = {0: [Edit(Span(0, 1), '"')], 1: [Edit(Span(1, 1), "z")]}
    assert splice(read.text, read.lift(edits)) == '{"a": "\\"", "b": ["yz"]}'


def test_what_is_no_json_has_no_document() -> None:
    with pytest.raises(EditError, match="cannot be read by the standard"):
        JsonText("{", None, Strings([], [], [])).document  # noqa: B018 -- it is read on demand
