"""Stdout in UTF-8, through the user's pager where that is wanted."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


@contextmanager
def stdout_or_pager(*, pager: bool) -> Iterator[IO[str]]:
    """Stdout in UTF-8, or the user's pager where stdout is a terminal and a pager is wanted."""
    write_utf_8()
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


def write_utf_8() -> None:
    """Have stdout take any text, whatever encoding the locale names."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _pager_command() -> list[str] | None:
    import shlex
    import shutil

    if os.environ.get("TERM") == "dumb":
        return None
    wanted = os.environ.get("CASSETTE_PAGER") or os.environ.get("PAGER") or "less"
    command = shlex.split(wanted)
    return command if command and command != ["cat"] and shutil.which(command[0]) else None
