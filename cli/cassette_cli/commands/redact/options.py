"""`cassette redact`: takes secrets out of cassettes, in place."""

from enum import StrEnum
from typing import Annotated

import typer

from cassette_cli.commands.shared.configuration import ConfigFile, Isolated
from cassette_cli.commands.shared.options import (
    Classes,
    Color,
    ColorOption,
    Jobs,
    Paths,
    SkipOthers,
    required,
)
from cassette_cli.commands.shared.writing import Backup, Check, Diff, WriteMode


class OutputFormat(StrEnum):
    """How `redact` prints what it found."""

    TEXT = "text"
    JSON = "json"


class RecorderName(StrEnum):
    """The recorders that can be told what to redact."""

    GO_VCR = "go-vcr"
    VCRPY = "vcrpy"
    VCR = "vcr"


def redact(
    paths: Paths = None,
    header: Annotated[
        list[str] | None,
        typer.Option("--header", metavar="NAME", help="A header to redact, too. Repeatable."),
    ] = None,
    query: Annotated[
        list[str] | None,
        typer.Option(
            "--query", metavar="NAME", help="A query or form parameter to redact, too. Repeatable."
        ),
    ] = None,
    body_path: Annotated[
        list[str] | None,
        typer.Option(
            "--body-path",
            metavar="JSONPATH",
            help="Members of JSON bodies to redact, too: $.user.email, $..token. Repeatable.",
        ),
    ] = None,
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            "--pattern",
            metavar="REGEX",
            help="Redact what matches, too, or its group `(?P<secret>…)`. Repeatable.",
        ),
    ] = None,
    value_from_env: Annotated[
        list[str] | None,
        typer.Option(
            "--value-from-env",
            metavar="VAR",
            help="Redact the value of this environment variable, too. Repeatable.",
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE,…", help="Only these rules. Repeatable."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULE,…", help="Not these rules. Repeatable."),
    ] = None,
    classes: Classes = None,
    placeholder: Annotated[
        str | None,
        typer.Option(
            "--placeholder",
            metavar="TEXT",
            help="What stands in the place of a secret. [default: REDACTED]",
        ),
    ] = None,
    *,
    per_file_ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--per-file-ignore",
            metavar="GLOB:RULE,…",
            help="Not these checks or redaction rules, in these files. Repeatable.",
        ),
    ] = None,
    check: Check = False,
    diff: Diff = False,
    backup: Backup = False,
    print_recorder_config: Annotated[
        RecorderName | None,
        typer.Option(
            "--print-recorder-config",
            help="Write nothing; print the code that has this recorder redact the same.",
        ),
    ] = None,
    skip_others: SkipOthers = False,
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            "--output-format", metavar="FORMAT", help="How to print what was found: text or json."
        ),
    ] = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Take secrets out of cassettes, and touch nothing else.

    Headers, URLs, forms and bodies are searched under all of their layers: base64, compression,
    streams, JSON in strings. A secret that a stream cuts into deltas is found in the whole.
    --header, --query, --body-path, --pattern and --value-from-env add to the rules, which
    `cassette rules` lists. The comment `# cassette: ignore[rule-id]` keeps a value, on its line
    or on the line above it.
    """
    from cassette_cli.commands.redact import run as redacting
    from cassette_cli.commands.shared.redaction_options import Wanted, per_file_ignores

    wanted = Wanted(
        headers=tuple(header or ()),
        query=tuple(query or ()),
        body_paths=tuple(body_path or ()),
        patterns=tuple(pattern or ()),
        variables=tuple(value_from_env or ()),
        select=_names(select),
        ignore=_names(ignore),
        classes=_names(classes) or ("credential",),
        placeholder=placeholder,
        per_file=per_file_ignores(per_file_ignore or ()),
    )
    files = required(paths)
    if print_recorder_config is not None:
        recorder = print_recorder_config.value
        raise typer.Exit(
            redacting.print_recorder_config(files, wanted, recorder, jobs, skip_others=skip_others)
        )
    mode = WriteMode(check, diff, backup)
    reporting = redacting.Reporting(output_format is OutputFormat.JSON, color)
    raise typer.Exit(
        redacting.redact_paths(files, wanted, mode, reporting, jobs, skip_others=skip_others)
    )


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )
