"""Findings as text for people: where, what, and the source line with a caret below the place."""

from cassette_cli.finding import Finding
from cassette_cli.render.reports.report import Report
from cassette_cli.render.safe_text import safe_line


def text_report(report: Report) -> str:
    """Each finding with its source line."""
    return "".join(f"{line}\n" for finding in report.findings for line in finding_lines(finding))


def finding_lines(finding: Finding) -> list[str]:
    """The lines of one finding: the first is `path:line:column: severity check message [*]`."""
    return [f"{where(finding)} {what(finding)}", *excerpt_lines(finding)]


def where(finding: Finding) -> str:
    """The place in the file, as editors and terminals make a link of it."""
    return f"{safe_line(finding.path)}:{finding.place.line}:{finding.place.column}:"


def what(finding: Finding) -> str:
    """Severity, check, message, and a star where `--fix` can help."""
    mark = " [*]" if finding.fixable else ""
    location = f" ({safe_line(_location(finding))})" if _location(finding) else ""
    return f"{finding.severity.word} {finding.check} {safe_line(finding.message)}{location}{mark}"


def excerpt_lines(finding: Finding) -> list[str]:
    """The source line and the caret; none where it must not be shown."""
    if not finding.excerpt:
        return []
    margin = " " * len(str(finding.place.line))
    # Escapes of control characters are longer than what they stand for.
    caret = " " * len(safe_line(finding.excerpt[: finding.caret])) + "^"
    return [
        f"{margin} |",
        f"{finding.place.line} | {safe_line(finding.excerpt)}",
        f"{margin} | {caret}",
    ]


def _location(finding: Finding) -> str:
    place = finding.place
    if place.interaction is None:
        return place.location
    return f"#{place.interaction} {place.location}".rstrip()
