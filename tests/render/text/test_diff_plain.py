from cassette_cli.render.diff_sheet import DiffSection, DiffSheet, Entry, UnchangedTurns
from cassette_cli.render.text.diff_lines import Line, Mark, Piece
from cassette_cli.render.text.diff_plain import plain_diff, plain_line


def test_a_line_has_its_mark() -> None:
    assert plain_line(Line(Mark.NEW, (Piece("a "), Piece("b", changed=True)))) == "+ a b"
    assert plain_line(Line(Mark.SAME, (Piece(""),))) == ""


def test_plain_diff() -> None:
    lines = (Line(Mark.GONE, (Piece("old"),)), Line(Mark.NEW, (Piece("new"),)))
    section = DiffSection(
        "#0 GET /", (UnchangedTurns("2 unchanged: user, tool"), Entry("x.y", lines))
    )
    assert plain_diff(DiffSheet("a.yaml", "1 change", (section,))) == (
        "a.yaml: 1 change\n\n#0 GET /\n  … 2 unchanged: user, tool\n  x.y\n    - old\n    + new\n"
    )
