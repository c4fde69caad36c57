from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli.commands.diff.file_version import FileVersion
from cassette_cli.commands.diff.git_revisions import changed_files, is_revision
from cassette_cli.errors import CassetteError

Git = Callable[..., str]

_PATH = "tests/cassettes/chat.yaml"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        pytest.param("HEAD", True, id="a name"),
        pytest.param("HEAD~1...HEAD", True, id="from where they parted"),
        pytest.param("HEAD~1..", True, id="up to HEAD"),
        pytest.param("nothing", False, id="an unknown name"),
        pytest.param("--output=x", False, id="an option"),
        pytest.param("HEAD:broken.yaml", False, id="a file is no revision"),
    ],
)
@pytest.mark.usefixtures("history")
def test_is_revision(text: str, known: bool) -> None:  # noqa: FBT001 -- a column
    assert is_revision(text) is known


@pytest.mark.usefixtures("history")
def test_two_revisions(recorded: str, rerecorded: str) -> None:
    assert list(changed_files(["HEAD~1", "HEAD"], [])) == [
        (FileVersion("broken.yaml", b"a: [1\n"), FileVersion("broken.yaml", b"a: [2\n")),
        (FileVersion(_PATH, recorded.encode()), FileVersion(_PATH, rerecorded.encode())),
    ]


@pytest.mark.usefixtures("history")
def test_a_revision_and_the_work_tree_from_below_the_root(
    recorded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(_PATH).write_text(recorded, "utf-8")
    monkeypatch.chdir("tests")
    [(old, new)] = changed_files([], ["cassettes"])
    assert old is not None
    assert old.data != recorded.encode()
    assert new == FileVersion(_PATH, recorded.encode())


def test_added_removed_and_renamed(history: Git, rerecorded: str) -> None:
    history("mv", _PATH, "tests/cassettes/renamed.yaml")
    history("rm", "--quiet", "broken.yaml")
    Path("new.yaml").write_text("a: 1\n", "utf-8")
    Path("notes.txt").write_text("a: 1\n", "utf-8")
    history("add", "--all")
    moved = FileVersion("tests/cassettes/renamed.yaml", rerecorded.encode())
    assert list(changed_files([], [])) == [
        (FileVersion("broken.yaml", b"a: [2\n"), None),
        (None, FileVersion("new.yaml", b"a: 1\n")),
        (FileVersion(_PATH, rerecorded.encode()), moved),
    ]


def test_a_name_with_brackets_is_no_pattern(history: Git) -> None:
    for name in ("a[b].yaml", "ab.yaml"):
        Path(name).write_text("a: 1\n", "utf-8")
    history("add", "--all")
    assert list(changed_files([], ["a[b].yaml"])) == [(None, FileVersion("a[b].yaml", b"a: 1\n"))]


@pytest.mark.usefixtures("git")
def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CassetteError, match="not in a git repository"):
        list(changed_files([], []))
