"""The user's editor, and the draft that it is given."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cassette_cli.errors import CassetteError, reason_of

_VARIABLES = ("VISUAL", "EDITOR")
_USUAL = ("vi", "nano")
# Editors that draw on the terminal, and wait for keys for ever where there is none.
_ON_TERMINAL = frozenset(("vi", "vim", "nvim", "view", "nano", "pico", "micro", "hx", "joe", "mg"))
_HINT = "set $VISUAL or $EDITOR, or edit without an editor: --set PATH=VALUE"


@dataclass(frozen=True, slots=True)
class Editor:
    """A command that gets the path of a file, and ends when the user is done with it."""

    command: tuple[str, ...]

    def open(self, draft: Path) -> None:
        """Have the draft edited. Raises CassetteError where the editor fails."""
        try:
            with _interrupts_ignored():
                code = subprocess.run([*self.command, str(draft)], check=False).returncode  # noqa: S603 -- the user's own editor
        except OSError as error:
            raise self._failure(reason_of(error)) from None
        if code != 0:
            raise self._failure(f"exit code {code}")

    def _failure(self, reason: str) -> CassetteError:
        return CassetteError(
            f"the editor `{shlex.join(self.command)}` failed: {reason}",
            hint="nothing was written; run it again, or set $VISUAL or $EDITOR",
        )


def find_editor() -> Editor:
    """The editor that the user chose, or a usual one.

    Raises CassetteError where there is none, or none that can be used here.
    """
    command = _chosen() or next(((name,) for name in _USUAL if shutil.which(name)), None)
    if command is None:
        raise CassetteError("no editor was found", hint=_HINT)
    if shutil.which(command[0]) is None:
        raise CassetteError(f"the editor `{command[0]}` was not found", hint=_HINT)
    if Path(command[0]).name in _ON_TERMINAL and not sys.stdin.isatty():
        raise CassetteError(
            f"the editor `{command[0]}` needs a terminal, and standard input is not one", hint=_HINT
        )
    return Editor(command)


@contextmanager
def new_draft(suffix: str) -> Iterator[Path]:
    """A file of the user's own, which is gone afterwards, unless an error names it as kept."""
    handle, name = tempfile.mkstemp(prefix="cassette-", suffix=suffix)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    except KeptDraftError:
        raise
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    draft.unlink(missing_ok=True)


class KeptDraftError(CassetteError):
    """The edited text could not be put back; the file that holds it stays."""


def write_draft(draft: Path, text: str) -> None:
    """Fill a draft; half characters, which JSON may hold, come back as they were."""
    draft.write_bytes(text.encode("utf-8", "surrogatepass"))


def read_draft(draft: Path) -> str:
    """The text of a draft. Raises CassetteError where it is gone, or no text any more."""
    try:
        return draft.read_bytes().decode("utf-8", "surrogatepass")
    except OSError as error:
        raise CassetteError(f"the edited text cannot be read: {reason_of(error)}") from None
    except UnicodeDecodeError:
        raise CassetteError("the edited text is not UTF-8") from None


def _chosen() -> tuple[str, ...] | None:
    for variable in _VARIABLES:
        try:
            command = shlex.split(os.environ.get(variable, ""))
        except ValueError as error:
            raise CassetteError(
                f"${variable} is not a command: {str(error).lower()}", hint=_HINT
            ) from None
        if command:
            return tuple(command)
    return None


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl-C in an editor is the editor's; a handler, unlike ignoring, is not inherited by it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
