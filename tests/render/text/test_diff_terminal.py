from io import StringIO

from rich.console import Console

from cassette_cli.comparing.change import ChangeKind
from cassette_cli.render.diff_sheet import DiffSection, DiffSheet, Entry, UnchangedTurns
from cassette_cli.render.text.diff_lines import Line, Mark, Piece, lines_between
from cassette_cli.render.text.diff_terminal import print_diff


def _printed(sheet: DiffSheet, width: int, *, color: bool = False) -> list[str]:
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        print_diff(console, sheet)
    return [line.rstrip() for line in captured.get().splitlines()]


def _sheet(*lines: Line, kind: ChangeKind = ChangeKind.CHANGED) -> DiffSheet:
    section = DiffSection(
        "#0 GET /", (UnchangedTurns("1 unchanged: user"), Entry("x", lines)), kind
    )
    return DiffSheet("a.yaml", "1 change", (section,))


def test_narrow_it_is_unified() -> None:
    assert _printed(_sheet(*lines_between("same\nold", "same\nnew")), 80) == [
        "a.yaml  1 change",
        "",
        "#0 GET /",
        "  … 1 unchanged: user",
        "  x",
        "      same",
        "    - old",
        "    + new",
        "─" * 80,
    ]


def test_wide_it_is_side_by_side() -> None:
    lines = _printed(_sheet(*lines_between("same\nold\nmore", "same\nnew")), 120)
    assert [[half.strip() for half in line.split("│")] for line in lines[5:-1]] == [
        ["same", "same"],
        ["old", "new"],
        ["more", ""],
    ]


def test_what_only_one_side_has_is_unified_however_wide() -> None:
    assert _printed(_sheet(*lines_between(None, "new")), 120)[5] == "    + new"


def test_changed_words_are_coloured() -> None:
    line = Line(Mark.NEW, (Piece("a "), Piece("b", changed=True)))
    text = "\n".join(_printed(_sheet(line, kind=ChangeKind.ADDED), 80, color=True))
    assert "\x1b[1;7;32mb\x1b[0m" in text


def test_markup_in_recorded_text_is_text() -> None:
    assert _printed(_sheet(Line(Mark.NEW, (Piece("[bold]x[/bold]"),))), 80)[5] == (
        "    + [bold]x[/bold]"
    )
