import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cassette_cli.commands.shared.pager import stdout_or_pager


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PAGER", "CASSETTE_PAGER", "LESS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    handler = signal.getsignal(signal.SIGPIPE)
    yield
    signal.signal(signal.SIGPIPE, handler)


def test_stdout_is_utf_8_whatever_the_locale_says(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, "ascii"))
    with stdout_or_pager(pager=True) as out:
        out.write("é\udcff")
        out.flush()
    assert data.getvalue() == "é\\udcff".encode()


def _pager(path: Path, code: str) -> str:
    path.write_text(f"import sys\n{code}\n", "utf-8")
    return f"'{sys.executable}' '{path}'"


@pytest.mark.parametrize(
    ("variables", "used"),
    [
        pytest.param(("PAGER",), True, id="the user's"),
        pytest.param(("CASSETTE_PAGER",), True, id="the one for this program alone"),
        pytest.param((), False, id="none where there is none"),
    ],
)
def test_a_terminal_has_a_pager(
    variables: tuple[str, ...],
    used: bool,  # noqa: FBT001 -- a column
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paged = tmp_path / "paged"
    code = f"open({str(paged)!r}, 'w', encoding='utf-8').write(sys.stdin.buffer.read().decode())"
    command = _pager(tmp_path / "pager.py", code)
    monkeypatch.setenv("PAGER", "cat")
    for name in variables:
        monkeypatch.setenv(name, command)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with stdout_or_pager(pager=True) as out:
        out.write("é\n")
    assert capsys.readouterr().out == ("" if used else "é\n")
    assert paged.exists() is used
    if used:
        assert paged.read_text("utf-8") == "é\n"


@pytest.mark.parametrize("pager", ["no-such-program -x", "cat", " "])
def test_without_a_pager_that_runs_stdout_is_used(
    pager: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASSETTE_PAGER", pager)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with stdout_or_pager(pager=True) as out:
        out.write("a")
    assert capsys.readouterr().out == "a"


def test_a_pager_may_be_left_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", _pager(tmp_path / "pager.py", "sys.stdin.close()"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with stdout_or_pager(pager=True) as out:
        for _ in range(100):
            out.write("a" * 100_000)


def test_no_pager_is_started_for_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGER", "false")
    monkeypatch.setattr(subprocess, "Popen", None)
    with stdout_or_pager(pager=True) as out:
        out.write("a")
    assert capsys.readouterr().out == "a"


def test_no_pager_is_started_for_a_dumb_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PAGER", "false")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with stdout_or_pager(pager=True) as out:
        out.write("a")
    assert capsys.readouterr().out == "a"
