from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest

from cassette_cli.document.intents import (
    ReplaceText,
    Restyle,
    SetBytes,
    SetLiteral,
    SetText,
    SetValue,
)
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span
from tests.conftest import source


def _put(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


@pytest.mark.parametrize(
    ("before", "edits", "after"),
    [
        pytest.param("a: one two", [_put(4, 7, "2")], "a: one 2", id="plain"),
        pytest.param("a: one two", [_put(3, 3, ":")], "a: 'one: two'", id="plain no more"),
        pytest.param(
            "a: one two",
            [_put(3, 3, "\n")],
            'a: "one\\n two"',
            id="a break before a blank",
        ),
        pytest.param(
            "a: one", [_put(0, 3, "yes")], "a: 'yes'", id="a string that reads as a boolean"
        ),
        pytest.param("a: 'it''s'", [_put(0, 2, "'")], "a: '''''s'", id="quotes are doubled"),
        pytest.param("a: 'it''s'", [_put(2, 3, "i")], "a: 'itis'", id="a doubled quote is one"),
        pytest.param("a: 'x'", [_put(1, 1, "\ny")], "a: 'x\n\n  y'", id="a break in single quotes"),
        pytest.param("a: 'x'", [_put(1, 1, "\x1b")], 'a: "x\\e"', id="a control in single quotes"),
        pytest.param('a: "\\u00e9\\n"', [_put(0, 1, "\n")], 'a: "\\n\\n"', id="an escape"),
        pytest.param(
            'a: "b"',
            [_put(1, 1, "\u00e9\U0001f600\x01")],
            'a: "b\\xe9\\U0001f600\\x01"',
            id="an ASCII file stays ASCII",
        ),
        pytest.param(
            '\u00fc: "b"',
            [_put(1, 1, "\u00e9\u20ac")],
            '\u00fc: "b\u00e9\u20ac"',
            id="another does not",
        ),
        pytest.param("a: 'one\n  two'", [_put(3, 4, "-")], "a: 'one-two'", id="over a fold"),
        pytest.param(
            "a: 'one\n  two three'", [_put(8, 13, "3")], "a: 'one\n  two 3'", id="behind a fold"
        ),
        pytest.param("a: 'one\n  two'", [_put(1, 3, " ")], "a: 'o  two'", id="a blank at a fold"),
        pytest.param(
            'a: "one\n  two"',
            [_put(4, 7, " ")],
            'a: "one  "',
            id="nothing but a blank behind a fold",
        ),
        pytest.param(
            "a: 'one\n  two'",
            [_put(2, 3, " "), _put(4, 5, " ")],
            "a: 'on   wo'",
            id="blanks on both sides of a fold",
        ),
        pytest.param("a: |2+\n\n\n", [_put(0, 0, "x")], "a: |+\n  x\n\n", id="into blank lines"),
        pytest.param(
            "a: 'one\n\n\n  two'", [_put(4, 4, "x")], "a: 'one\n\n  x\n\n  two'", id="within a gap"
        ),
        pytest.param("a: one\n\n  two", [_put(3, 4, "x")], "a: onextwo", id="the gap itself"),
        pytest.param(
            "a: 'one\n  two'", [_put(0, 1, " "), _put(5, 6, "W")], "a: ' ne\n  tWo'", id="several"
        ),
        pytest.param(
            source("""
                a: |
                  one
                  two
                """),
            [_put(3, 4, "-")],
            source("""
                a: |
                  one-two
                """),
            id="a break of a block",
        ),
        pytest.param(
            source("""
                a: |
                  one
                  two
                """),
            [_put(1, 2, "\n\n")],
            source("""
                a: |
                  o

                  e
                  two
                """),
            id="breaks into a block",
        ),
        pytest.param(
            source("""
                a: | # c
                  one

                b: c
                """),
            [_put(3, 4, "")],
            source("""
                a: |- # c
                  one

                b: c
                """),
            id="the last break of a block",
        ),
        pytest.param(
            source("""
                a: |-
                  one

                b: c
                """),
            [_put(3, 3, "\n\n")],
            source("""
                a: |+
                  one

                b: c
                """),
            id="two breaks at the end of a block",
        ),
        pytest.param(
            source("""
                a: |-
                  one
                b: c
                """),
            [_put(0, 1, " ")],
            source("""
                a: |2-
                   ne
                b: c
                """),
            id="a block that begins with a blank",
        ),
        pytest.param(
            "a: |+ # c\n  one\n\nb: c\n",
            [_put(0, 1, "\x07")],
            'a: "\\ane\\n\\n" # c\nb: c\n',
            id="a block no more",
        ),
        pytest.param(
            source("""
                a: |
                  one

                b: c
                """),
            [_put(0, 4, "")],
            source("""
                a: ""

                b: c
                """),
            id="nothing is left of a block",
        ),
        pytest.param(
            "a: |-\n  one", [_put(0, 1, "\x07")], 'a: "\\ane"', id="a block at the end of the file"
        ),
        pytest.param(
            source("""
                a: |2

                   one
                """),
            [_put(0, 2, "\n ")],
            source("""
                a: |2

                   one
                """),
            id="the same again",
        ),
        pytest.param(
            source("""
                a: |-

                  one
                """),
            [_put(0, 4, "x")],
            source("""
                a: |-
                  x
                """),
            id="all of a block behind a gap",
        ),
        pytest.param(
            source("""
                a: >
                  one
                  two
                """),
            [_put(0, 3, "1")],
            source("""
                a: >
                  1
                  two
                """),
            id="folded",
        ),
        pytest.param(
            source("""
                a: >
                  one
                  two
                """),
            [_put(3, 4, "\n")],
            source("""
                a: >
                  one

                  two
                """),
            id="a break into folded",
        ),
        pytest.param(
            "a: |\r\n  one\r\n  two\r\n",
            [_put(1, 2, "\n")],
            "a: |\r\n  o\r\n  e\r\n  two\r\n",
            id="CRLF",
        ),
        pytest.param("a: 123", [_put(0, 1, "9")], "a: 923", id="a number stays one"),
        pytest.param("a: 123", [_put(0, 3, "X")], "a: X", id="a number becomes text"),
        pytest.param(
            "a: 123", [_put(3, 3, ".5")], "a: '123.5'", id="but not another kind of number"
        ),
        pytest.param('{"a": 1.5}', [_put(0, 1, "2")], '{"a": 2.5}', id="a number in JSON"),
        pytest.param(
            '{"a": 1.5}', [_put(0, 3, "X")], '{"a": "X"}', id="a JSON number becomes text"
        ),
        pytest.param(
            '{"a": "b\u2028c"}', [_put(0, 1, "\n")], '{"a": "\\n\u2028c"}', id="JSON knows no folds"
        ),
        pytest.param(
            '{"a": "b"}',
            [_put(0, 1, "\u00e9\U0001f600")],
            '{"a": "\\u00e9\U0001f600"}',
            id="JSON that YAML loaders read gets no surrogates",
        ),
        pytest.param("a: ! 'x'", [_put(0, 1, "z")], "a: ! 'z'", id="a lone mark stays"),
        pytest.param("a: ! 'x'", [_put(0, 1, "1")], "a: '1'", id="unless it would make a number"),
        pytest.param(
            "a: ! |-\n  x\n", [_put(0, 1, "1")], "a: |-\n  1\n", id="also in front of a block"
        ),
        pytest.param("a: !x y", [_put(0, 1, "1")], "a: !x 1", id="the tag gives the type"),
        pytest.param("a: ''", [_put(0, 0, "x")], "a: 'x'", id="into nothing"),
    ],
)
def test_replace_text(
    edited: Callable[..., str], before: str, edits: list[Edit], after: str
) -> None:
    assert (
        edited(before, ("a" if before[0] != "\u00fc" else "\u00fc", ReplaceText, tuple(edits)))
        == after
    )


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        pytest.param("a: b", "c", "a: c", id="plain"),
        pytest.param("a: b", "", "a: ''", id="nothing"),
        pytest.param("a: b", "1", "a: '1'", id="digits stay a string"),
        pytest.param("a: b", "it's: a", "a: 'it''s: a'", id="quotes where they are needed"),
        pytest.param("a: 1", "1", "a: '1'", id="a number becomes a string"),
        pytest.param("a: true # c", "yes", "a: 'yes' # c", id="a boolean becomes a string"),
        pytest.param("a:", "b", "a: b", id="null"),
        pytest.param("a: !!str", "b", "a: !!str b", id="nothing behind a tag"),
        pytest.param("a: !!str  # c", "b", "a: !!str b  # c", id="nothing between tag and comment"),
        pytest.param("[a: b, c]", "d", "[a: d, c]", id="within brackets"),
        pytest.param("a: {b: c}\n", "x, y", "a: {b: 'x, y'}\n", id="quoted within brackets"),
        pytest.param('{"a": null}', "b", '{"a": "b"}', id="JSON null"),
        pytest.param(
            "a: 'one\n  two three'", "one two 3", "a: 'one\n  two 3'", id="the fold stays"
        ),
        pytest.param(
            source("""
                a: |
                  one
                  two
                """),
            source("""
                one
                2
                """),
            source("""
                a: |
                  one
                  2
                """),
            id="the block stays",
        ),
    ],
)
def test_set_value(edited: Callable[..., str], before: str, value: str, after: str) -> None:
    paths = {"[": "0/a", "a: {": "a/b"}
    path = next((path for start, path in paths.items() if before.startswith(start)), "a")
    assert edited(before, (path, SetValue, value)) == after


