"""The work of `cassette validate`: findings of all files, printed in the format asked for."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cassette_cli.checks.baseline import read_baseline, without_known, write_baseline
from cassette_cli.checks.engine import CheckSettings, check_cassette
from cassette_cli.checks.fixes import fixes
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.validate.print_report import print_report
from cassette_cli.document import apply
from cassette_cli.errors import CassetteError, ExitCode
from cassette_cli.files import STDIN, Source, create, read_text, write
from cassette_cli.finding import Finding, Severity
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from cassette_cli.render.reports.report import Report, summary


@dataclass(frozen=True, slots=True)
class Validation:
    """What to check, what of it to leave out or to fix, and when to fail."""

    settings: CheckSettings
    fail_on: Severity
    baseline: Path | None = None
    write_baseline: Path | None = None
    fix: bool = False
    skip_others: bool = False


class Checked(NamedTuple):
    """What was found in one file."""

    path: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Checking:
    """Checks one cassette, after fixing what can be fixed where that is wanted."""

    settings: CheckSettings
    fix: bool

    def __call__(self, source: Source, cassette: Cassette) -> Checked:
        if self.fix:
            intents = fixes(cassette, self.settings)
            if intents:
                document = apply(cassette.document, intents)
                write(source, document.text)
                cassette = read_cassette(document)
        return Checked(source.path, check_cassette(cassette, self.settings))


def validate_paths(
    paths: Sequence[str],
    validation: Validation,
    output_format: str,
    color: Color,
    jobs: int | None,
) -> ExitCode:
    """Check the cassettes behind the paths; errors go to stderr, and make the exit code 2.

    Raises CassetteError for a baseline that cannot be read, and for a fix of standard input.
    """
    if validation.fix and STDIN in paths:
        raise CassetteError(
            "--fix has no file to write to", where=STDIN, hint="use `cassette rewrite --fix -`"
        )
    known = _read_known(validation.baseline)
    report = _check(paths, validation, jobs)
    if validation.write_baseline is not None:
        create(str(validation.write_baseline), write_baseline(report.findings), force=True)
    report = Report(report.files, without_known(report.findings, known), report.errors)
    print_report(report, output_format, color, validation.fail_on)
    sys.stderr.write(f"{summary(report)}\n")
    if report.errors:
        return ExitCode.USAGE
    failed = report.worst is not None and report.worst >= validation.fail_on
    return ExitCode.FINDINGS if failed and not validation.write_baseline else ExitCode.OK


def _check(paths: Sequence[str], validation: Validation, jobs: int | None) -> Report:
    work = Checking(validation.settings, validation.fix)
    results = Results(for_each_source(paths, work, jobs, skip_others=validation.skip_others))
    checked = list(results)
    findings = tuple(finding for file in checked for finding in file.findings)
    return Report(tuple(file.path for file in checked), findings, tuple(results.errors))


def _read_known(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    return read_baseline(str(path), read_text(str(path)))
