"""A glance never passes what the search that knows every place would find."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.passages.glance import Text, may_be_hit
from cassette_cli.passages.json_text import revise_json
from cassette_cli.passages.passage import Hit, Kind, Search
from cassette_cli.text import Span


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        pytest.param('{"a": "KEY"}', True, id="a key"),
        pytest.param('{"KEY": 1}', True, id="the name of a member"),
        pytest.param('{"a": "\\u006bKEY-1"}', True, id="spelled with an escape"),
        pytest.param('{"token": "x"}', True, id="a name"),
        pytest.param('{"token": ["x"]}', True, id="a name of several"),
        pytest.param('{"a": "{\\"token\\": \\"x\\"}"}', True, id="a name in JSON in a string"),
        pytest.param('[{"name": "token", "value": "x"}]', True, id="a name beside its value"),
        pytest.param('[1, false, "KEY"]', True, id="behind numbers"),
        pytest.param('{"a": ["x", 1, null]}', False, id="nothing"),
        pytest.param('{"a": "{broken"}', False, id="what looks like JSON"),
    ],
)
def test_values(text: str, hit: bool, search: Search, key: str) -> None:  # noqa: FBT001 -- a column
    text = text.replace("KEY-1", key[1:]).replace("KEY", key)
    assert may_be_hit([("", read_json(text))], search) is hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        pytest.param((Kind.HEADER, "a", "x KEY"), True, id="a key"),
        pytest.param((Kind.HEADER, "token", "x"), True, id="a header by its name"),
        pytest.param((Kind.FIELD, "token", "x"), True, id="a field by its name"),
        pytest.param((Kind.PARAMETER, "token", "x"), True, id="a parameter by its name"),
        pytest.param((Kind.HEADER, "a", "x"), False, id="another header"),
    ],
)
def test_texts(text: Text, hit: bool, search: Search, key: str) -> None:  # noqa: FBT001 -- a column
    kind, name, content = text
    assert may_be_hit((), search, [(kind, name, content.replace("KEY", key))]) is hit


def test_urls_are_searched_as_they_are() -> None:
    kinds: list[tuple[Kind, str]] = []

    def find(kind: Kind, _: str, text: str) -> list[Hit]:
        kinds.append((kind, text))
        return []

    texts = [(Kind.URL, "", "https://a"), (Kind.FORM, "", "b=c")]
    search = Search(find, names=lambda _: False)
    assert not may_be_hit([("uri", "https://d")], search, texts)
    assert kinds == [
        (Kind.URL, "https://a"),
        (Kind.FORM, "b=c"),
        (Kind.FIELD, "https://d"),
        (Kind.TEXT, "https://d"),
    ]


def test_texts_are_searched_alone_where_others_hide_them() -> None:
    def find(_: Kind, __: str, text: str) -> list[Hit]:
        return [Hit(Span(0, 1), None)] if text == "a" else []

    search = Search(find, names=lambda _: False)
    values: list[Json] = ["a", "b"]
    assert not may_be_hit([("", values)], search)
    assert may_be_hit([("", values)], replace(search, together=False))


def test_a_search_made_of_another_remembers_nothing_of_it(search: Search, key: str) -> None:
    blind = replace(search, find=lambda *_: ())
    assert not may_be_hit([("a", key)], blind)
    assert may_be_hit([("a", key)], replace(blind, find=search.find))


def test_what_was_clean_is_hit_under_a_name_that_matters(search: Search) -> None:
    assert not may_be_hit([("a", "x")], search)
    assert may_be_hit([("token", "x")], search)


def test_not_all_that_is_clean_is_remembered(search: Search) -> None:
    fresh = replace(search)
    for start in range(0, 50_000, 1000):
        assert not may_be_hit([("a", [str(start + number) for number in range(1000)])], fresh)
    assert not may_be_hit([("a", "x" * 5000)], fresh)
    assert 0 < len(fresh.clean) <= 20_000
    assert "x" * 5000 not in fresh.clean


_LEAVES = st.none() | st.booleans() | st.integers() | st.sampled_from(("KEY", "a KEY b", "x", ""))
_NAMES = st.sampled_from(("token", "a", "name", "value", "data", "KEY"))
_NESTED = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(_NAMES, inner, max_size=3)
        | st.dictionaries(_NAMES, inner, max_size=2).map(write_json)
    ),
    max_leaves=8,
)


@given(st.dictionaries(_NAMES, _NESTED, max_size=3))
def test_a_glance_finds_what_the_search_finds(
    search: Search, key: str, value: dict[str, Json]
) -> None:
    text = write_json(value).replace("KEY", key)
    read = read_json(text)
    searched = revise_json(text, read, "", replace(search, paths=lambda _: frozenset((("no",),))))
    assert may_be_hit([("", read)], replace(search)) or not searched.found


def test_a_text_that_ends_a_line_is_apart_from_the_next() -> None:
    search = Search(
        lambda *text: [Hit(Span(0, 1), None)] if "ab" in text[-1] else [], names=lambda _: False
    )
    assert not may_be_hit([("", ["a", "b"])], search)
