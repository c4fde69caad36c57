"""Differences as plain text: no colour, no wrapping; for pipes and files."""

from collections.abc import Iterator

from cassette_cli.render.diff_sheet import DiffSheet, Entry, UnchangedTurns
from cassette_cli.render.text.diff_lines import Line

_INDENT = "  "


def plain_diff(sheet: DiffSheet) -> str:
    """One pair of files as text, with a line feed at its end."""
    return "\n".join(_lines(sheet)) + "\n"


def plain_line(line: Line) -> str:
    """A line with its mark before it."""
    return f"{line.mark} {line.text}".rstrip()


def _lines(sheet: DiffSheet) -> Iterator[str]:
    yield f"{sheet.title}: {sheet.summary}"
    for section in sheet.sections:
        yield ""
        yield section.title
        for entry in section.entries:
            yield from _entry_lines(entry)


def _entry_lines(entry: Entry | UnchangedTurns) -> Iterator[str]:
    match entry:
        case UnchangedTurns(text):
            yield f"{_INDENT}… {text}"
        case Entry(title, lines):
            yield f"{_INDENT}{title}"
            yield from (f"{_INDENT * 2}{plain_line(line)}" for line in lines)
