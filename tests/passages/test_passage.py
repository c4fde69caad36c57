import pytest

from cassette_cli.passages.passage import (
    NOTHING,
    Found,
    Hit,
    Kind,
    Revision,
    Search,
    joined,
    revise_leaf,
    revise_part,
    shifted,
)
from cassette_cli.text import Edit, Span

_FOUND = Found(("a", "", "b"), 3, "secret", "label")


def _find(kind: Kind, name: str, text: str) -> list[Hit]:
    start = text.find("KEY")
    return [] if start < 0 else [Hit(Span(start, start + 3), "CUT" if name else None, kind)]


def test_location() -> None:
    assert _FOUND.location == "a › b"


def test_below_an_outer_text() -> None:
    edits = (Edit(Span(0, 1), "x"),)
    lifted = Revision(edits, (_FOUND,)).below("gzip", lambda offset: offset + 10)
    assert lifted == Revision(edits, (Found(("gzip", "a", "", "b"), 13, "secret", "label"),))


@pytest.mark.parametrize(
    ("name", "edits"),
    [
        pytest.param("x", (Edit(Span(2, 5), "CUT"),), id="a hit with a replacement is an edit"),
        pytest.param("", (), id="a hit without one is only found"),
    ],
)
def test_revise_leaf(name: str, edits: tuple[Edit, ...]) -> None:
    revision = revise_leaf(Kind.HEADER, name, "a KEY", Search(_find))
    assert revision == Revision(edits, (Found((), 2, "KEY", Kind.HEADER),))


def test_revise_part() -> None:
    search = Search(_find)
    revision = revise_part(
        "head KEY", Span(5, 8), "part", lambda text: revise_leaf(Kind.TEXT, "x", text, search)
    )
    assert revision == Revision(
        (Edit(Span(5, 8), "CUT"),), (Found(("part",), 5, "KEY", Kind.TEXT),)
    )


def test_joined() -> None:
    one = Revision((Edit(Span(0, 1), "x"),), (_FOUND,))
    two = Revision((), (_FOUND._replace(offset=9),))
    assert joined([one, NOTHING, two]) == Revision(one.edits, (*one.found, *two.found))
    assert joined([]) == NOTHING


def test_shifted() -> None:
    assert list(shifted([Edit(Span(1, 2), "x")], 10)) == [Edit(Span(11, 12), "x")]
