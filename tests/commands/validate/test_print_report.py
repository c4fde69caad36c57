import pytest

from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.validate.print_report import print_report
from cassette_cli.finding import Finding, Severity
from cassette_cli.place import Place
from cassette_cli.render.reports.report import Report

_FINDINGS = tuple(
    Finding(check, severity, "m", "a.yaml", Place(0, "", 1, 1), check)
    for check, severity in (
        ("secret", Severity.ERROR),
        ("url", Severity.WARNING),
        ("version", Severity.INFO),
    )
)


@pytest.mark.parametrize(
    ("fail_on", "checks"),
    [
        pytest.param(Severity.WARNING, ["error", "warning"], id="notes are left out"),
        pytest.param(Severity.ERROR, ["error", "warning"], id="warnings are not"),
        pytest.param(Severity.INFO, ["error", "warning", "info"], id="unless they fail the run"),
    ],
)
def test_what_people_see(
    capsys: pytest.CaptureFixture[str], fail_on: Severity, checks: list[str]
) -> None:
    print_report(Report(("a.yaml",), _FINDINGS), "text", Color.NEVER, fail_on)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == checks


@pytest.mark.parametrize(
    ("output_format", "beginning"),
    [
        pytest.param("json", '{"files"', id="JSON"),
        pytest.param("github", "::error", id="GitHub"),
        pytest.param("sarif", '{\n  "$schema"', id="SARIF"),
        pytest.param("junit", "<?xml", id="JUnit"),
    ],
)
def test_what_machines_see(
    capsys: pytest.CaptureFixture[str], output_format: str, beginning: str
) -> None:
    report = Report(("a.yaml",), _FINDINGS)
    print_report(report, output_format, Color.NEVER, Severity.WARNING)
    out = capsys.readouterr().out
    assert out.startswith(beginning)
    assert "version" in out
