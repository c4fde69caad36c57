"""The findings of `validate` as JSON, in the fields of its contract."""

from cassette_cli.finding import Finding
from cassette_cli.json_values import Json
from cassette_cli.render.reports.report import Report
from cassette_cli.render.safe_text import safe_json


def json_report(report: Report) -> str:
    """One document: how many files were checked, and what was found in them."""
    findings: list[Json] = [finding_json(finding) for finding in report.findings]
    return safe_json({"files": len(report.files), "findings": findings}) + "\n"


def finding_json(finding: Finding) -> dict[str, Json]:
    """One finding."""
    return {
        "check": finding.check,
        "severity": finding.severity.word,
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "interaction": finding.place.interaction,
        "location": finding.place.location,
        "message": finding.message,
        "fixable": finding.fixable,
        "fingerprint": finding.fingerprint,
    }