def test_a_key_can_be_set(edited: Callable[..., str]) -> None:
    assert edited("'a': b\n", ("?a", SetValue, "c\nd")) == '"c\\nd": b\n'


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        pytest.param("a: 874 # c", "901", "a: 901 # c", id="a number"),
        pytest.param("a: '874'", "901", "a: '901'", id="a string stays one"),
        pytest.param("a: b", "901", "a: '901'", id="also a plain one"),
        pytest.param("a: 2024-01-02", "2025-01-02", "a: 2025-01-02", id="a date"),
        pytest.param('{"a": 1}', "2.5", '{"a": 2.5}', id="JSON has one kind of number"),
        pytest.param("a: !!int 5", "6", "a: !!int 6", id="a tag stays"),
    ],
)
def test_set_literal(edited: Callable[..., str], before: str, text: str, after: str) -> None:
    assert edited(before, ("a", SetLiteral, text)) == after


@pytest.mark.parametrize(
    ("before", "kind", "value", "message"),
    [
        pytest.param("a: 874", SetLiteral, "x", "has not the type", id="no number"),
        pytest.param("a: 874", SetLiteral, "", "has not the type", id="nothing"),
        pytest.param('{"a": 1}', SetLiteral, "00", "has not the type", id="no number of JSON"),
        pytest.param("a: b", SetValue, "\ud83d", "cannot hold", id="half a character"),
        pytest.param("a: |\n  b\n", SetValue, "\ud83d", "cannot hold", id="half of one in a block"),
    ],
)
def test_what_is_refused(
    edited: Callable[..., str], before: str, kind: Callable[..., Any], value: str, message: str
) -> None:
    with pytest.raises(EditError, match=message):
        edited(before, ("a", kind, value))


