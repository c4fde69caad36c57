"""The work of `cassette list`: rows from cassettes, printed as a table, as lines or as JSON."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cassette_cli.commands.shared.for_each_cassette import for_each_cassette
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.output_format import OutputFormat
from cassette_cli.commands.shared.pager import stdout_or_pager
from cassette_cli.commands.shared.screen import Screen, drawn, screen_for
from cassette_cli.commands.shared.selection import Selection
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.redaction.masking import mask_text, mask_url
from cassette_cli.render.markdown.transcript import escape_markdown
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.text.listing import COLUMNS, Row, row_cells, row_json, row_of, total_line


@dataclass(frozen=True, slots=True)
class Listing:
    """Reads the rows of one cassette."""

    selection: Selection
    reveal: bool = False

    def __call__(self, cassette: Cassette) -> tuple[Row, ...]:
        if cassette.not_http:
            if self.selection.where:
                return ()
            return (Row(cassette.path, None, note=f"{cassette.not_http}, not readable as HTTP"),)
        positions = self.selection.among(cassette)
        rows = (
            row_of(cassette.path, Reading(cassette.interactions[position]))
            for position in positions
        )
        return tuple(rows if self.reveal else map(_masked, rows))


def print_list(
    paths: Sequence[str],
    work: Listing,
    output_format: OutputFormat,
    color: Color,
    jobs: int | None,
) -> ExitCode:
    """Print the rows of all cassettes; errors go to stderr, and make the exit code 2."""
    results = Results(for_each_cassette(paths, work, jobs))
    rows: list[Row] = []
    screen = screen_for(color) if output_format is OutputFormat.TEXT else None
    streams = screen is None and output_format in (OutputFormat.TEXT, OutputFormat.JSONL)
    with stdout_or_pager(pager=screen is not None) as out:
        for new in results:
            rows += new
            if streams:
                out.write("".join(f"{_line(row, output_format)}\n" for row in new))
        if not streams:
            out.write(_document(rows, output_format, screen))
    if screen is None:
        sys.stderr.write(f"{total_line(rows)}\n")
    return results.exit_code


def _masked(row: Row) -> Row:
    return replace(
        row,
        method=mask_text(row.method),
        url=mask_url(row.url),
        model=row.model and mask_text(row.model),
    )


def _line(row: Row, output_format: OutputFormat) -> str:
    if output_format is OutputFormat.JSONL:
        return safe_json(row_json(row))
    return "\t".join(row_cells(row))


def _document(rows: list[Row], output_format: OutputFormat, screen: Screen | None) -> str:
    if output_format is OutputFormat.JSON:
        return safe_json({"interactions": [row_json(row) for row in rows]}) + "\n"
    if output_format is OutputFormat.MARKDOWN or screen is None:
        return _markdown(rows)
    from cassette_cli.render.text.table import print_rows

    return drawn(screen, print_rows, rows)


def _markdown(rows: list[Row]) -> str:
    lines = [COLUMNS, ("---",) * len(COLUMNS), *(row_cells(row) for row in rows)]
    table = "".join(
        f"| {' | '.join(cell if line[0] == '---' else escape_markdown(cell) for cell in line)} |\n"
        for line in lines
    )
    return f"{table}\n{total_line(rows)}\n"
