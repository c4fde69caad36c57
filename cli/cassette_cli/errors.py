"""The errors that the program reports to its user, and the exit codes of the contract."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns: findings are 1, unusable input is 2, a bug of ours is 3."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


class CassetteError(Exception):
    """Something the user can act on; `main()` prints it and exits with 2.

    `where` is a place such as `chat.yaml:41`, `hint` says what to do about it.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling between worker processes.
        return _rebuild, (type(self), self.message, self.where, self.hint)


class ParseError(CassetteError):
    """The text of a file is no YAML or JSON, or is built to do harm."""


class FormatError(CassetteError):
    """The document parses, but no recorder writes such a file."""


class EditError(CassetteError):
    """An edit that cannot be made, or cannot be proven to change only what was asked."""


def reason_of(error: OSError) -> str:
    """Why the system refused, as the end of a message: `permission denied`."""
    return (error.strerror or str(error)).lower()


def _rebuild(kind: type[CassetteError], message: str, where: str, hint: str) -> CassetteError:
    return kind(message, where=where, hint=hint)