def test_bytes_change_one_line(edited: Callable[..., str]) -> None:
    packed = b64encode(b"a" * 100).decode()
    source = f"a: !!binary |\n  {packed[:70]}\n  {packed[70:]}\nb: c\n"
    after = edited(source, ("a", SetBytes, b"a" * 99 + b"b"))
    assert after.splitlines()[:2] + after.splitlines()[3:] == [*source.splitlines()[:2], "b: c"]
    assert "YWFi" not in source
    assert after.splitlines()[2].endswith(b64encode(b"b").decode())


@pytest.mark.parametrize(
    ("before", "value", "style", "after"),
    [
        pytest.param(
            source("""
                a: !!binary |
                  YQ==
                b: c
                """),
            "x",
            "'",
            source("""
                a: 'x'
                b: c
                """),
            id="a block",
        ),
        pytest.param("a: !!binary YQ==\n", "x", "", "a: x\n", id="a plain one"),
        pytest.param("a: !!binary YQ==\n", "{}", "", "a: '{}'\n", id="plain where it can be"),
        pytest.param(
            source("""
                a: !binary |-
                  YQ==
                """),
            source("""
                x
                y
                """),
            "|",
            source("""
                a: |
                  x
                  y
                """),
            id="a literal block",
        ),
        pytest.param(
            "a: !!binary |\n  YQ==\n", "x\r\n", "|", 'a: "x\\r\\n"\n', id="no block can hold it"
        ),
        pytest.param("a: !!binary YQ==\n", "7", "", "a: '7'\n", id="what looks like a number"),
    ],
)
def test_set_text(
    edited: Callable[..., str], before: str, value: str, style: str, after: str
) -> None:
    assert edited(before, ("a", SetText, value, style)) == after


def test_an_anchor_does_not_go_with_the_tag(edited: Callable[..., str]) -> None:
    with pytest.raises(EditError, match="anchor"):
        edited("a: &b !!binary YQ==\n", ("a", SetText, "x", ""))


def test_half_a_character_is_no_text_of_yaml(edited: Callable[..., str]) -> None:
    with pytest.raises(EditError, match="characters that YAML cannot hold"):
        edited("a: !!binary YQ==\n", ("a", SetText, "\ud83d", ""))


def test_a_style_that_is_not_required_is_left_out(edited: Callable[..., str]) -> None:
    before = 'a: "b\\r\\n"\n'
    assert edited(before, ("a", Restyle, "|", False)) == before
    with pytest.raises(EditError, match="style"):
        edited(before, ("a", Restyle, "|"))
