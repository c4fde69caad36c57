import pytest

from cassette_cli.finding import Finding, Severity
from cassette_cli.place import Place
from cassette_cli.render.reports.report import Report
from cassette_cli.render.reports.text import excerpt_lines, text_report


def test_text_report(report: Report) -> None:
    assert text_report(report).splitlines() == [
        "a b.yaml:4:9: error secret openai-key: sk-p… (#0 request.url)",
        (
            "a b.yaml:12:3: warning content-length the recorded length is 9, the body has 8 bytes"
            " (#1 response.content_length) [*]"
        ),
        "   |",
        "12 |   content_length: 9",
        "   |   ^",
        "c.yaml:1:1: info version the version is missing",
    ]


@pytest.mark.parametrize(
    ("excerpt", "caret", "lines"),
    [
        pytest.param("", 0, [], id="a line that must not be shown"),
        pytest.param("a\tb", 2, ["  |", "1 | a\\tb", "  |    ^"], id="a tab"),
        pytest.param("\x1b[31mb", 5, ["  |", "1 | \\x1b[31mb", "  |         ^"], id="an escape"),
    ],
)
def test_excerpt_lines(excerpt: str, caret: int, lines: list[str]) -> None:
    finding = Finding(
        "x", Severity.ERROR, "m", "a", Place(0, "", 1, 1), "f", excerpt=excerpt, caret=caret
    )
    assert excerpt_lines(finding) == lines
