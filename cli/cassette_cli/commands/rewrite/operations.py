"""The work of `cassette rewrite`: the operations that were asked for, and where results go."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.checks.catalogue import checks
from cassette_cli.checks.engine import CheckSettings
from cassette_cli.checks.fixes import fixes
from cassette_cli.commands.shared.edit_in_place import EditInPlace, WriteMode, exit_code, summary
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.selection import Selection
from cassette_cli.document import Intent
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette
from cassette_cli.render.safe_text import safe_line
from cassette_cli.rewriting.decompress import decompress
from cassette_cli.rewriting.dedupe import drop_duplicates
from cassette_cli.rewriting.drop_header import drop_header
from cassette_cli.rewriting.fix import fix
from cassette_cli.rewriting.header_target import read_setting, read_target
from cassette_cli.rewriting.interactions import keep_interactions
from cassette_cli.rewriting.literal_bodies import make_bodies_literal
from cassette_cli.rewriting.operation import Operation, Step, rewrite
from cassette_cli.rewriting.replace_text import read_replacement, replace_text
from cassette_cli.rewriting.set_header import set_header

Notes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done, as the command line says it."""

    keep: Selection | None = None
    drop: Selection | None = None
    dedupe: bool = False
    fix: bool = False
    decompress: bool = False
    replace: tuple[str, ...] = ()
    drop_header: tuple[str, ...] = ()
    set_header: tuple[str, ...] = ()
    literal_bodies: bool = False

    def operations(self) -> Iterator[Operation]:
        """The operations in the order in which they are made.

        Raises CassetteError for what is written in a wrong way.
        """
        if self.keep is not None or self.drop is not None:
            yield self.select
        if self.dedupe:
            yield drop_duplicates
        if self.fix:
            yield fix(_fixes)
        if self.decompress:
            yield decompress
        yield from (replace_text(*read_replacement(text)) for text in self.replace)
        yield from (drop_header(read_target(text)) for text in self.drop_header)
        yield from (set_header(*read_setting(text)) for text in self.set_header)
        if self.literal_bodies:
            yield make_bodies_literal

    def select(self, cassette: Cassette) -> Step:
        """Keep what was selected. Raises SelectionError where a cassette has none of it."""
        count = len(cassette.interactions)
        kept = set((self.keep or Selection()).of(count, cassette.path))
        if self.drop is not None:
            kept -= set(self.drop.of(count, cassette.path))
        return keep_interactions(kept)(cassette)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Rewrites one cassette."""

    asked: Asked

    def __call__(self, cassette: Cassette) -> tuple[str, Notes]:
        rewritten = rewrite(cassette, self.asked.operations())
        return rewritten.text, rewritten.notes


def rewrite_paths(
    paths: Sequence[str], asked: Asked, mode: WriteMode, jobs: int | None
) -> ExitCode:
    """Rewrite the cassettes behind the paths, and say what happened to them."""
    operations = list(asked.operations())  # what is wrong with the options is said once
    results = Results(for_each_source(paths, EditInPlace(Rewriting(asked), mode), jobs))
    edited = []
    for file in results:
        edited.append(file)
        report_notes(file.path, file.value)
    failed = len(results.errors)
    mode.report_stream(paths).write("".join(file.diff for file in edited))
    nothing = "" if operations else "nothing was asked for; "
    sys.stderr.write(f"{nothing}{summary(edited, mode, failed)}\n")
    return exit_code(edited, mode, failed)


def report_notes(path: str, notes: Notes) -> None:
    """Print what operations have to tell about a file."""
    for note in notes:
        sys.stderr.write(f"{safe_line(path)}: {note}\n")


def _fixes(cassette: Cassette) -> list[Intent]:
    fixable = tuple(check.id for check in checks() if check.fixable)
    return fixes(cassette, CheckSettings(select=fixable))
