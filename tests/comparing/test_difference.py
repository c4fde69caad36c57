import pytest

from cassette_cli.comparing.change import Category, ChangeKind
from cassette_cli.comparing.difference import Difference, added, changed, removed
from cassette_cli.json_path import JsonPath, write_path


@pytest.mark.parametrize(
    ("path", "spelled"),
    [
        pytest.param((), "", id="the whole"),
        pytest.param(("a", 0, "b"), "a[0].b", id="names and positions"),
        pytest.param(("headers", "X-A-b"), "headers.X-A-b", id="a header as it is"),
        pytest.param(("a", "b c", "d.e"), 'a["b c"]["d.e"]', id="odd names in quotes"),
    ],
)
def test_write_path(path: JsonPath, spelled: str) -> None:
    assert write_path(path) == spelled


def test_each_kind_has_its_sides() -> None:
    assert [changed(("x",), 1, 2), added(("x",), 2), removed(("x",), 1, Category.NOISE)] == [
        Difference(ChangeKind.CHANGED, Category.CONTENT, ("x",), 1, 2),
        Difference(ChangeKind.ADDED, Category.CONTENT, ("x",), None, 2),
        Difference(ChangeKind.REMOVED, Category.NOISE, ("x",), 1, None),
    ]
