import sys
from collections.abc import Iterator

import pytest

from cassette_cli.commands.shared import progress
from cassette_cli.commands.shared.progress import with_progress


def test_results_pass_through_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress(iter("abc"), 3)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("patience", "shown"),
    [
        pytest.param(3600.0, False, id="not before it lasts long"),
        pytest.param(-1.0, True, id="then it is"),
    ],
)
def test_a_bar_on_a_terminal(
    patience: float,
    shown: bool,  # noqa: FBT001 -- a column
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(progress, "_PATIENCE_SECONDS", patience)
    monkeypatch.setenv("TERM", "xterm")
    assert list(with_progress(iter("abc"), 3)) == ["a", "b", "c"]
    output = capsys.readouterr()
    assert output.out == ""
    assert ("cassettes" in output.err) is shown


def test_the_bar_is_taken_away_where_the_work_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def results() -> Iterator[str]:
        yield "a"
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(progress, "_PATIENCE_SECONDS", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(KeyboardInterrupt):
        list(with_progress(results(), 2))
    show_cursor = "\x1b[?25h"
    assert show_cursor in capsys.readouterr().err
