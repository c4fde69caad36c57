"""What was redacted, for a terminal: file by file, in columns, what repeats on one line."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cassette_cli.redaction.redact import SecretFinding
from cassette_cli.render.numbers import write_positions
from cassette_cli.render.safe_text import safe_line

_DIFF_STYLES = {"@": "cyan", "+": "green", "-": "red"}


def print_findings(console: Console, path: str, findings: Sequence[SecretFinding]) -> None:
    """The secrets of one file: line and column of the first, rule, beginning, and places."""
    console.print(Text(safe_line(path), "bold"), soft_wrap=True)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(justify="right", style="dim", no_wrap=True, min_width=8)
    table.add_column(style="yellow", no_wrap=True)
    table.add_column(style="red", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="bold yellow", overflow="fold", max_width=20)
    for group in _groups(findings):
        first = group[0]
        positions = [one.place.interaction for one in group if one.place.interaction is not None]
        table.add_row(
            f"{first.place.line}:{first.place.column}",
            first.rule if len(group) == 1 else f"{first.rule} ×{len(group)}",
            Text(safe_line(first.masked)),
            Text(safe_line(first.place.location)),
            write_positions(positions),
        )
    console.print(table)


def print_diff(console: Console, diff: str) -> None:
    """A unified diff in the colours that git has for it."""
    for line in diff.splitlines():
        heading = line.startswith(("--- ", "+++ "))
        style = "bold" if heading else _DIFF_STYLES.get(line[:1], "")
        console.print(Text(safe_line(line), style), soft_wrap=True)


def _groups(findings: Iterable[SecretFinding]) -> list[list[SecretFinding]]:
    groups: dict[tuple[str, str], list[SecretFinding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.place.location), []).append(finding)
    return list(groups.values())
