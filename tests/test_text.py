import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import EditError
from cassette_cli.text import ByteEdit, Edit, Span, difference, splice, splice_bytes

_TEXTS = st.text(alphabet="ab", max_size=12)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], "abcdef", id="no edit changes nothing"),
        pytest.param([Edit(Span(1, 3), "X")], "aXdef", id="a span is replaced"),
        pytest.param([Edit(Span(0, 6), "")], "", id="everything is deleted"),
        pytest.param([Edit(Span(6, 6), "!")], "abcdef!", id="an empty span inserts"),
        pytest.param(
            [Edit(Span(4, 6), "YYYY"), Edit(Span(0, 2), "")],
            "cdYYYY",
            id="offsets refer to the text before any edit, in any order",
        ),
        pytest.param(
            [Edit(Span(2, 2), "1"), Edit(Span(2, 2), "2")],
            "ab12cdef",
            id="insertions at one offset stay in order",
        ),
        pytest.param(
            [Edit(Span(0, 2), "X"), Edit(Span(2, 4), "Y")], "XYef", id="neighbours do not overlap"
        ),
    ],
)
def test_splice(edits: list[Edit], expected: str) -> None:
    assert splice("abcdef", edits) == expected
    encoded = [ByteEdit(edit.span, edit.text.encode()) for edit in edits]
    assert splice_bytes(b"abcdef", encoded) == expected.encode()


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([Edit(Span(0, 3), "X"), Edit(Span(2, 4), "Y")], id="spans overlap"),
        pytest.param([Edit(Span(1, 4), "X"), Edit(Span(2, 2), "Y")], id="insertion within a span"),
        pytest.param([Edit(Span(1, 3), "X"), Edit(Span(1, 3), "X")], id="the same edit twice"),
        pytest.param([Edit(Span(3, 2), "X")], id="a span that ends before it starts"),
        pytest.param([Edit(Span(5, 7), "X")], id="a span beyond the text"),
        pytest.param([Edit(Span(-1, 0), "X")], id="a span before the text"),
    ],
)
def test_what_cannot_be_spliced(edits: list[Edit]) -> None:
    with pytest.raises(EditError, match="edits overlap at offset"):
        splice("abcdef", edits)


@given(st.lists(st.tuples(st.text(), st.text(), st.text())), st.text())
def test_pieces_between_edits_stay(pieces: list[tuple[str, str, str]], end: str) -> None:
    """Each piece is a text that stays, one that is replaced, and its replacement."""
    source, expected, edits = "", "", []
    for kept, old, new in pieces:
        source += kept
        edits.append(Edit(Span(len(source), len(source) + len(old)), new))
        source += old
        expected += kept + new
    assert splice(source + end, edits) == expected + end


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        pytest.param("same", "same", (), id="equal texts need no edit"),
        pytest.param("abc", "axc", (Edit(Span(1, 2), "x"),), id="the middle alone is replaced"),
        pytest.param("aa", "aaa", (Edit(Span(2, 2), "a"),), id="a repetition is an insertion"),
        pytest.param("ab", "", (Edit(Span(0, 2), ""),), id="nothing is left"),
        pytest.param("", "ab", (Edit(Span(0, 0), "ab"),), id="there was nothing"),
    ],
)
def test_difference(old: str, new: str, edits: tuple[Edit, ...]) -> None:
    assert difference(old, new) == edits


@given(_TEXTS, _TEXTS)
def test_the_difference_makes_one_text_of_the_other(old: str, new: str) -> None:
    assert splice(old, difference(old, new)) == new
