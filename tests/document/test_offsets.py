from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.document import Document
from cassette_cli.document.nodes import Mapping, Scalar
from cassette_cli.document.offsets import source_offset, source_span, source_spans
from cassette_cli.document.parse import parse
from cassette_cli.text import Span
from tests.conftest import source


def _scalar(text: str) -> tuple[Document, Scalar]:
    document = parse("a.yaml", text)
    assert isinstance(document.root, Mapping)
    value = document.root.get("a")
    assert isinstance(value, Scalar)
    return document, value


@pytest.mark.parametrize(
    ("text", "span", "source"),
    [
        pytest.param("a: one two", Span(4, 7), "two", id="plain"),
        pytest.param("a: !x &y 'one'", Span(0, 1), "o", id="behind tag and anchor"),
        pytest.param("a: 'it''s'", Span(2, 3), "''", id="a doubled quote"),
        pytest.param('a: "\\u00e9b"', Span(0, 2), "\\u00e9b", id="an escape"),
        pytest.param("a: one\n  two", Span(2, 5), "e\n  t", id="over a fold"),
        pytest.param("a: 'x\n\n\n  y'", Span(2, 3), "\n\n\n  ", id="all of a gap"),
        pytest.param("a: 'x\n\n\n  y'", Span(2, 2), "\n\n\n  ", id="a place within a gap"),
        pytest.param(
            source("""
                a: |
                  one
                  two
                """),
            Span(4, 7),
            "two",
            id="the second line of a block",
        ),
        pytest.param("a: |\n  one\n  two\n", Span(0, 4), "one\n  ", id="a line with its break"),
        pytest.param(
            source("""
                a: |
                  one
                  two
                """),
            Span(4, 8),
            "two\n",
            id="the last line",
        ),
        pytest.param("a: >\n  one\n  two\n", Span(3, 4), "\n  ", id="a fold of a block"),
        pytest.param("a: |\r\n  b\r\n  c\r\n", Span(1, 2), "\r\n  ", id="CRLF"),
        pytest.param('{"a": "\\ud83d\\ude00"}', Span(0, 1), "\\ud83d\\ude00", id="a pair in JSON"),
        pytest.param("a: ''", Span(0, 0), "", id="nothing"),
    ],
)
def test_source_span(text: str, span: Span, source: str) -> None:
    document, scalar = _scalar(text)
    found = source_span(document, scalar, span)
    assert text[found.start : found.end] == source


@pytest.mark.parametrize(
    ("text", "offset", "source"),
    [
        pytest.param("a: 'one'", 0, 4, id="behind the quote"),
        pytest.param("a: 'one'", 3, 7, id="at the end"),
        pytest.param("a: ''", 0, 4, id="between the quotes"),
        pytest.param("a:", 0, 2, id="null"),
        pytest.param(
            source("""
                a: |
                  one
                  two
                """),
            4,
            13,
            id="the text of a line",
        ),
        pytest.param("a: one\n  two", 4, 9, id="behind a fold"),
    ],
)
def test_source_offset(text: str, offset: int, source: int) -> None:
    document, scalar = _scalar(text)
    assert source_offset(document, scalar, offset) == source


def test_an_unknown_spelling_is_the_whole_scalar() -> None:
    document, scalar = _scalar("a: 'one'")
    odd = scalar._replace(value="something else")
    assert source_spans(document, odd, [Span(0, 1), Span(2, 3)]) == [scalar.span] * 2


@given(st.lists(st.integers(0, 12), min_size=2, max_size=6))
def test_many_spans_are_found_as_one_by_one(offsets: list[int]) -> None:
    document, scalar = _scalar('a: "o\\n\\\n  e\n\n  two\\x41\n  b"')
    bounded = sorted(min(offset, len(scalar.value)) for offset in offsets)
    spans = [Span(start, end) for start, end in pairwise(bounded)]
    found = source_spans(document, scalar, spans)
    assert found == [source_span(document, scalar, span) for span in spans]
