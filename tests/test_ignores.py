import pytest

from cassette_cli.document import parse
from cassette_cli.ignores import EVERYTHING, ignored_in, is_ignored, read_ignores, read_per_file

_EVERYTHING = frozenset((EVERYTHING,))
_A = frozenset(("a",))


@pytest.mark.parametrize(
    ("text", "ignores"),
    [
        pytest.param("x: 1\n", {}, id="no comment"),
        pytest.param("x: 1 # cassette: ignore[a]\ny: 2\n", {1: _A}, id="behind a value, its line"),
        pytest.param(
            "# cassette: ignore[a]\nx: 1\n", {1: _A, 2: _A}, id="on its own, the line below"
        ),
        pytest.param("x: # cassette: ignore[a]\n- 1\n", {1: _A, 2: _A}, id="behind a key, both"),
        pytest.param(
            "x: 1 # cassette: ignore[a, b]\n", {1: frozenset(("a", "b"))}, id="several names"
        ),
        pytest.param("x: 1 # cassette: ignore\n", {1: _EVERYTHING}, id="no name, everything"),
        pytest.param("x: 1 # cassette: ignore this\n", {1: _EVERYTHING}, id="and a reason"),
        pytest.param("x: 1 # cassette: ignored\n", {}, id="another word"),
        pytest.param(
            "x: |\n  # cassette: ignore[a]\ny: 2\n", {}, id="a literal block holds no comment"
        ),
        pytest.param(
            "x: !!str | # cassette: ignore[a]\n  1\n", {1: _A}, id="the header of a block does"
        ),
        pytest.param('x: "1\n  # cassette: ignore[a]"\n', {}, id="quotes hold no comment"),
        pytest.param('{"x": "# cassette: ignore[a]"}', {}, id="JSON has no comments"),
        pytest.param(
            "# cassette: ignore[a]\nx: 1 # cassette: ignore[b]\n",
            {1: _A, 2: frozenset(("a", "b"))},
            id="comments add up",
        ),
    ],
)
def test_read_ignores(text: str, ignores: dict[int, frozenset[str]]) -> None:
    assert read_ignores(parse("t.yaml", text)) == ignores


@pytest.mark.parametrize(
    ("name", "lines", "ignored"),
    [
        pytest.param("a", (1,), True, id="named on the line"),
        pytest.param("a", (7, 1), True, id="on one of the lines"),
        pytest.param("b", (1,), False, id="another one is named"),
        pytest.param("b", (2,), True, id="all are meant"),
        pytest.param("a", (3,), False, id="no comment there"),
    ],
)
def test_is_ignored(name: str, lines: tuple[int, ...], ignored: bool) -> None:  # noqa: FBT001 -- a column
    assert is_ignored({1: _A, 2: _EVERYTHING}, name, *lines) is ignored


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        pytest.param("old/a.yaml", ("x", "y"), id="as it is written"),
        pytest.param("./tests/old/a.yaml", ("x", "y"), id="the end of the path"),
        pytest.param("/srv/old/deep/a.yaml", ("x", "y"), id="a star goes through folders"),
        pytest.param("cold/a.yaml", (), id="whole names of folders"),
        pytest.param("b.json", ("z",), id="two stars in front are any folder or none"),
        pytest.param("tests\\old\\a.yaml", ("x", "y"), id="a path of Windows"),
    ],
)
def test_ignored_in(path: str, ignored: tuple[str, ...]) -> None:
    assert ignored_in(path, (("old/*.yaml", ("x", "y")), ("**/b.json", ("z",)))) == ignored


def test_read_per_file() -> None:
    assert read_per_file(["C:/old/*.yaml: x, y", "b:z"]) == (
        ("C:/old/*.yaml", ("x", "y")),
        ("b", ("z",)),
    )


@pytest.mark.parametrize("value", ["", "old/*", ":x", "old/*:", "old/*: ,"])
def test_what_is_no_exception(value: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_per_file([value])
