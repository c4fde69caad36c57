"""The work of `cassette validate`: findings of all files, printed in the format asked for."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cassette_cli.checks.baseline import read_baseline, without_known, write_baseline
from cassette_cli.checks.catalogue import choose
from cassette_cli.checks.engine import CheckSettings, check_cassette
from cassette_cli.checks.fixes import fixes
from cassette_cli.commands.inputs import report_error, run_with_source
from cassette_cli.commands.options import Color
from cassette_cli.commands.output import console_for, screen_for, stdout_or_pager
from cassette_cli.document.patch import apply
from cassette_cli.errors import CassetteError, ExitCode
from cassette_cli.files import Source, write
from cassette_cli.finding import Finding, Severity
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.ignores import read_per_file
from cassette_cli.model import Cassette
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.render.report import Report, summary


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
        if self.fix and cassette.document is not None:
            intents = fixes(cassette, self.settings)
            if intents:
                document = apply(cassette.document, intents)
                write(source, document.text)
                cassette = read_cassette(document)
        return check_cassette(cassette, self.settings)


def read_check_settings(
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    per_file: Sequence[str] | None,
    classes: Sequence[str] | None,
) -> CheckSettings:
    """The settings that the options spell. Raises CassetteError for what they cannot mean."""
    settings = CheckSettings(
        select=_names(select),
        ignore=_names(ignore),
        per_file=_per_file(per_file or ()),
        secret_classes=_classes(_names(classes) or (SecretClass.CREDENTIAL.value,)),
        root=os.getcwd(),  # noqa: PTH109 -- paths are strings here
    )
    choose(settings.select, settings.ignore)
    return settings


def validate_paths(
    paths: Sequence[str],
    validation: Validation,
    output_format: str,
    color: Color,
    jobs: int | None,
) -> ExitCode:
    """Check the cassettes behind the paths; errors go to stderr, and make the exit code 2."""
    known = _read_known(validation.baseline)
    report = _check(paths, validation, jobs)
    if validation.write_baseline is not None:
        validation.write_baseline.write_text(write_baseline(report.findings), encoding="utf-8")
    report = Report(report.files, without_known(report.findings, known), report.errors)
    _print(report, output_format, color, validation.fail_on)
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


def _print(report: Report, output_format: str, color: Color, fail_on: Severity) -> None:
    with stdout_or_pager(pager=False) as out:
        if output_format != "text":
            out.write(_render(report, output_format))
            return
        # Notes are many, and nothing is wrong: people see them where they fail the run.
        shown = tuple(
            finding
            for finding in report.findings
            if finding.severity >= min(fail_on, Severity.WARNING)
        )
        out.write(_text(Report(report.files, shown), color))


def _render(report: Report, output_format: str) -> str:
    match output_format:
        case "github":
            from cassette_cli.render.report_github import github_report

            return github_report(report)
        case "sarif":
            from cassette_cli.render.report_sarif import sarif_report

            return sarif_report(report)
        case "junit":
            from cassette_cli.render.report_junit import junit_report

            return junit_report(report)
    from cassette_cli.render.report_json import json_report

    return json_report(report)


def _text(report: Report, color: Color) -> str:
    screen = screen_for(color)
    if screen is None:
        from cassette_cli.render.report_text import text_report

        return text_report(report)
    from cassette_cli.render.report_terminal import print_report

    console, buffer = console_for(screen)
    print_report(console, report)
    return buffer.getvalue()


def _names(values: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )


def _per_file(values: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    try:
        return read_per_file(values)
    except ValueError as error:
        raise CassetteError(
            f"{str(error)!r} is no exception", hint="write it as GLOB:CHECK,CHECK"
        ) from None


def _classes(names: Sequence[str]) -> tuple[SecretClass, ...]:
    try:
        return tuple(map(SecretClass, names))
    except ValueError as error:
        raise CassetteError(str(error), hint="classes are credential and identifier") from None


def _read_known(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    try:
        return read_baseline(str(path), path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CassetteError(f"cannot be read: {error}", where=str(path)) from None
