"""The work of `cassette rewrite`: make the steps that were asked for, and write the results."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.commands.rewrite.steps import Asked
from cassette_cli.commands.shared.edit_in_place import EditInPlace, WriteMode, exit_code, summary
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.report_edit import Report, print_report, report_of
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette
from cassette_cli.rewriting.rewrite import rewrite


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Rewrites one cassette."""

    asked: Asked

    def __call__(self, cassette: Cassette) -> tuple[str, Report]:
        rewritten = rewrite(cassette, self.asked.steps_for(cassette))
        return rewritten.text, report_of(cassette, rewritten, self.asked.matching)


def rewrite_paths(
    paths: Sequence[str], asked: Asked, mode: WriteMode, jobs: int | None
) -> ExitCode:
    """Rewrite the cassettes behind the paths, and say what happened to them."""
    results = Results(for_each_source(paths, EditInPlace(Rewriting(asked), mode), jobs))
    edited = []
    for file in results:
        edited.append(file)
        print_report(file, mode)
    failed = len(results.errors)
    mode.report_stream(paths).write("".join(file.diff for file in edited))
    nothing = "" if asked.selects or asked.steps else "nothing was asked for; "
    sys.stderr.write(f"{nothing}{summary(edited, mode, failed)}\n")
    return exit_code(edited, mode, failed)
