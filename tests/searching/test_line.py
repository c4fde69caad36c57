import pytest

from cassette_cli.searching.line import Line, line_around
from cassette_cli.text import Span
from cassette_cli.texts.search import Hit

_TEXT = "first line\nthe key is 0123456789 here\r\nlast"


@pytest.mark.parametrize(
    ("matches", "masks", "line", "shown"),
    [
        pytest.param(["key"], [], "the key is 0123456789 here", ["key"], id="no secret"),
        pytest.param(["first"], [], "first line", ["first"], id="the first line"),
        pytest.param(["last"], [], "last", ["last"], id="the last line"),
        pytest.param(
            ["key", "here"],
            ["0123456789"],
            "the key is 0… here",
            ["key", "here"],
            id="a secret between matches",
        ),
        pytest.param(
            ["is 012"], ["0123456789"], "the key is 0… here", ["is 0…"], id="a match into a secret"
        ),
        pytest.param(
            ["345"], ["0123456789"], "the key is 0… here", ["0…"], id="a match inside a secret"
        ),
        pytest.param(
            ["line\nthe"],
            [],
            "first line\nthe key is 0123456789 here",
            ["line\nthe"],
            id="two lines",
        ),
        pytest.param(
            ["key"], ["line\nthe"], "0… key is 0123456789 here", ["key"], id="a secret of two lines"
        ),
    ],
)
def test_a_line_is_shown_whole_with_secrets_masked(
    matches: list[str], masks: list[str], line: str, shown: list[str]
) -> None:
    found = line_around(_TEXT, [_span(part) for part in matches], map(_mask, masks))
    assert found.text == line
    assert [found.text[slice(*span)] for span in found.matches] == shown
    assert isinstance(found, Line)


def _span(part: str) -> Span:
    start = _TEXT.index(part)
    return Span(start, start + len(part))


def _mask(part: str) -> Hit:
    return Hit(_span(part), "0…")
