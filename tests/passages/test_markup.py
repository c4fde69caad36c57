import pytest

from cassette_cli.passages.markup import is_markup, revise_markup
from cassette_cli.passages.passage import Search
from cassette_cli.text import splice


@pytest.mark.parametrize(
    ("content", "markup"),
    [
        pytest.param("<?xml version='1.0'?><a/>", True, id="XML"),
        pytest.param("\n<!doctype html>", True, id="HTML"),
        pytest.param("<a>", True, id="an element"),
        pytest.param("< 5", False, id="a comparison"),
        pytest.param("see <a>", False, id="text"),
    ],
)
def test_is_markup(content: str, markup: bool) -> None:  # noqa: FBT001 -- a column
    assert is_markup(content) is markup


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("<a><token>x y</token></a>", "<a><token>CUT</token></a>", id="an element"),
        pytest.param(
            '<s:token kind="1">x</s:token >', '<s:token kind="1">CUT</s:token >', id="a namespace"
        ),
        pytest.param(
            "<token><b>x</b></token> <token>\n</token>",
            "<token><b>x</b></token> <token>\n</token>",
            id="elements without a text of their own",
        ),
        pytest.param(
            "<input type='hidden' name='token' value='x'>",
            "<input type='hidden' name='token' value='CUT'>",
            id="a field of a form",
        ),
        pytest.param(
            '<META content="x" NAME="token"/>', '<META content="CUT" NAME="token"/>', id="meta"
        ),
        pytest.param('<input name="token">', '<input name="token">', id="an empty field"),
        pytest.param("<p>a KEY b</p>", "<p>a CUT b</p>", id="anything by its looks"),
        pytest.param("<token>a KEY</token>KEY", "<token>CUT</token>CUT", id="by both"),
    ],
)
def test_revise_markup(before: str, after: str, search: Search, key: str) -> None:
    content = before.replace("KEY", key)
    revision = revise_markup(content, search)
    assert splice(content, revision.edits) == after
    assert all(content.startswith(find.text, find.offset) for find in revision.found)


def test_places(search: Search, key: str) -> None:
    found = revise_markup(f"<r><token>x</token>{key}</r>", search).found
    assert [(find.location, find.offset) for find in found] == [("token", 10), ("", 19)]
