"""The work of `cassette validate`: findings of all files, printed in the format asked for."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cassette_cli.checks.baseline import read_baseline, without_known, write_baseline
from cassette_cli.checks.engine import CheckSettings, check_cassette
from cassette_cli.checks.fixes import fixes
from cassette_cli.commands.shared.inputs import report_error, run_with_source
from cassette_cli.commands.shared.options import Color
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


@dataclass(frozen=True, slots=True)
class Checking:
    """Checks one cassette, after fixing what can be fixed where that is wanted."""

    settings: CheckSettings
    fix: bool

    def __call__(self, source: Source, cassette: Cassette) -> tuple[Finding, ...]:
        if self.fix:
            intents = fixes(cassette, self.settings)
            if intents:
                document = apply(cassette.document, intents)
                write(source, document.text)
                cassette = read_cassette(document)
        return check_cassette(cassette, self.settings)


def validate_paths(
    paths: Sequence[str],
    validation: Validation,
    output_format: str,
    color: Color,
    jobs: int | None,
) -> ExitCode:
    """Check the cassettes behind the paths; errors go to stderr, and make the exit code 2.

    Raises CassetteError for a baseline that is none, and where there is nothing to write a fix to.
    """
    if validation.fix and STDIN in paths:
        raise CassetteError(
            "--fix has no file to write to", where=STDIN, hint="`cassette rewrite --fix -` does it"
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
    files: list[str] = []
    findings: list[Finding] = []
    errors: list[CassetteError] = []
    work = Checking(validation.settings, validation.fix)
    for outcome in run_with_source(paths, work, jobs, skip_others=validation.skip_others):
        if outcome.error is not None:
            errors.append(outcome.error)
            report_error(outcome.error)
        if outcome.result is not None:
            files.append(outcome.path)
            findings += outcome.result
    return Report(tuple(files), tuple(findings), tuple(errors))


def _read_known(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    return read_baseline(str(path), read_text(str(path)))
