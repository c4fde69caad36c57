import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.redaction.parameters import form_parameters, query_parameters, unescape
from cassette_cli.text import Span


@pytest.mark.parametrize(
    ("url", "parameters"),
    [
        pytest.param("https://x.io/a=b", [], id="no query"),
        pytest.param("/p?a=1&b=2", [("a", "1"), ("b", "2")], id="a path with a query"),
        pytest.param("/p?a=1;b=2#c=3", [("a", "1;b=2"), ("c", "3")], id="a fragment"),
        pytest.param("/p?a%5B%5D=%31", [("a[]", "%31")], id="names are unescaped, values are not"),
        pytest.param("/p?a&b=", [("b", "")], id="a name alone"),
    ],
)
def test_query_parameters(url: str, parameters: list[tuple[str, str]]) -> None:
    found = [(name, url[span.start : span.end]) for name, span in query_parameters(url)]
    assert found == parameters


def test_form_parameters() -> None:
    text = "a=1&b=x+y"
    assert [(name, text[start:end]) for name, (start, end) in form_parameters(text)] == [
        ("a", "1"),
        ("b", "x+y"),
    ]


@pytest.mark.parametrize(
    ("source", "text", "part"),
    [
        pytest.param("a%3Db", "a=b", "%3D", id="an escape"),
        pytest.param("a%C3%A4b", "aäb", "%C3%A4", id="a letter of two bytes"),
        pytest.param("a%FFb", "a\ufffdb", "%FF", id="a byte that is no UTF-8"),
        pytest.param("a%zb", "a%zb", "%", id="no escape"),
    ],
)
def test_unescape(source: str, text: str, part: str) -> None:
    unescaped = unescape(source)
    assert unescaped.text == text
    span = unescaped.source_span(Span(1, 2))
    assert source[span.start : span.end] == part


@given(st.text(alphabet="ab%0123456789ABCDEF"))
def test_unescape_covers_the_source(source: str) -> None:
    text, offsets = unescape(source)
    assert len(offsets) == len(text) + 1
    assert offsets == sorted(offsets)
    assert (offsets[0], offsets[-1]) == (0, len(source)) or not source
