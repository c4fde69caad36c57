"""The list of interactions as a table for a terminal, cut to its width."""

from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cassette_cli.render.listing import Row, row_cells, total_line

_WIDE = 120


def print_rows(console: Console, rows: list[Row]) -> None:
    """Print a heading for each file, its interactions below, and the total."""
    for path, group in groupby(rows, key=lambda row: row.path):
        console.print(Text(row_cells(Row(path, None))[0], style="bold"), overflow="fold")
        console.print(_table(list(group), console.width))
    console.print(Text(total_line(rows), style="dim"))


def _table(rows: list[Row], width: int) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(justify="right", style="yellow", no_wrap=True, min_width=4)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="cyan", overflow="ellipsis")
    table.add_column(no_wrap=True, style="dim", justify="right")
    table.add_column(no_wrap=True, style="dim", justify="right")
    for row in rows:
        table.add_row(*_cells(row, width))
    return table


def _cells(row: Row, width: int) -> list[Text]:
    _, index, method, url, status, dialect, model, streamed, tokens_in, tokens_out, duration = (
        row_cells(row)
    )
    # The host alone tells what a narrow table has room for; the piped list has all of the URL.
    address = url if width >= _WIDE or row.index is None else url.partition("://")[2] or url
    failed = row.status_code is not None and row.status_code >= 400  # noqa: PLR2004 -- RFC 9110
    call = " ".join(filter(None, (dialect, model, "≋" if streamed else "")))
    tokens = f"{tokens_in or '-'}→{tokens_out or '-'}" if tokens_in or tokens_out else ""
    return [
        Text(index),
        Text(method, style="bold"),
        Text(address),
        Text(status, style="bold red" if failed else "green"),
        Text(call),
        Text(tokens),
        Text(duration),
    ]
