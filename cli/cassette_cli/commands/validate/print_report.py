"""Print a report of `validate` in the output format that was asked for."""

from dataclasses import replace

from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.pager import stdout_or_pager
from cassette_cli.commands.shared.screen import drawn, is_colored, screen_for
from cassette_cli.finding import Severity
from cassette_cli.redaction.masking import mask_text
from cassette_cli.render.reports.report import Report


def print_report(report: Report, output_format: str, color: Color, fail_on: Severity) -> None:
    """Print to stdout. As text, only what fails the run or is a warning."""
    with stdout_or_pager(pager=False) as out:
        out.write(
            mask_text(
                _text(_worth_reading(report, fail_on), color)
                if output_format == "text"
                else _document(report, output_format)
            )
        )


def _worth_reading(report: Report, fail_on: Severity) -> Report:
    """Notes are many, and nothing is wrong: people see them where they ask for it."""
    least = min(fail_on, Severity.WARNING)
    return replace(report, findings=tuple(one for one in report.findings if one.severity >= least))


def _document(report: Report, output_format: str) -> str:
    match output_format:
        case "github":
            from cassette_cli.render.reports.github import github_report

            return github_report(report)
        case "sarif":
            from cassette_cli.render.reports.sarif import sarif_report

            return sarif_report(report)
        case "junit":
            from cassette_cli.render.reports.junit import junit_report

            return junit_report(report)
    from cassette_cli.render.reports.json import json_report

    return json_report(report)


def _text(report: Report, color: Color) -> str:
    screen = screen_for(color)
    if screen is None:
        from cassette_cli.render.reports.text import text_report
        from cassette_cli.render.text.painted import FINDINGS, painted

        text = text_report(report)
        return painted(text, FINDINGS) if is_colored(color) else text
    from cassette_cli.render.reports import terminal as report_terminal

    return drawn(screen, report_terminal.print_report, report)
