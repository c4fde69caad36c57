"""Where results go: stdout, plain or for a terminal, through a pager where it is long."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import IO, TYPE_CHECKING, NamedTuple, TextIO

from cassette_cli.commands.shared.options import Color

if TYPE_CHECKING:
    from rich.console import Console

_DEFAULT_WIDTH = 100


class Screen(NamedTuple):
    """How to print for a person: the width in columns, and whether in colour."""

    width: int
    color: bool


def screen_for(color: Color) -> Screen | None:
    """The screen behind stdout; None where it is a pipe or a file, and no colour is asked for."""
    terminal = sys.stdout.isatty()
    forced = color is Color.ALWAYS or (color is Color.AUTO and bool(os.environ.get("FORCE_COLOR")))
    if not terminal and not forced:
        return None
    plain = color is Color.NEVER or (color is Color.AUTO and bool(os.environ.get("NO_COLOR")))
    if os.environ.get("TERM") == "dumb" and not forced:
        plain = True
    import shutil

    return Screen(shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns, forced or not plain)


def console_for(screen: Screen) -> "tuple[Console, StringIO]":
    """A rich console that prints into a string, as the screen wants it."""
    from rich.console import Console

    buffer = StringIO()
    console = Console(
        file=buffer,
        width=screen.width,
        force_terminal=True,
        color_system="standard" if screen.color else None,
        no_color=not screen.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    return console, buffer


@contextmanager
def stdout_or_pager(*, pager: bool) -> Iterator[IO[str]]:
    """Stdout in UTF-8, or the user's pager where stdout is a terminal and a pager is wanted."""
    if isinstance(sys.stdout, TextIO) or hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    command = _pager_command() if pager and sys.stdout.isatty() else None
    if command is None:
        yield sys.stdout
        return
    import subprocess

    # Leaving the pager early is no reason to die: writing to it has to fail instead.
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, encoding="utf-8", env=environment)  # noqa: S603 -- the user's own pager
    try:
        if process.stdin is not None:
            yield process.stdin
    except BrokenPipeError:
        pass  # the pager was left before the end
    finally:
        process.communicate()


def _pager_command() -> list[str] | None:
    import shlex
    import shutil

    wanted = os.environ.get("CASSETTE_PAGER") or os.environ.get("PAGER") or "less"
    command = shlex.split(wanted)
    return command if command and command != ["cat"] and shutil.which(command[0]) else None
