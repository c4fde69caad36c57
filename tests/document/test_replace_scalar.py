from collections.abc import Callable

import pytest

from cassette_cli.document.intents import Restyle
from cassette_cli.errors import EditError
from tests.conftest import source


@pytest.mark.parametrize(
    ("before", "style", "after"),
    [
        pytest.param("a: b # c\n", '"', 'a: "b" # c\n', id="plain to double quotes"),
        pytest.param(
            'a: "b\\nc"\n',
            "'",
            source("""
                a: 'b

                  c'
                """),
            id="double to single quotes",
        ),
        pytest.param('a: "b"', "", "a: b", id="double quotes to plain"),
        pytest.param('a: "b"', '"', 'a: "b"', id="the same style"),
        pytest.param("a: 5", "", "a: 5", id="a number in its own style"),
        pytest.param('a: "b\\nc"\nd: e\n', "|", "a: |-\n  b\n  c\nd: e\n", id="to literal"),
        pytest.param('a: "b\\n" # c\n', "|", "a: | # c\n  b\n", id="a comment goes to the header"),
        pytest.param("a:\n    b: 'c'", "|", "a:\n    b: |-\n        c\n", id="as deep as the file"),
        pytest.param("a: &x 'b'\n", "|", "a: &x |-\n  b\n", id="the anchor stays"),
        pytest.param(
            'a: "b\\n\\nc\\n d"\n',
            ">",
            source("""
                a: >-
                  b


                  c
                   d
                """),
            id="to folded",
        ),
        pytest.param(
            source("""
                a: |+ # x
                    b

                c: d
                """),
            ">",
            source("""
                a: >+ # x
                    b

                c: d
                """),
            id="literal to folded",
        ),
        pytest.param(
            source("""
                a: |-
                  b

                c: d
                """),
            "'",
            source("""
                a: 'b'

                c: d
                """),
            id="blank lines stay",
        ),
        pytest.param("a: |\r\n  b\r\nc: d\r\n", '"', 'a: "b\\n"\r\nc: d\r\n', id="CRLF"),
        pytest.param("a: >-\n  b", "", "a: b", id="at the end of the file"),
    ],
)
def test_restyle(edited: Callable[..., str], before: str, style: str, after: str) -> None:
    path = "a/b" if before.startswith("a:\n") else "a"
    assert edited(before, (path, Restyle, style)) == after


@pytest.mark.parametrize(
    ("before", "style"),
    [
        pytest.param("a: 'b '\n", "", id="a blank at the end of plain text"),
        pytest.param("a: '5'\n", "", id="digits as plain text"),
        pytest.param("a: 5\n", "'", id="a number in quotes"),
        pytest.param("a: ''\n", "|", id="nothing in a block"),
        pytest.param('a: "b\\x01"\n', "|", id="a control in a block"),
        pytest.param("{a: 'b'}\n", "|", id="a block within brackets"),
        pytest.param('{"a": "b"}', "'", id="single quotes in JSON"),
        pytest.param(
            source("""
                a: |
                  b
                   c
                """),
            "'",
            id="blanks at a break in single quotes",
        ),
    ],
)
def test_what_a_style_cannot_hold_is_refused(
    edited: Callable[..., str], before: str, style: str
) -> None:
    with pytest.raises(EditError):
        edited(before, ("a", Restyle, style))
