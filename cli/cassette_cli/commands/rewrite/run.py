"""The work of `cassette rewrite`: make the steps that were asked for, and write the results."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.commands.rewrite.steps import Asked
from cassette_cli.commands.shared.edit_in_place import EditInPlace, WriteMode, exit_code, summary
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette
from cassette_cli.render.safe_text import safe_line
from cassette_cli.rewriting.rewrite import rewrite

Notes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Rewrites one cassette."""

    asked: Asked

    def __call__(self, cassette: Cassette) -> tuple[str, Notes]:
        rewritten = rewrite(cassette, self.asked.steps_for(cassette))
        return rewritten.text, rewritten.notes


def rewrite_paths(
    paths: Sequence[str], asked: Asked, mode: WriteMode, jobs: int | None
) -> ExitCode:
    """Rewrite the cassettes behind the paths, and say what happened to them."""
    results = Results(for_each_source(paths, EditInPlace(Rewriting(asked), mode), jobs))
    edited = []
    for file in results:
        edited.append(file)
        report_notes(file.path, file.value)
    failed = len(results.errors)
    mode.report_stream(paths).write("".join(file.diff for file in edited))
    nothing = "" if asked.selects or asked.steps else "nothing was asked for; "
    sys.stderr.write(f"{nothing}{summary(edited, mode, failed)}\n")
    return exit_code(edited, mode, failed)


def report_notes(path: str, notes: Notes) -> None:
    """Print what steps have to tell about a file."""
    for note in notes:
        sys.stderr.write(f"{safe_line(path)}: {note}\n")
