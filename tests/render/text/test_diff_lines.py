import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_values import Json
from cassette_cli.render.text.diff_lines import Line, Mark, Piece, lines_between


def _spelled(lines: list[Line]) -> list[str]:
    return [f"{line.mark}{line.text}" for line in lines]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        pytest.param("a", "b", ["-a", "+b"], id="a line for a line"),
        pytest.param(None, "b", ["+b"], id="only after"),
        pytest.param("a", None, ["-a"], id="only before"),
        pytest.param("a\nb", "a\nc", [" a", "-b", "+c"], id="with what stands beside it"),
        pytest.param(
            "1\n2\n3\n4\n5", "1\n2\n3\n4\nx", ["…3 lines unchanged", " 4", "-5", "+x"], id="folded"
        ),
        pytest.param(
            "a\nb\nc", "x\nb\nc", ["-a", "+x", " b", "…1 line unchanged"], id="at its end"
        ),
        pytest.param({"a": 1}, {"a": 2}, [" {", '-  "a": 1', '+  "a": 2', " }"], id="JSON"),
        pytest.param("a\nb", "a", [" a", "-b"], id="a line less"),
        pytest.param("\x1b[31m", "x", ["-\\x1b[31m", "+x"], id="no escape passes"),
    ],
)
def test_lines_between(before: Json, after: Json, lines: list[str]) -> None:
    assert _spelled(lines_between(before, after)) == lines


def test_changed_words_are_marked() -> None:
    assert lines_between("the red ball", "the blue ball") == [
        Line(Mark.GONE, (Piece("the "), Piece("red", changed=True), Piece(" ball"))),
        Line(Mark.NEW, (Piece("the "), Piece("blue", changed=True), Piece(" ball"))),
    ]


def test_too_many_words_are_not_compared() -> None:
    before, after = "a " * 3000, "b " * 3000
    assert lines_between(before, after) == [
        Line(Mark.GONE, (Piece(before),)),
        Line(Mark.NEW, (Piece(after),)),
    ]


def test_too_many_lines_are_not_compared() -> None:
    before, after = "a\n" * 3000, "b\n" * 3000
    assert {line.mark for line in lines_between(before, after)} == {Mark.GONE, Mark.NEW}


@given(st.text(max_size=40), st.text(max_size=40))
def test_pieces_join_to_lines(before: str, after: str) -> None:
    lines = lines_between(before, after)
    marks = (Mark.SAME, Mark.NEW)
    shown = [line.text for line in lines if line.mark in marks]
    if not any(line.mark is Mark.FOLDED for line in lines) and before != after:
        assert shown == [line.text for line in lines_between(None, after) if line.mark is Mark.NEW]
