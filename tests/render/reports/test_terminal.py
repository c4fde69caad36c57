from io import StringIO

from rich.console import Console

from cassette_cli.render.reports.report import Report
from cassette_cli.render.reports.terminal import print_report
from cassette_cli.render.reports.text import text_report


def printed(report: Report, *, color: bool) -> str:
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=200,
        force_terminal=True,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
    )
    print_report(console, report)
    return buffer.getvalue()


def test_severities_are_coloured(report: Report) -> None:
    assert "\x1b[1;31merror\x1b[0m" in printed(report, color=True)
    assert "\x1b[33mwarning\x1b[0m" in printed(report, color=True)


def test_without_colour_it_reads_like_text(report: Report) -> None:
    assert printed(report, color=False) == text_report(report)
