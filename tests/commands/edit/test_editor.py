import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli.commands.edit.editor import (
    Editor,
    KeptDraftError,
    find_editor,
    new_draft,
    read_draft,
    write_draft,
)
from cassette_cli.errors import CassetteError


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make these the only programs on the PATH, on a terminal."""

    def install(*names: str, terminal: bool = True) -> None:
        for name in names:
            (tmp_path / name).write_text("#!/bin/sh\n", "utf-8")
            (tmp_path / name).chmod(0o700)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal, raising=False)
        for variable in ("VISUAL", "EDITOR"):
            monkeypatch.delenv(variable, raising=False)

    return install


@pytest.mark.parametrize(
    ("visual", "editor", "command"),
    [
        pytest.param("ed --wait", "nano", ("ed", "--wait"), id="VISUAL comes first"),
        pytest.param("", "nano", ("nano",), id="then EDITOR"),
        pytest.param("", "'ed' \"a b\"", ("ed", "a b"), id="quotes as in a shell"),
        pytest.param("", " ", ("vi",), id="else a usual one"),
    ],
)
def test_find_editor(
    install: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    visual: str,
    editor: str,
    command: tuple[str, ...],
) -> None:
    install("vi", "nano", "ed")
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", editor)
    assert find_editor() == Editor(command)


def test_nano_where_there_is_no_vi(install: Callable[..., None]) -> None:
    install("nano")
    assert find_editor() == Editor(("nano",))


def test_an_editor_of_the_terminal_needs_one(
    install: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    install("vi", "ed", terminal=False)
    with pytest.raises(CassetteError, match="standard input is not one"):
        find_editor()
    monkeypatch.setenv("EDITOR", "ed")
    assert find_editor() == Editor(("ed",))


def test_a_draft_is_gone_afterwards() -> None:
    with new_draft(".json") as draft:
        write_draft(draft, "half a character: \ud83d\r\n")
        assert read_draft(draft) == "half a character: \ud83d\r\n"
        assert draft.suffix == ".json"
    assert not draft.exists()


@pytest.mark.parametrize(
    ("error", "kept"),
    [
        pytest.param(KeyboardInterrupt(), False, id="not where the work is broken off"),
        pytest.param(KeptDraftError("no"), True, id="but where the error names it"),
    ],
)
def test_what_an_error_leaves(error: BaseException, kept: bool) -> None:  # noqa: FBT001 -- a column
    drafts: list[Path] = []

    def fail() -> None:
        with new_draft(".txt") as draft:
            drafts.append(draft)
            raise error

    with pytest.raises(type(error)):
        fail()
    assert [draft.exists() for draft in drafts] == [kept]
    drafts[0].unlink(missing_ok=True)


def test_a_draft_that_is_no_text_any_more() -> None:
    with new_draft(".txt") as draft:
        draft.write_bytes(b"\xff")
        with pytest.raises(CassetteError, match="not UTF-8"):
            read_draft(draft)
