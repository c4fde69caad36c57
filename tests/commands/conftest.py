"""A repository with a re-recorded cassette in it, and the real git."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Main

Git = Callable[..., str]

_SAMPLE = Path(__file__).parents[2] / "sample_cassettes" / "go-vcr" / "openai-chat-plain.yaml"


@pytest.fixture
def on_a_terminal(
    main_here: Main,  # noqa: ARG001 -- it replaces stdout, and clears the environment
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Has commands print as if stdout were a terminal, without a pager."""
    monkeypatch.setenv("PAGER", "cat")
    # The object is another one when the test runs.
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)


@pytest.fixture
def recorded() -> str:
    """The text of a cassette."""
    return _SAMPLE.read_text("utf-8")


@pytest.fixture
def rerecorded(recorded: str) -> str:
    """The same cassette with another answer, under another id."""
    return recorded.replace("sample0001", "sample0002").replace("Bonjour !", "Salut !")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in an empty repository, which becomes the current directory."""
    folder = tmp_path / "repository"
    folder.mkdir()
    for name in list(os.environ):
        if name.startswith(("GIT_", "XDG_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    # Git starts the program by its name, as it is installed beside this Python.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    monkeypatch.setenv("PATH", path)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.chdir(folder)

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, check=True)
        return done.stdout.decode("utf-8", "replace")

    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.name", "A. Tester")
    git("config", "user.email", "tester@example.invalid")
    git("config", "core.autocrlf", "false")
    return git


@pytest.fixture
def history(git: Git, recorded: str, rerecorded: str) -> Git:
    """The same with two commits: a cassette, and the cassette with another answer."""
    cassette = Path("tests/cassettes/chat.yaml")
    cassette.parent.mkdir(parents=True)
    cassette.write_text(recorded, "utf-8")
    Path("broken.yaml").write_text("a: [1\n", "utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message=one")
    cassette.write_text(rerecorded, "utf-8")
    Path("broken.yaml").write_text("a: [2\n", "utf-8")
    git("commit", "--quiet", "--all", "--message=two")
    return git
