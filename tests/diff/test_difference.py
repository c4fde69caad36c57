import pytest

from cassette_cli.diff.change import Category, Kind
from cassette_cli.diff.difference import Difference, Path, added, changed, removed, spell_path


@pytest.mark.parametrize(
    ("path", "spelled"),
    [
        pytest.param((), "", id="the whole"),
        pytest.param(("a", 0, "b"), "a[0].b", id="names and positions"),
        pytest.param(("headers", "X-A-b"), "headers.X-A-b", id="a header as it is"),
        pytest.param(("a", "b c", "d.e"), 'a["b c"]["d.e"]', id="odd names in quotes"),
    ],
)
def test_spell_path(path: Path, spelled: str) -> None:
    assert spell_path(path) == spelled


def test_each_kind_has_its_sides() -> None:
    assert [changed(("x",), 1, 2), added(("x",), 2), removed(("x",), 1, Category.NOISE)] == [
        Difference(Kind.CHANGED, Category.CONTENT, ("x",), 1, 2),
        Difference(Kind.ADDED, Category.CONTENT, ("x",), None, 2),
        Difference(Kind.REMOVED, Category.NOISE, ("x",), 1, None),
    ]
