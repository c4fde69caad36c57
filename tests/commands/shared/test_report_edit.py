import pytest

from cassette_cli.commands.shared.edit_in_place import Edited, WriteMode
from cassette_cli.commands.shared.report_edit import Report, print_report
from cassette_cli.recorders.lost import Losses, Unmatched

_LOSSES = Losses((Unmatched(0, "vcrpy", "query"),))


@pytest.mark.parametrize(
    ("mode", "changed", "lines"),
    [
        pytest.param(
            WriteMode(),
            True,
            [
                "a.yaml: something",
                "a.yaml: 1 header dropped",
                "note: a.yaml: vcrpy will no longer match #0 (query)",
            ],
            id="what was done",
        ),
        pytest.param(
            WriteMode(check=True),
            True,
            [
                "a.yaml: something",
                "a.yaml: would be changed: 1 header dropped",
                "note: a.yaml: vcrpy would no longer match #0 (query)",
            ],
            id="what would be done",
        ),
        pytest.param(
            WriteMode(),
            False,
            ["a.yaml: something", "note: a.yaml: vcrpy will no longer match #0 (query)"],
            id="nothing was changed",
        ),
    ],
)
def test_print_report(
    mode: WriteMode,
    changed: bool,  # noqa: FBT001 -- a column
    lines: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = Report("1 header dropped", ("something",), _LOSSES)
    print_report(Edited("a.yaml", changed, "", report), mode)
    assert capsys.readouterr().err.splitlines() == lines
