import gc
import platform
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli import app
from cassette_cli.errors import CassetteError
from cassette_cli.version import __version__
from tests.conftest import Main, RunCassette

_SAMPLE = Path(__file__).parents[1] / "sample_cassettes" / "go-vcr" / "openai-chat-plain.yaml"


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(option: str, main_here: Main) -> None:
    assert main_here(option) == (0, f"cassette {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--help"], id="asked for"),
        pytest.param(["-h"], id="in short"),
        pytest.param(["help"], id="as a command"),
    ],
)
def test_help(arguments: list[str], main_here: Main) -> None:
    code, output, errors = main_here(*arguments)
    assert (code, errors) == (0, "")
    assert "Usage: cassette [OPTIONS] COMMAND" in output
    assert "Exit codes: 0 fine" in output


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        pytest.param(["help", "show"], "Usage: cassette show", id="a command"),
        pytest.param(["help", "git", "install"], "Usage: cassette git install", id="below another"),
    ],
)
def test_help_of_a_command(arguments: list[str], usage: str, main_here: Main) -> None:
    code, output, _ = main_here(*arguments)
    assert code == 0
    assert usage in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["shwo"], "'shwo'. Did you mean 'show'?", id="a mistyped command"),
        pytest.param(["help", "shwo"], "Did you mean 'show'?", id="help for a mistyped command"),
        pytest.param(["rules", "jwtt"], "did you mean 'jwt'?", id="a mistyped rule"),
        pytest.param(["redact", "--select", "jwtt", "-"], "did you mean 'jwt'?", id="in an option"),
        pytest.param(["checks", "statu"], "did you mean 'status'", id="a mistyped check"),
        pytest.param(
            ["redact", "--class", "credentials", "-"], "mean 'credential'?", id="a mistyped class"
        ),
        pytest.param(["show"], "include = [", id="a bare command, and nothing to look at"),
        pytest.param(["play"], "No such command 'play'", id="no such command"),
        pytest.param(["--play"], "No such option: --play", id="no such option"),
    ],
)
def test_usage(arguments: list[str], message: str, main_here: Main) -> None:
    code, output, errors = main_here(*arguments)
    assert (code, output) == (2, "")
    assert message in errors


def _raising(error: Exception) -> Callable[..., None]:
    def run(**_: object) -> None:
        raise error

    return run


def test_an_error_of_the_user_is_two_lines(
    main_here: Main, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "app", _raising(CassetteError("no", where="a:1", hint="mend it")))
    assert main_here() == (2, "", "error: a:1: no\nhint: mend it\n")
    monkeypatch.setattr(app, "app", _raising(CassetteError("no")))
    assert main_here() == (2, "", "error: no\n")


def test_a_bug_of_ours_says_where_to_report_it(
    main_here: Main, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "app", _raising(KeyError("odd")))
    code, output, errors = main_here()
    assert (code, output) == (3, "")
    assert errors.startswith("Traceback")
    assert errors.endswith(
        f"KeyError: 'odd'\n\nThis is a bug in cassette. Please report it: {app.ISSUES_URL}\n"
        f"cassette {__version__}, Python {platform.python_version()}, {platform.system()}\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("arguments", [["--version"], ["checks"], ["show", "-"], ["list", "-"]])
def test_a_full_disk_is_no_bug(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cassette_cli", *arguments],
            input=_SAMPLE.read_bytes(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    error = b"error: the output cannot be written: no space left on device\n"
    assert done.returncode == 2
    assert done.stderr.endswith(error)
    assert b"Traceback" not in done.stderr


def test_signals_end_the_program_as_they_end_others(
    main_here: Main,
) -> None:
    main_here("--version")
    assert signal.getsignal(signal.SIGPIPE) is signal.SIG_DFL
    interrupt = signal.getsignal(signal.SIGINT)
    assert callable(interrupt)
    with pytest.raises(SystemExit) as caught:
        interrupt(signal.SIGINT, None)
    assert caught.value.code == 130


def test_systems_without_closed_pipes_are_fine(
    main_here: Main, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, "SIGPIPE")
    assert main_here("--version")[0] == 0


def test_garbage_is_looked_for_rarely(main_here: Main) -> None:
    main_here("--version")
    assert gc.get_threshold()[0] >= 100_000


def test_completion_offers_commands(run_cassette: RunCassette) -> None:
    code, output, errors = run_cassette(
        _CASSETTE_COMPLETE="complete_bash", COMP_WORDS="cassette sh", COMP_CWORD="1"
    )
    assert (code, output.split(), errors) == (0, ["show"], "")


def test_it_runs_as_a_module(run_cassette: RunCassette) -> None:
    assert run_cassette("--version") == (0, f"cassette {__version__}\n", "")
