from collections.abc import Callable
from typing import Any

import pytest

from cassette_cli.document.intents import Insert
from cassette_cli.errors import EditError
from tests.conftest import source


@pytest.mark.parametrize(
    ("before", "path", "insert", "after"),
    [
        pytest.param("a: b\n", "", (1, "c", "d", 0), "a: b\nc: d\n", id="like a scalar"),
        pytest.param("a: 'b'\n", "", (0, "c", "d", 0), "c: 'd'\na: 'b'\n", id="in its quotes"),
        pytest.param("'a': b\n", "", (1, "c", "d", 0), "'a': b\n'c': d\n", id="the key in quotes"),
        pytest.param(
            source("""
                a: |
                  b
                """),
            "",
            (1, "c", "d", 0),
            source("""
                a: |
                  b
                c: d
                """),
            id="not in a block",
        ),
        pytest.param("a: [b, c]\n", "", (1, "d", "e", 0), "a: [b, c]\nd: [e]\n", id="like a list"),
        pytest.param(
            source("""
                a:
                - b
                """),
            "",
            (1, "d", "e", 0),
            source("""
                a:
                - b
                d:
                - e
                """),
            id="like a block",
        ),
        pytest.param(
            source("""
                x:
                    a:
                        - 'b'
                """),
            "x",
            (1, "d", ("e", "f"), 0),
            source("""
                x:
                    a:
                        - 'b'
                    d:
                        - 'e'
                        - 'f'
                """),
            id="like an indented block",
        ),
        pytest.param("a: []\n", "", (1, "d", "e", 0), "a: []\nd: [e]\n", id="like an empty list"),
        pytest.param("a: b\n", "", (1, "c", ()), "a: b\nc: []\n", id="no values"),
        pytest.param("a: b\n", "", (1, "1", "2"), "a: b\n'1': '2'\n", id="digits are strings"),
        pytest.param("a: b\n", "", (1, "c", "d\x07"), 'a: b\nc: "d\\a"\n', id="with a control"),
        pytest.param("- a\n", "", (1, None, "b", 0), "- a\n- b\n", id="an item"),
        pytest.param(
            "- - a\n",
            "",
            (1, None, "b", 0),
            source("""
                - - a
                -
                  - b
                """),
            id="an item of a list",
        ),
        pytest.param(
            "- - a\n",
            "",
            (1, None, ("b",)),
            source("""
                - - a
                -
                  - b
                """),
            id="a list of lists",
        ),
        pytest.param("{a: b}\n", "", (1, "c", "d", 0), "{a: b, c: d}\n", id="within braces"),
        pytest.param('{"a":"b"}', "", (1, "c", "d", 0), '{"a":"b", "c":"d"}', id="JSON"),
        pytest.param(
            '{"a": [\n  "b"\n]}',
            "",
            (1, "c", ("d", "e"), 0),
            '{"a": [\n  "b"\n], "c": [\n  "d",\n  "e"\n]}',
            id="a list of JSON in lines",
        ),
        pytest.param(
            '{"a": ["b","c"]}',
            "",
            (1, "d", ("e", "f"), 0),
            '{"a": ["b","c"], "d": ["e","f"]}',
            id="a list of JSON in one line",
        ),
        pytest.param("{a, b: c}\n", "", (2, "d", "e", 0), "{a, b: c, d: e}\n", id="like null"),
        pytest.param("a: {b: c}\n", "", (1, "d", "e", 0), "a: {b: c}\nd: e\n", id="like a mapping"),
    ],
)
def test_insert(
    edited: Callable[..., str], before: str, path: str, insert: tuple[Any, ...], after: str
) -> None:
    assert edited(before, (path, Insert, *insert)) == after


def test_half_a_character_is_refused(edited: Callable[..., str]) -> None:
    with pytest.raises(EditError, match="cannot hold"):
        edited("a: b\n", ("", Insert, 0, "c", "\ud83d"))
