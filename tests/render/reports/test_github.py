import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.place import Place
from cassette_cli.render.reports.github import escape_data, escape_property, github_report
from cassette_cli.render.reports.report import Report


def test_github_report(report: Report) -> None:
    assert github_report(report).splitlines() == [
        "::error file=a b.yaml,line=4,col=9,title=cassette secret::openai-key: sk-p… (request.url)",
        (
            "::warning file=a b.yaml,line=12,col=3,title=cassette content-length"
            "::the recorded length is 9, the body has 8 bytes (response.content_length)"
        ),
        "::notice file=c.yaml,line=1,col=1,title=cassette version::the version is missing",
        "::error file=d.yaml,line=7::not readable as YAML",
    ]


def test_an_error_without_a_line_is_on_the_first() -> None:
    unread = Report((), (), (CassetteError("cannot be read", where="a.yaml"),))
    assert github_report(unread) == "::error file=a.yaml,line=1::cannot be read\n"


@pytest.mark.parametrize(
    ("text", "data", "prop"),
    [
        pytest.param("100%", "100%25", "100%25", id="a percent sign"),
        pytest.param("a\nb\r\nc", "a%0Ab%0Ac", "a%0Ab%0Ac", id="line breaks"),
        pytest.param("a:b,c", "a:b,c", "a%3Ab%2Cc", id="separators"),
        pytest.param("%0A::error::x", "%250A::error::x", "%250A%3A%3Aerror%3A%3Ax", id="a forgery"),
        pytest.param("\x1b[31m", "\\x1b[31m", "\\x1b[31m", id="an escape of the terminal"),
    ],
)
def test_escaping(text: str, data: str, prop: str) -> None:
    assert escape_data(text) == data
    assert escape_property(text) == prop


def test_a_message_stays_on_its_line() -> None:
    finding = Finding("x", Severity.ERROR, "a\n::error::b", "a,b:c.yaml", Place(0, "", 1, 1), "f")
    assert github_report(Report((), (finding,))) == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=1,title=cassette x::a%0A::error::b\n"
    )
