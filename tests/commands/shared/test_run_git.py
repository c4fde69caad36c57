import pytest

from cassette_cli.commands.shared.run_git import run_git, try_git
from cassette_cli.errors import CassetteError


@pytest.mark.usefixtures("git")
def test_what_git_says() -> None:
    name = run_git("hash-object", "-w", "--stdin", data=b"x").decode().strip()
    assert run_git("cat-file", "blob", name) == b"x"


@pytest.mark.usefixtures("git")
def test_its_errors_are_ours() -> None:
    with pytest.raises(CassetteError, match="Not a valid object name"):
        run_git("cat-file", "blob", "nothing")
    assert try_git("rev-parse", "--verify", "--quiet", "nothing")[0] == 1


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CassetteError, match="git is not installed"):
        run_git("version")
