"""Start git, and read what it says."""

import subprocess

from cassette_cli.errors import CassetteError


def run_git(*arguments: str, data: bytes | None = None) -> bytes:
    """What a git command prints. Raises CassetteError with git's own words where it fails."""
    code, output, message = try_git(*arguments, data=data)
    if code != 0:
        lines = message.strip().splitlines() or [f"git {arguments[0]} failed"]
        raise CassetteError(lines[0].removeprefix("fatal: ").removeprefix("error: "))
    return output


def try_git(*arguments: str, data: bytes | None = None) -> tuple[int, bytes, str]:
    """The exit code of a git command, what it prints, and its messages.

    Raises CassetteError where there is no git.
    """
    try:
        done = subprocess.run(  # noqa: S603 -- git, with arguments that it takes as they are
            ["git", "--no-optional-locks", *arguments],  # noqa: S607 -- the one on the PATH
            input=data or b"",
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise CassetteError("git is not installed", hint="compare two files instead") from None
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")
