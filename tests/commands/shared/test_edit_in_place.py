import sys
from pathlib import Path

import pytest

from cassette_cli.commands.shared.edit_in_place import (
    Edited,
    EditInPlace,
    WriteMode,
    exit_code,
    summary,
)
from cassette_cli.document import parse
from cassette_cli.errors import ExitCode
from cassette_cli.files import Found, read
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from tests.conftest import source

_TEXT = source("""
    interactions: []
    version: 1
""")
_NEW = source("""
    interactions: []
    version: 1 # new
""")


def _edit(path: Path, new: str, mode: WriteMode) -> Edited[int]:
    source = read(Found(str(path), named=True))
    cassette = read_cassette(parse(source.path, source.text))

    def edit(_: Cassette) -> tuple[str, int]:
        return new, 7

    return EditInPlace(edit, mode, lambda _: "masked\n")(source, cassette)


@pytest.mark.parametrize(
    ("mode", "new", "written", "files"),
    [
        pytest.param(WriteMode(), _NEW, _NEW, ["a.yaml"], id="writes"),
        pytest.param(WriteMode(), _TEXT, _TEXT, ["a.yaml"], id="writes nothing of its own"),
        pytest.param(WriteMode(check=True), _NEW, _TEXT, ["a.yaml"], id="only checks"),
        pytest.param(WriteMode(diff=True), _NEW, _TEXT, ["a.yaml"], id="only shows"),
        pytest.param(
            WriteMode(backup=True), _NEW, _NEW, ["a.yaml", "a.yaml.bak"], id="keeps what was there"
        ),
        pytest.param(WriteMode(backup=True), _TEXT, _TEXT, ["a.yaml"], id="if it changes"),
    ],
)
def test_editing(tmp_path: Path, mode: WriteMode, new: str, written: str, files: list[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(_TEXT, "utf-8")
    edited = _edit(path, new, mode)
    assert (edited.changed, edited.value) == (new != _TEXT, 7)
    assert path.read_text("utf-8") == written
    assert sorted(found.name for found in tmp_path.iterdir()) == files


def test_a_diff_shows_what_may_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(_TEXT, "utf-8")
    name = str(path).lstrip("/")
    assert _edit(path, "new\n", WriteMode(check=True, diff=True)).diff == source(f"""
        --- a/{name}
        +++ b/{name}
        @@ -1 +1 @@
        -masked
        +new
    """)
    assert _edit(path, _TEXT, WriteMode(diff=True)).diff == ""


@pytest.mark.parametrize(
    ("path", "mode", "stream"),
    [
        pytest.param("a.yaml", WriteMode(), "stdout", id="with files written, stdout"),
        pytest.param("-", WriteMode(check=True), "stdout", id="with nothing written, stdout"),
        pytest.param("-", WriteMode(), "stderr", id="with the text on stdout, stderr"),
    ],
)
def test_where_a_report_goes(path: str, mode: WriteMode, stream: str) -> None:
    assert mode.report_stream(["b.yaml", path]) is getattr(sys, stream)


_CHANGED, _SAME = Edited("a", True, "", 0), Edited("b", False, "", 0)  # noqa: FBT003 -- its field


@pytest.mark.parametrize(
    ("edited", "mode", "failed", "expected"),
    [
        pytest.param([], WriteMode(), 0, "0 files rewritten, 0 left unchanged", id="none"),
        pytest.param([_CHANGED], WriteMode(), 0, "1 file rewritten, 0 left unchanged", id="one"),
        pytest.param(
            [_CHANGED, _SAME, _CHANGED],
            WriteMode(check=True),
            0,
            "2 files would be rewritten, 1 left unchanged",
            id="only checked",
        ),
        pytest.param(
            [_SAME], WriteMode(), 2, "0 files rewritten, 1 left unchanged, 2 failed", id="errors"
        ),
    ],
)
def test_summary(edited: list[Edited[int]], mode: WriteMode, failed: int, expected: str) -> None:
    assert summary(edited, mode, failed) == expected


@pytest.mark.parametrize(
    ("edited", "mode", "failed", "expected"),
    [
        pytest.param([_CHANGED], WriteMode(), 0, ExitCode.OK, id="written"),
        pytest.param([_CHANGED], WriteMode(diff=True), 0, ExitCode.OK, id="shown"),
        pytest.param([_CHANGED], WriteMode(check=True), 0, ExitCode.FINDINGS, id="checked"),
        pytest.param([_SAME], WriteMode(check=True), 0, ExitCode.OK, id="nothing to do"),
        pytest.param([_CHANGED], WriteMode(check=True), 1, ExitCode.USAGE, id="an error"),
    ],
)
def test_exit_code(
    edited: list[Edited[int]],
    mode: WriteMode,
    failed: int,
    expected: ExitCode,
) -> None:
    assert exit_code(edited, mode, failed) is expected
