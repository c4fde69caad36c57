from collections.abc import Callable
from typing import Any

import pytest

from cassette_cli.document.intents import Copy, Delete, Insert, Move, SetValue
from cassette_cli.errors import EditError
from tests.conftest import source

_PRETTY = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n'


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        pytest.param("[a, b, c]", [("", Delete, 0)], "[b, c]", id="the first"),
        pytest.param("[a, b, c]", [("", Delete, 2)], "[a, b]", id="the last"),
        pytest.param(
            "[a, b,\n  c]", [("", Delete, 1)], "[a, c]", id="one with the line break behind it"
        ),
        pytest.param(
            "[a, # 1\n b, # 2\n c]", [("", Delete, 1)], "[a, # 1\n c]", id="one with its comment"
        ),
        pytest.param("[a, b,]", [("", Delete, 1)], "[a,]", id="a comma behind the last"),
        pytest.param("{a: 1, b: 2}", [("", Delete, 0), ("", Delete, 1)], "{}", id="all"),
        pytest.param("x: [ a ]", [("x", Delete, 0)], "x: []", id="all with the blanks"),
        pytest.param(
            "x: [a]", [("x", Delete, 0), ("x/0", SetValue, "b")], "x: []", id="and edited"
        ),
        pytest.param(
            _PRETTY,
            [("", Delete, 1)],
            source("""
                {
                  "a": 1,
                  "c": 3
                }
                """),
            id="a line of JSON",
        ),
        pytest.param(
            _PRETTY,
            [("", Delete, 2)],
            source("""
                {
                  "a": 1,
                  "b": 2
                }
                """),
            id="its last line",
        ),
        pytest.param(
            _PRETTY,
            [("", Move, 2, 0)],
            source("""
                {
                  "c": 3,
                  "a": 1,
                  "b": 2
                }
                """),
            id="moved up",
        ),
        pytest.param("[1]", [("", Copy, 0, 0)], "[1, 1]", id="copied"),
        pytest.param("[\n 1\n]", [("", Copy, 0, 0)], "[\n 1,\n 1\n]", id="copied in lines"),
        pytest.param("[1,2]", [("", Insert, 1, None, "x")], '[1,"x",2]', id="inserted"),
        pytest.param("{}", [("", Insert, 0, "a", "b")], '{"a": "b"}', id="into empty JSON"),
        pytest.param(
            "x: [{}]", [("x/0", Insert, 0, "a", "b")], "x: [{a: b}]", id="within brackets"
        ),
        pytest.param("x: {}", [("x", Insert, 0, "a", "b")], "x:\n  a: b", id="into an empty entry"),
        pytest.param(
            "x: {} # c\n",
            [("x", Insert, 0, "a", ("b",))],
            source("""
                x:
                  a:
                  - b # c
                """),
            id="a list",
        ),
        pytest.param(
            "x: []\n", [("x", Insert, 0, None, "b")], "x:\n- b\n", id="into an empty list"
        ),
        pytest.param(
            source("""
                w:
                    v: 1
                x: !t {}
                """),
            [("x", Insert, 0, "a", "b"), ("x", Insert, 0, "c", "d")],
            source("""
                w:
                    v: 1
                x: !t
                  a: b
                  c: d
                """),
            id="behind a tag",
        ),
        pytest.param("- {}\n", [("0", Insert, 0, "a", "b")], "- a: b\n", id="into an empty item"),
        pytest.param(
            "- !t []\n", [("0", Insert, 0, None, "b")], "- !t\n  - b\n", id="into a tagged item"
        ),
    ],
)
def test_flow_edits(
    edited: Callable[..., str], before: str, steps: list[tuple[Any, ...]], after: str
) -> None:
    assert edited(before, *steps) == after


@pytest.mark.parametrize(
    ("before", "steps"),
    [
        pytest.param("[a: b, c]", [("0", Delete, 0)], id="a pair without braces"),
        pytest.param("{? a : b, c: d}", [("", Delete, 0)], id="a key with a mark"),
    ],
)
def test_odd_spellings_are_refused(
    edited: Callable[..., str], before: str, steps: list[tuple[Any, ...]]
) -> None:
    with pytest.raises(EditError):
        edited(before, *steps)
