"""The list of interactions as a table for a terminal, cut to its width."""

from itertools import groupby

from rich.console import Console
from rich.text import Text

from cassette_cli.render.text.listing import Row, row_cells, total_line

_WIDE = 120
_INDEX, _URL, _CALL, _COUNTS = 0, 2, 4, (5, 6)
_INDEX_WIDTH = 4
# How far a column is cut, where the lines are too long.
_NARROWEST = 16


def print_rows(console: Console, rows: list[Row]) -> None:
    """Print a heading for each file, its interactions below, and the total."""
    for path, group in groupby(rows, key=lambda row: row.path):
        console.print(Text(row_cells(Row(path, None))[0], style="bold"), overflow="fold")
        table = [_cells(row, console.width) for row in group]
        widths = _widths(table, console.width)
        for cells in table:
            console.print(_line(cells, widths), no_wrap=True, overflow="crop")
    console.print(Text(total_line(rows), style="dim"))


def _widths(table: list[list[Text]], width: int) -> list[int]:
    """The width of each column; the URL is cut first, then the model."""
    widths = [max(cell.cell_len for cell in column) for column in zip(*table, strict=True)]
    widths[_INDEX] = max(widths[_INDEX], _INDEX_WIDTH)
    for column in (_URL, _CALL):
        excess = sum(widths) + sum(map(bool, widths)) - 1 - width
        if excess > 0:
            widths[column] = max(widths[column] - excess, min(widths[column], _NARROWEST))
    return widths


def _line(cells: list[Text], widths: list[int]) -> Text:
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        cell.truncate(width, overflow="ellipsis")
        cell.align("right" if column in (_INDEX, *_COUNTS) else "left", width)
    return Text(" ").join(cell for cell in cells if cell)


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
        Text(index, style="yellow"),
        Text(method, style="bold"),
        Text(address),
        Text(status, style="bold red" if failed else "green"),
        Text(call, style="cyan"),
        Text(tokens, style="dim"),
        Text(duration, style="dim"),
    ]
