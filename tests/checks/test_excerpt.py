import pytest

from cassette_cli.checks.excerpt import Excerpt, excerpt_at

_LONG = "x" * 200


@pytest.mark.parametrize(
    ("text", "offset", "excerpt"),
    [
        pytest.param("a\nbcd\ne", 3, Excerpt("bcd", 1), id="the line of the offset"),
        pytest.param("abc", 0, Excerpt("abc", 0), id="the only line"),
        pytest.param("ab\r\ncd\r\n", 5, Excerpt("cd", 1), id="without its line break"),
        pytest.param(f"a\n{_LONG}", 102, Excerpt("x" * 100, 60), id="the middle of a long line"),
        pytest.param(_LONG, 199, Excerpt("x" * 61, 60), id="the end of a long line"),
    ],
)
def test_excerpt_at(text: str, offset: int, excerpt: Excerpt) -> None:
    assert excerpt_at(text, offset) == excerpt
