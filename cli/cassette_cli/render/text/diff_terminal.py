"""Differences for a terminal: coloured words, side by side where there is room."""

from collections.abc import Iterator, Sequence

from rich.box import MINIMAL
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from cassette_cli.comparing.change import ChangeKind
from cassette_cli.counted import counted
from cassette_cli.render.diff_sheet import DiffSection, DiffSheet, Entry, UnchangedTurns
from cassette_cli.render.text.diff_lines import Line, Mark, Piece

# From this width on, both sides have room for a readable line.
_WIDE = 120
_INDENT = (0, 0, 0, 4)
_MAX_LINES = 20
_LINE_STYLES = {Mark.GONE: "red", Mark.NEW: "green", Mark.SAME: "", Mark.FOLDED: "dim"}
_WORD_STYLES = {Mark.GONE: "bold red reverse", Mark.NEW: "bold green reverse"}
_KIND_STYLES = {ChangeKind.ADDED: "green", ChangeKind.REMOVED: "red", ChangeKind.MOVED: "yellow"}


def print_diff(console: Console, sheet: DiffSheet) -> None:
    """Print one pair of files at the width of the console."""
    console.print(Text.assemble((sheet.title, "bold"), (f"  {sheet.summary}", "dim")))
    for section in sheet.sections:
        console.print()
        console.print(_section_title(section))
        for entry in section.entries:
            _print_entry(console, entry)
    console.print(Rule(style="dim"))


def _section_title(section: DiffSection) -> Text:
    number, _, request = section.title.partition(" ")
    style = _KIND_STYLES.get(section.kind, "bold yellow")
    return Text.assemble((f"{number} ", style), (request, "bold"), overflow="fold")


def _print_entry(console: Console, entry: Entry | UnchangedTurns) -> None:
    if isinstance(entry, UnchangedTurns):
        console.print(Text(f"  … {entry.text}", style="dim"))
        return
    console.print(Text(f"  {entry.title}", style="dim" if entry.quiet else "cyan"))
    two_sided = {line.mark for line in entry.lines} >= {Mark.GONE, Mark.NEW}
    if console.width >= _WIDE and two_sided:
        console.print(Padding(_side_by_side(entry.lines), _INDENT))
        return
    for line in _elided(entry.lines):
        console.print(Padding(_marked(line), _INDENT))


def _elided(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines of one side alone, which nobody compares: the first of them say what came or went."""
    rest = len(lines) - _MAX_LINES
    one_sided = len({line.mark for line in lines}) == 1
    if not one_sided or rest <= 1:
        return lines
    note = Line(Mark.FOLDED, (Piece(f"{counted(rest, 'more line')}"),))
    return [*lines[:_MAX_LINES], note]


def _side_by_side(lines: Sequence[Line]) -> Table:
    table = Table(
        box=MINIMAL,
        show_header=False,
        show_edge=False,
        border_style="dim",
        padding=(0, 1),
        expand=True,
    )
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for left, right in _rows(lines):
        table.add_row(left, right)
    return table


def _rows(lines: Sequence[Line]) -> Iterator[tuple[Text, Text]]:
    gone: list[Line] = []
    for line in lines:
        match line.mark:
            case Mark.GONE:
                gone.append(line)
            case Mark.NEW:
                yield _bare(gone.pop(0)) if gone else Text(""), _bare(line)
            case _:
                yield from ((_bare(left), Text("")) for left in gone)
                gone = []
                yield _bare(line), _bare(line)
    yield from ((_bare(left), Text("")) for left in gone)


def _marked(line: Line) -> Text:
    return Text.assemble((f"{line.mark} ", _LINE_STYLES[line.mark]), _bare(line), overflow="fold")


def _bare(line: Line) -> Text:
    text = Text(style=_LINE_STYLES[line.mark], overflow="fold")
    for piece in line.pieces:
        text.append(piece.text, _WORD_STYLES.get(line.mark) if piece.changed else None)
    return text
