"""Findings in colour, for a terminal."""

from typing import TYPE_CHECKING

from rich.text import Text

from cassette_cli.finding import Severity
from cassette_cli.render.reports.report import Report
from cassette_cli.render.reports.text import excerpt_lines, what, where

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def print_report(console: "Console", report: Report) -> None:
    """Each finding with its source line."""
    for finding in report.findings:
        severity, _, rest = what(finding).partition(" ")
        check, _, message = rest.partition(" ")
        line = Text.assemble(
            (where(finding), "bold"),
            " ",
            (severity, _STYLES[finding.severity]),
            " ",
            (check, "bold"),
            f" {message}",
        )
        console.print(line, soft_wrap=True)
        for excerpt in excerpt_lines(finding):
            console.print(Text(excerpt, "dim"), no_wrap=True, overflow="ellipsis", crop=True)
