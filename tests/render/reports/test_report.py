import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.place import Place
from cassette_cli.render.reports.report import Report, summary


def finding(severity: Severity, *, fixable: bool = False) -> Finding:
    return Finding("x", severity, "m", "a.yaml", Place(0, "", 1, 1), "f", fixable)


_ERROR, _WARNING, _NOTE = map(finding, (Severity.ERROR, Severity.WARNING, Severity.INFO))


@pytest.mark.parametrize(
    ("files", "findings", "line"),
    [
        pytest.param(("a",), (), "all well in 1 file", id="nothing"),
        pytest.param(("a", "b"), (_ERROR,), "1 error in 2 files", id="one"),
        pytest.param(
            ("a",),
            (_ERROR, _NOTE, _WARNING, _NOTE),
            "1 error, 1 warning and 2 notes in 1 file",
            id="the worst first",
        ),
        pytest.param(
            ("a",),
            (finding(Severity.ERROR, fixable=True),),
            "1 error in 1 file; 1 fixable with --fix",
            id="what can be fixed",
        ),
    ],
)
def test_summary(files: tuple[str, ...], findings: tuple[Finding, ...], line: str) -> None:
    assert summary(Report(files, findings)) == line


@pytest.mark.parametrize(
    ("findings", "worst"),
    [
        pytest.param((), None, id="nothing"),
        pytest.param((_NOTE, _ERROR, _WARNING), Severity.ERROR, id="the worst"),
    ],
)
def test_worst(findings: tuple[Finding, ...], worst: Severity | None) -> None:
    assert Report((), findings).worst == worst


def test_what_could_not_be_read_is_counted() -> None:
    report = Report((), (), (CassetteError("not readable as YAML", where="a.yaml:1"),))
    assert summary(report) == "no findings in 0 files; 1 file could not be read"
