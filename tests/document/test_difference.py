import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.difference import difference
from cassette_cli.text import Edit, Span, splice

_TEXTS = st.text(alphabet="ab", max_size=12)


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
