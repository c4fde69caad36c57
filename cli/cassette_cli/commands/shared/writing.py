"""Commands that write: what they do with an edited text, and the line that sums it up."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeAlias, TypeVar

import typer

from cassette_cli.errors import ExitCode
from cassette_cli.files import STDIN, Source, display_name, write
from cassette_cli.model import Cassette

T = TypeVar("T")

Check: TypeAlias = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit 1 if anything would change.")
]
Diff: TypeAlias = Annotated[
    bool, typer.Option("--diff", help="Write nothing; print a unified diff.")
]
Backup: TypeAlias = Annotated[
    bool, typer.Option("--backup", help="Keep the file as it was as FILE.bak.")
]


@dataclass(frozen=True, slots=True)
class WriteMode:
    """What becomes of an edited text: it is written, unless it is only checked or shown."""

    check: bool = False
    diff: bool = False
    backup: bool = False

    @property
    def writes(self) -> bool:
        return not self.check and not self.diff


@dataclass(frozen=True, slots=True)
class Edited(Generic[T]):
    """One file after an edit: whether its text is another one, the diff if it was asked for, and
    what else the edit has to tell.
    """

    path: str
    changed: bool
    diff: str
    value: T


@dataclass(frozen=True, slots=True)
class Editing(Generic[T]):
    """The work on one file: edit its text, and write it as the mode says.

    `edit` gives the new text of the file, and what else it has to tell; `before` the old text as a
    diff may show it, where that is not the text itself.
    """

    edit: Callable[[Cassette], tuple[str, T]]
    mode: WriteMode
    before: Callable[[Cassette], str] | None = None

    def __call__(self, source: Source, cassette: Cassette) -> Edited[T]:
        text, value = self.edit(cassette)
        changed = text != source.text
        if self.mode.writes and (changed or source.path == display_name(STDIN)):
            write(source, text, backup=self.mode.backup)
        diff = ""
        if changed and self.mode.diff:
            before = self.before(cassette) if self.before else source.text
            diff = unified(source.path.lstrip("/"), before, text)
        return Edited(source.path, changed, diff, value)


def unified(path: str, before: str, after: str) -> str:
    """A unified diff, as `git diff` and `patch` read it."""
    return "".join(_diff_lines(path, before, after))


def summary(edited: Sequence[Edited[T]], mode: WriteMode, failed: int = 0) -> str:
    """What happened to how many files: `2 files rewritten, 5 left unchanged, 1 failed`."""
    changed = sum(file.changed for file in edited)
    files = "1 file" if changed == 1 else f"{changed} files"
    verb = "rewritten" if mode.writes else "would be rewritten"
    failures = f", {failed} failed" if failed else ""
    return f"{files} {verb}, {len(edited) - changed} left unchanged{failures}"


def exit_code(edited: Sequence[Edited[T]], mode: WriteMode, failed: int = 0) -> ExitCode:
    """2 where a file could not be done, 1 where --check found what would change, else 0."""
    if failed:
        return ExitCode.USAGE
    if mode.check and any(file.changed for file in edited):
        return ExitCode.FINDINGS
    return ExitCode.OK


def _diff_lines(path: str, before: str, after: str) -> Iterator[str]:
    from difflib import unified_diff

    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
