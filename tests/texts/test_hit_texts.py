"""Which texts are hit, asked of all at once, is what is found in them one by one."""

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_values import Json, write_json
from cassette_cli.text import Span
from cassette_cli.texts.find import Found
from cassette_cli.texts.hit_texts import hit_texts
from cassette_cli.texts.leaf import Kind, Texts
from cassette_cli.texts.search import Hit, Search

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]


@pytest.mark.parametrize(
    ("texts", "hits"),
    [
        pytest.param(Texts(Kind.HEADER, ["x KEY", "y"], ["a", "b"]), {"x KEY"}, id="a key"),
        pytest.param(Texts(Kind.FIELD, ["KEY", "y"]), {"KEY"}, id="a key without a name"),
        pytest.param(Texts(Kind.HEADER, ["x", "y"], ["token", "b"]), {"x"}, id="by its name"),
        pytest.param(Texts(Kind.PARAMETER, ["x"], ["token"]), {"x"}, id="a parameter by its name"),
        pytest.param(Texts(Kind.FIELD, ["x", "y"], ["a", "b"]), set(), id="nothing"),
        pytest.param(
            Texts(Kind.FIELD, ['{"token": "x"}', '{"b": "y"}'], ["a", "a"]),
            {'{"token": "x"}', "x"},
            id="JSON in a string",
        ),
        pytest.param(
            Texts(Kind.FIELD, ['["{\\"token\\": \\"x\\"}"]'], ["a"]),
            {'["{\\"token\\": \\"x\\"}"]', '{"token": "x"}', "x"},
            id="JSON in JSON in a string",
        ),
        pytest.param(
            Texts(Kind.FIELD, ['{"token": "x", "token": 1}'], ["a"]),
            {'{"token": "x", "token": 1}', "x"},
            id="what a later member hides",
        ),
        pytest.param(Texts(Kind.FIELD, ['["x"]'], ["token"]), {'["x"]', "x"}, id="a list of them"),
        pytest.param(
            Texts(Kind.FIELD, [b64encode(b"the token KEY-1").decode()], ["data"]),
            set(),
            id="nothing in base64",
        ),
    ],
)
def test_hit_texts(texts: Texts, hits: set[str], search: Search, key: str) -> None:
    planted = texts._replace(texts=[text.replace("KEY", key) for text in texts.texts])
    fresh = replace(search)
    assert hit_texts([planted], fresh) == {text.replace("KEY", key) for text in hits}


def test_text_in_base64(search: Search, key: str) -> None:
    encoded = b64encode(f"a {key}".encode()).decode()
    texts = [Texts(Kind.FIELD, [encoded], ["data"])]
    assert hit_texts(texts, search) == {encoded, f"a {key}"}


def test_urls_are_searched_as_they_are() -> None:
    asked: list[tuple[Kind, str]] = []

    def find(kind: Kind, _: str, text: str) -> list[Hit]:
        asked.append((kind, text))
        return []

    texts = [
        Texts(Kind.URL, ["https://a"]),
        Texts(Kind.FORM, ["b=c"]),
        Texts(Kind.FIELD, ["https://d"], ["uri"]),
    ]
    assert hit_texts(texts, Search(find, names=lambda _: False)) == set()
    assert sorted(asked) == [
        (Kind.FIELD, "https://d"),
        (Kind.FORM, "b=c"),
        (Kind.TEXT, "https://d"),
        (Kind.URL, "https://a"),
    ]


def test_texts_are_searched_alone_where_others_hide_them() -> None:
    def find(_: Kind, __: str, text: str) -> list[Hit]:
        return [Hit(Span(0, 1), None)] if text == "a" else []

    search = Search(find, names=lambda _: False)
    texts = [Texts(Kind.FIELD, ["a", "b"])]
    assert hit_texts(texts, search) == set()
    assert hit_texts(texts, replace(search, together=False)) == {"a"}


def test_a_find_over_several_texts_is_looked_at_in_each() -> None:
    search = Search(lambda *asked: [Hit(Span(0, len(asked[-1])), None)], names=lambda _: False)
    assert hit_texts([Texts(Kind.TEXT, ["a", "b", "c"])], search) == {"a", "b", "c"}


def test_a_text_that_ends_a_line_is_apart_from_the_next() -> None:
    search = Search(
        lambda *asked: [Hit(Span(0, 1), None)] if "ab" in asked[-1] else [], names=lambda _: False
    )
    assert hit_texts([Texts(Kind.FIELD, ["a", "b"])], search) == set()


def test_what_was_clean_is_hit_under_a_name_that_matters(search: Search) -> None:
    fresh = replace(search)
    assert hit_texts([Texts(Kind.FIELD, ["x"], ["a"])], fresh) == set()
    assert "x" in fresh.clean
    assert hit_texts([Texts(Kind.FIELD, ["x"], ["token"])], fresh) == {"x"}


def test_not_all_that_is_clean_is_remembered(search: Search) -> None:
    fresh = replace(search)
    for start in range(0, 50_000, 1000):
        numbers = [str(start + number) for number in range(1000)]
        assert hit_texts([Texts(Kind.FIELD, numbers)], fresh) == set()
    assert hit_texts([Texts(Kind.FIELD, ["x" * 5000])], fresh) == set()
    assert 0 < len(fresh.clean) <= 20_000
    assert "x" * 5000 not in fresh.clean


_LEAVES = st.none() | st.booleans() | st.integers() | st.sampled_from(("KEY", "a KEY b", "x", ""))
_NAMES = st.sampled_from(("token", "a", "name", "value", "data", "KEY"))


def _object(members: list[tuple[str, Json]]) -> str:
    """An object in which names may repeat."""
    return f"{{{', '.join(f'{json.dumps(key)}: {write_json(value)}' for key, value in members)}}}"


_NESTED = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(_NAMES, inner, max_size=3)
        | st.lists(st.tuples(_NAMES, inner), max_size=3).map(_object)
    ),
    max_leaves=8,
)


@given(st.lists(st.tuples(_NAMES, _NESTED), max_size=3))
def test_nothing_is_left_that_would_be_found(
    cut_body: _Cut, search: Search, members: list[tuple[str, Json]]
) -> None:
    """Neither a key nor a token, whatever hides it; and a second search finds nothing."""
    after, _ = cut_body(_object(members), search=replace(search))
    assert "KEY" not in after
    assert cut_body(after, search=replace(search)) == (after, [])
