"""What became of each file that a command worked on, and of the run over all of them."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from cassette_cli.commands.shared.print_error import print_error
from cassette_cli.errors import CassetteError, ExitCode

T = TypeVar("T")


class Outcome(NamedTuple, Generic[T]):
    """What became of one file: a result, an error, or neither where it was passed over."""

    path: str
    result: T | None = None
    error: CassetteError | None = None


class Results(Generic[T]):
    """Iterates over the results among outcomes; errors are printed as they come, and kept."""

    def __init__(self, outcomes: Iterable[Outcome[T]]) -> None:
        self._outcomes = outcomes
        self.errors: list[CassetteError] = []

    def __iter__(self) -> Iterator[T]:
        for outcome in self._outcomes:
            if outcome.error is not None:
                self.fail(outcome.error)
            if outcome.result is not None:
                yield outcome.result

    def fail(self, error: CassetteError) -> None:
        """Print an error of a file, and remember it for the exit code."""
        self.errors.append(error)
        print_error(error)

    @property
    def exit_code(self) -> ExitCode:
        """2 where a file could not be done, else 0."""
        return ExitCode.USAGE if self.errors else ExitCode.OK
