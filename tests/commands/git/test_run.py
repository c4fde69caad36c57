from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli.commands.git.run import (
    DEFAULT_PATTERNS,
    Setup,
    describe_setup,
    install_setup,
    uninstall_setup,
)
from cassette_cli.errors import CassetteError

Git = Callable[..., str]

_TRANSCRIPT = "+  assistant: Salut !"
_RAW = '+    body: \'{"id":"chatcmpl-sample0002"'


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("diff", "HEAD~1"), id="diff"),
        pytest.param(("log", "-p", "-1"), id="log -p"),
        pytest.param(("show",), id="show"),
    ],
)
def test_transcripts_after_install_and_yaml_after_uninstall(
    arguments: tuple[str, ...], history: Git
) -> None:
    assert _RAW in history(*arguments)
    install_setup(Setup(), DEFAULT_PATTERNS)
    shown = history(*arguments)
    assert (_TRANSCRIPT in shown, _RAW in shown) == (True, False)
    assert "+a: [2" in shown, "what does not parse is compared as it is"
    uninstall_setup(Setup())
    assert _RAW in history(*arguments)


def test_blame_reads_lines_of_the_transcript(history: Git) -> None:
    install_setup(Setup(), DEFAULT_PATTERNS)
    assert "  assistant: Salut !" in history("blame", "--textconv", "tests/cassettes/chat.yaml")


def test_a_converter_that_is_gone_does_not_stop_git(
    history: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_setup(Setup(), DEFAULT_PATTERNS)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert _RAW in history("diff", "HEAD~1")


@pytest.mark.parametrize(
    "everywhere", [pytest.param(False, id="here"), pytest.param(True, id="user")]
)
def test_it_leaves_nothing_behind(everywhere: bool, git: Git) -> None:  # noqa: FBT001 -- a column
    setup = Setup(everywhere)
    before = _settings(git)
    install_setup(setup, DEFAULT_PATTERNS)
    assert _settings(git) != before
    uninstall_setup(setup)
    assert _settings(git) == before
    assert uninstall_setup(setup) == "nothing was installed"


def _settings(git: Git) -> tuple[str, list[str]]:
    files = (Path(".git/info/attributes"), Path("../.config/git/attributes"))
    return git("config", "--list"), [file.read_text() for file in files if file.exists()]


def test_twice_is_once(git: Git) -> None:
    wrote = install_setup(Setup(), DEFAULT_PATTERNS)
    once = _settings(git)
    again = install_setup(Setup(), DEFAULT_PATTERNS)
    assert _settings(git) == once
    assert again == wrote.replace("wrote", "is already in")


def test_lines_of_somebody_else_stay(git: Git) -> None:
    file = Path(".git/info/attributes")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"*.png binary\r\n")
    install_setup(Setup(), ["fixtures/*.yaml"])
    assert b"fixtures/*.yaml diff=cassette" in file.read_bytes()
    uninstall_setup(Setup())
    assert file.read_bytes() == b"*.png binary\r\n"
    assert git("status", "--short") == ""


def test_an_attributes_file_of_the_users_choice(git: Git, tmp_path: Path) -> None:
    git("config", "--global", "core.attributesFile", str(tmp_path / "mine"))
    install_setup(Setup(everywhere=True), ["*.yaml"])
    assert "*.yaml diff=cassette" in (tmp_path / "mine").read_text()


def test_meaning_instead_of_lines(history: Git) -> None:
    install_setup(Setup(external=True), DEFAULT_PATTERNS)
    shown = history("diff", "HEAD~1")
    assert "completion.messages[0].parts[0].content (assistant)" in shown
    assert "+a: [2" in shown
    install_setup(Setup(), DEFAULT_PATTERNS)
    assert _TRANSCRIPT in history("diff", "HEAD~1")


def test_the_difftool_compares_by_meaning(history: Git) -> None:
    install_setup(Setup(), DEFAULT_PATTERNS)
    shown = history("difftool", "--no-prompt", "--tool=cassette", "HEAD~1", "--", "tests")
    assert "- Bonjour !\n    + Salut !" in shown


@pytest.mark.usefixtures("git")
def test_describe_setup() -> None:
    assert describe_setup() == "this repository: not installed\nuser: not installed"
    install_setup(Setup(), ["*.yaml"])
    first, *_, last, user = describe_setup().split("\n")
    assert (first, last, user) == (
        "this repository: installed",
        "    *.yaml diff=cassette",
        "user: not installed",
    )


@pytest.mark.usefixtures("git")
def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CassetteError, match="not in a git repository"):
        install_setup(Setup(), DEFAULT_PATTERNS)
    assert describe_setup().startswith("this repository: none here\n")


@pytest.mark.usefixtures("git")
def test_without_a_program_on_the_path_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert " -m cassette_cli textconv " in install_setup(Setup(), DEFAULT_PATTERNS)
