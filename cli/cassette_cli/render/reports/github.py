"""Findings as annotations of a pull request: workflow commands of GitHub Actions.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.render.reports.report import Report
from cassette_cli.render.safe_text import safe_text

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(report: Report) -> str:
    """A line for each finding, and for each file that could not be read."""
    lines = [*map(_annotation, report.findings), *map(_error_annotation, report.errors)]
    return "".join(f"{line}\n" for line in lines)


def escape_data(text: str) -> str:
    """What a message has to escape: the percent sign and line breaks."""
    return safe_text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """What a property has to escape besides: its own separators."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = (
        f"file={escape_property(finding.path)},line={place.line},col={place.column}"
        f",title={escape_property(f'cassette {finding.check}')}"
    )
    location = f" ({place.location})" if place.location else ""
    message = escape_data(f"{finding.message}{location}")
    return f"::{_LEVELS[finding.severity]} {properties}::{message}"


def _error_annotation(error: CassetteError) -> str:
    path, _, line = error.where.rpartition(":")
    if not line.isdigit():
        path, line = error.where, "1"
    return f"::error file={escape_property(path)},line={line}::{escape_data(error.message)}"
