"""Edit files in place: what becomes of an edited text, and the line that sums it up."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TextIO, TypeVar

from cassette_cli.commands.shared.unified_diff import unified_diff
from cassette_cli.counted import counted
from cassette_cli.errors import ExitCode
from cassette_cli.files import STDIN, Source, display_name, write
from cassette_cli.model import Cassette

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WriteMode:
    """What becomes of an edited text: it is written, unless it is only checked or shown."""

    check: bool = False
    diff: bool = False
    backup: bool = False

    @property
    def writes(self) -> bool:
        return not self.check and not self.diff

    def report_stream(self, paths: Sequence[str]) -> TextIO:
        """Where to report: stderr, if stdout is for the text of a file that came from stdin."""
        return sys.stderr if STDIN in paths and self.writes else sys.stdout


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
class EditInPlace(Generic[T]):
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
            diff = unified_diff(source.path.lstrip("/"), before, text)
        return Edited(source.path, changed, diff, value)


def summary(edited: Sequence[Edited[T]], mode: WriteMode, failed: int = 0) -> str:
    """What happened to how many files: `2 files rewritten, 5 left unchanged, 1 failed`."""
    changed = sum(file.changed for file in edited)
    verb = "rewritten" if mode.writes else "would be rewritten"
    failures = f", {failed} failed" if failed else ""
    return f"{counted(changed, 'file')} {verb}, {len(edited) - changed} left unchanged{failures}"


def exit_code(edited: Sequence[Edited[T]], mode: WriteMode, failed: int = 0) -> ExitCode:
    """2 where a file could not be done, 1 where --check found what would change, else 0."""
    if failed:
        return ExitCode.USAGE
    if mode.check and any(file.changed for file in edited):
        return ExitCode.FINDINGS
    return ExitCode.OK
