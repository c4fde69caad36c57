"""`cassette validate`: a linter for recordings."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cassette_cli.commands.shared.options import (
    DEFAULT_CLASSES,
    Classes,
    Color,
    ColorOption,
    ConfigFile,
    IgnoreChecks,
    Isolated,
    Jobs,
    Paths,
    PerFileIgnore,
    SelectChecks,
    SkipOthers,
    required,
)
from cassette_cli.finding import Severity


class ReportFormat(StrEnum):
    """How `validate` prints what it found."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


class FailOn(StrEnum):
    """The least severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def validate(
    paths: Paths = None,
    select: SelectChecks = None,
    ignore: IgnoreChecks = None,
    *,
    fix: Annotated[
        bool, typer.Option("--fix", help="Fix what is fixable, in place; report the rest.")
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The least severity that makes the exit code 1.")
    ] = FailOn.WARNING,
    output_format: Annotated[
        ReportFormat,
        typer.Option(
            "--output-format",
            metavar="FORMAT",
            help="How to print: text, json, github, sarif or junit.",
        ),
    ] = ReportFormat.TEXT,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="FILE", help="Leave out the findings that this file lists."
        ),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline",
            metavar="FILE",
            help="Write all findings to this file, and do not fail for them.",
        ),
    ] = None,
    per_file_ignore: PerFileIgnore = None,
    classes: Classes = DEFAULT_CLASSES,
    skip_others: SkipOthers = False,
    color: ColorOption = Color.AUTO,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Check that recordings are sound: structure, bodies, streams, meaning, leaks.

    `cassette checks` explains each check. A comment on the line of a finding, or on the line
    above, silences a check there: # cassette: ignore[check-id]
    """
    from cassette_cli.commands.validate.check_settings import read_check_settings
    from cassette_cli.commands.validate.run import Validation, validate_paths

    validation = Validation(
        settings=read_check_settings(select, ignore, per_file_ignore, classes),
        fail_on=Severity[fail_on.name],
        baseline=baseline,
        write_baseline=write_baseline,
        fix=fix,
        skip_others=skip_others,
    )
    raise typer.Exit(validate_paths(required(paths), validation, output_format, color, jobs))


COMMAND = validate
