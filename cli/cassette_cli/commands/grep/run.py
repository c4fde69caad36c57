"""The work of `cassette grep`: what matches in each cassette, printed as soon as it is found."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import typer

from cassette_cli.commands.grep.print_matches import FileMatches, Printing, print_matches
from cassette_cli.commands.redact.redaction_settings import RedactionSettings
from cassette_cli.commands.redact.redaction_settings import search_for as search_for_secrets
from cassette_cli.commands.shared.for_each_cassette import for_each_cassette
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.selection import Selection
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.searching.matches import matches_in
from cassette_cli.searching.part_of_call import PartOfCall
from cassette_cli.searching.pattern import Pattern, compile_pattern, search_for


@dataclass(frozen=True, slots=True)
class Grepping:
    """Finds what matches in one cassette, in these parts of these interactions."""

    pattern: Pattern
    parts: frozenset[PartOfCall]
    selection: Selection
    reveal: bool

    def __call__(self, cassette: Cassette) -> FileMatches:
        readings = read_interactions(cassette)
        if readings:
            readings = tuple(readings[at] for at in self.selection.among(cassette))
        secrets = None if self.reveal else search_for_secrets(RedactionSettings(), masked=True)
        found = matches_in(
            cassette.document, readings, search_for(self.pattern), secrets, self.parts
        )
        return FileMatches(cassette.path, found)


def grep_paths(
    paths: Sequence[str], work: Grepping, printing: Printing, jobs: int | None
) -> ExitCode:
    """Print what matches in the cassettes behind the paths: 0 if anything does, else 1.

    Errors of files go to stderr, and make the exit code 2. Raises CassetteError for a pattern that
    is no regular expression.
    """
    compile_pattern(work.pattern)
    results = Results(for_each_cassette(paths, work, jobs))
    any_found = print_matches(results, printing)
    if results.errors:
        return ExitCode.USAGE
    return ExitCode.OK if any_found else ExitCode.FINDINGS


def read_parts(names: Iterable[str]) -> frozenset[PartOfCall]:
    """The parts of these names; all where none is named. Raises typer.BadParameter for others."""
    known = [part.value for part in PartOfCall]
    names = tuple(names)
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise typer.BadParameter(f"no part of a call is called {name!r}: {meant}")
    return frozenset(map(PartOfCall, names or known))
