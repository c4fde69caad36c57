"""The command line: the commands, and what errors mean for the exit code."""

import errno
import gc
import os
import signal
import sys
import traceback
from typing import Annotated, ClassVar

import typer

from cassette_cli.commands.shared.lazy_group import ENVIRONMENT_PREFIX, LazyGroup
from cassette_cli.commands.shared.print_error import print_error
from cassette_cli.errors import CassetteError, ExitCode, reason_of
from cassette_cli.version import __version__

ISSUES_URL = "https://github.com/cassette-cli/cassette/issues"
_GC_THRESHOLD = 200_000
# Files that are named on the command line have errors of their own.
_OUTPUT_FAILS = frozenset((errno.ENOSPC, errno.EFBIG, errno.EIO))


class Commands(LazyGroup):
    """All commands, in the order of the help."""

    names: ClassVar = (
        "show",
        "list",
        "diff",
        "grep",
        "redact",
        "rewrite",
        "validate",
        "edit",
        "why",
        "convert",
        "git",
        "textconv",
        "rules",
        "checks",
        "config",
    )


app = typer.Typer(
    name="cassette",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={
        "help_option_names": ["-h", "--help"],
        "auto_envvar_prefix": ENVIRONMENT_PREFIX,
    },
    help="Read, compare, redact, validate and edit recorded HTTP interactions (cassettes).",
    epilog=(
        "Exit codes: 0 fine, 1 findings or differences, 2 wrong usage or unreadable input, "
        "3 a bug in cassette, 130 interrupted. "
        "Every option can be set in the configuration or as CASSETTE_COMMAND_OPTION; "
        "see `cassette config`."
    ),
)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"cassette {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "-V",
            "--version",
            help="Print the version and exit.",
            is_eager=True,
            callback=_print_version,
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the program, and turn what goes wrong into a message and an exit code."""
    # A document is many small tuples without cycles: looking for them takes a quarter of the time.
    gc.set_threshold(_GC_THRESHOLD)
    _follow_signals()
    try:
        try:
            app(prog_name="cassette")
        finally:
            sys.stdout.flush()
    except Exception as error:  # noqa: BLE001 -- whatever is no error of the user's is a bug of ours
        sys.exit(_report(error))


def _report(error: Exception) -> ExitCode:
    match error:
        case CassetteError():
            print_error(error)
            return ExitCode.USAGE
        case OSError() if error.errno in _OUTPUT_FAILS:
            # What is still to be written would fail once more at the end of the process.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            print_error(CassetteError(f"the output cannot be written: {reason_of(error)}"))
            return ExitCode.USAGE
    traceback.print_exception(error)
    typer.echo(f"\nThis is a bug in cassette. Please report it: {ISSUES_URL}", err=True)
    typer.echo(_platform(), err=True)
    return ExitCode.BUG


def _platform() -> str:
    """What a report of a bug has to name: `cassette 0.1.0, Python 3.11.7, Linux`."""
    import platform  # noqa: PLC0415 -- on use: it takes a millisecond to import

    return f"cassette {__version__}, Python {platform.python_version()}, {platform.system()}"


def _follow_signals() -> None:
    """End as other tools do, when the reader of our output is gone, and on Ctrl-C."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, lambda *_: sys.exit(ExitCode.INTERRUPTED))
