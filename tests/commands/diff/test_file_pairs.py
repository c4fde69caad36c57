from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli.commands.diff.file_pairs import FilePair, pairs_behind
from cassette_cli.commands.diff.file_version import FileVersion
from cassette_cli.errors import CassetteError

Git = Callable[..., str]


def test_two_files(tmp_path: Path) -> None:
    a, b = (str(tmp_path / name) for name in ("a.yaml", "b.yaml"))
    Path(a).touch()
    Path(b).touch()
    assert pairs_behind([a, b], None) == [FilePair(FileVersion(a), FileVersion(b), named=True)]
    assert pairs_behind([a, "-"], None) == [FilePair(FileVersion(a), FileVersion("-"), named=True)]


def test_two_directories_are_paired_by_path(tmp_path: Path) -> None:
    for name in ("a/x/1.yaml", "a/2.yaml", "b/x/1.yaml", "b/3.yaml", "b/notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    assert pairs_behind([a, b], None) == [
        FilePair(FileVersion(f"{a}/2.yaml"), None),
        FilePair(None, FileVersion(f"{b}/3.yaml")),
        FilePair(FileVersion(f"{a}/x/1.yaml"), FileVersion(f"{b}/x/1.yaml")),
    ]


@pytest.mark.parametrize(
    ("operands", "paths"),
    [
        pytest.param([], ["tests"], id="HEAD and the work tree"),
        pytest.param(["tests"], None, id="a path alone"),
        pytest.param(["HEAD"], ["tests"], id="a revision and the work tree"),
        pytest.param(["HEAD~1", "HEAD"], ["tests"], id="two revisions"),
        pytest.param(["HEAD~1..HEAD", "tests"], None, id="a range and a path"),
        pytest.param(["HEAD~1", "HEAD", "tests"], None, id="all without dashes"),
    ],
)
@pytest.mark.usefixtures("history")
def test_revisions(operands: list[str], paths: list[str] | None) -> None:
    cassette = Path("tests/cassettes/chat.yaml")
    cassette.write_bytes(cassette.read_bytes().replace(b"Salut", b"Coucou"))
    [pair] = pairs_behind(operands, paths)
    assert pair.a is not None
    assert pair.b is not None
    assert (pair.a.name, pair.b.name) == (str(cassette), str(cassette))


@pytest.mark.parametrize(
    ("operands", "paths", "message"),
    [
        pytest.param(
            ["none.yaml"], None, "'none.yaml' is neither a file nor a git revision", id="one"
        ),
        pytest.param(
            ["broken.yaml", "none.yaml"], None, "'none.yaml' is neither a file nor", id="second"
        ),
        pytest.param(["none"], ["tests"], "'none' is not a git revision", id="before the dashes"),
        pytest.param(["broken.yaml", "tests"], None, "a file cannot be compared", id="mixed"),
        pytest.param(["-", "-"], None, "standard input can be read only once", id="stdin"),
    ],
)
@pytest.mark.usefixtures("history")
def test_what_cannot_be_compared(
    operands: list[str], paths: list[str] | None, message: str
) -> None:
    with pytest.raises(CassetteError, match=message):
        pairs_behind(operands, paths)


@pytest.mark.usefixtures("history")
def test_a_file_as_a_revision_has_it(recorded: str) -> None:
    name, there = "HEAD~1:tests/cassettes/chat.yaml", "tests/cassettes/chat.yaml"
    old = FileVersion(name, recorded.encode())
    assert pairs_behind([name, there], None) == [FilePair(old, FileVersion(there), named=True)]


def test_the_index_alone(history: Git, recorded: str) -> None:
    cassette = Path("tests/cassettes/chat.yaml")
    cassette.write_text(recorded, "utf-8")
    assert pairs_behind([], ["tests"], staged=True) == []
    history("add", "--all")
    [pair] = pairs_behind([], ["tests"], staged=True)
    assert pair.b == FileVersion(str(cassette), recorded.encode())


@pytest.mark.usefixtures("history")
def test_paths_without_a_cassette_are_said() -> None:
    with pytest.raises(CassetteError) as caught:
        pairs_behind(["HEAD~1"], ["docs"])
    assert str(caught.value).startswith("no cassette is below 'docs'")
