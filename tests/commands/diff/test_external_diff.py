from pathlib import Path

import pytest

from cassette_cli.commands.diff.external_diff import print_external_diff
from cassette_cli.errors import CassetteError
from tests.conftest import source


def _files(folder: Path, *texts: str) -> list[str]:
    files = [folder / str(place) for place in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    return [str(file) for file in files]


def _arguments(path: str, old: str, new: str) -> list[str]:
    return [path, old, "0" * 40, "100644", new, "1" * 40, "100644"]


def test_cassettes_by_meaning(
    tmp_path: Path, recorded: str, rerecorded: str, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = _files(tmp_path, recorded, rerecorded)
    print_external_diff(_arguments("chat.yaml", old, new))
    assert capsys.readouterr().out.startswith("chat.yaml: 1 change, ")


def test_a_new_file(tmp_path: Path, recorded: str, capsys: pytest.CaptureFixture[str]) -> None:
    [new] = _files(tmp_path, recorded)
    print_external_diff(_arguments("chat.yaml", "/dev/null", new))
    assert capsys.readouterr().out.startswith("chat.yaml (added): 1 change\n")


def test_other_files_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = _files(tmp_path, "a: 1\n", "a: 2")
    print_external_diff(_arguments("x.yaml", old, new))
    assert capsys.readouterr().out == source(r"""
        --- a/x.yaml
        +++ b/x.yaml
        @@ -1 +1 @@
        -a: 1
        +a: 2
        \ No newline at end of file
    """)


def test_a_file_that_is_not_merged(capsys: pytest.CaptureFixture[str]) -> None:
    print_external_diff(["x.yaml"])
    assert capsys.readouterr().out == "* Unmerged path x.yaml\n"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CassetteError, match="cannot be read"):
        print_external_diff(_arguments("x", str(tmp_path / "none"), "/dev/null"))
