from collections.abc import Callable
from typing import TypeAlias

import pytest

from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.find import Found
from cassette_cli.texts.markup import Markup, is_markup

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]


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
        pytest.param("<token>x</token>KEY<a>x</a>", "<token>CUT</token>CUT<a>x</a>", id="beside"),
    ],
)
def test_what_is_found_gives_way(before: str, after: str, cut_body: _Cut) -> None:
    edited, found = cut_body(before)
    assert edited == after
    assert len(found) == after.count("CUT")


def test_places(cut_body: _Cut) -> None:
    _, found = cut_body("<r><token>x</token>KEY</r>")
    assert [one.location for one in found] == ["response.body › token", "response.body"]
    assert found[1].offset - found[0].offset == len("x</token>")


def test_edits_of_an_element_and_of_the_whole() -> None:
    markup = Markup("<a>b</a>c")
    edits = {0: [Edit(Span(0, 1), "x")], 1: [Edit(Span(8, 9), "y")]}
    assert splice(markup.content, markup.lift(edits)) == "<a>x</a>y"
