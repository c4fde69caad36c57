"""`cassette redact`: takes secrets out of cassettes, in place."""

from enum import StrEnum
from typing import Annotated

import typer

from cassette_cli.commands.shared.options import (
    DEFAULT_CLASSES,
    Backup,
    Check,
    Classes,
    Color,
    ColorOption,
    ConfigFile,
    Diff,
    IgnoreRules,
    Isolated,
    Jobs,
    MatchOn,
    Paths,
    PerFileIgnore,
    RecorderOption,
    SelectRules,
    SkipOthers,
    TextOrJsonOption,
    WhereOption,
    required,
    split_names,
)
from cassette_cli.commands.shared.output_format import TextOrJson
from cassette_cli.commands.shared.selection import read_selection


class RecorderName(StrEnum):
    """The recorders that can be told what to redact."""

    GO_VCR = "go-vcr"
    VCRPY = "vcrpy"
    VCR = "vcr"


def redact(
    paths: Paths = None,
    header: Annotated[
        list[str] | None,
        typer.Option("--header", metavar="NAME", help="Redact this header as well. Repeatable."),
    ] = None,
    query: Annotated[
        list[str] | None,
        typer.Option(
            "--query",
            metavar="NAME",
            help="Redact this query or form parameter as well. Repeatable.",
        ),
    ] = None,
    body_path: Annotated[
        list[str] | None,
        typer.Option(
            "--body-path",
            metavar="JSONPATH",
            help="Redact these members of JSON bodies as well: $.user.email, $..token. Repeatable.",
        ),
    ] = None,
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            "--pattern",
            metavar="REGEX",
            help="Redact what matches as well, or only its group `(?P<secret>…)`. Repeatable.",
        ),
    ] = None,
    value_from_env: Annotated[
        list[str] | None,
        typer.Option(
            "--value-from-env",
            metavar="VAR",
            help="Redact the value of this environment variable as well. Repeatable.",
        ),
    ] = None,
    select: SelectRules = None,
    ignore: IgnoreRules = None,
    classes: Classes = DEFAULT_CLASSES,
    placeholder: Annotated[
        str | None,
        typer.Option(
            "--placeholder",
            metavar="TEXT",
            help="What to put in the place of a secret. [default: REDACTED]",
        ),
    ] = None,
    recorder: RecorderOption = None,
    match_on: MatchOn = None,
    where: WhereOption = None,
    *,
    per_file_ignore: PerFileIgnore = None,
    check: Check = False,
    diff: Diff = False,
    backup: Backup = False,
    print_recorder_config: Annotated[
        RecorderName | None,
        typer.Option(
            "--print-recorder-config",
            help="Write nothing; print the code that makes this recorder redact the same.",
        ),
    ] = None,
    skip_others: SkipOthers = False,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="Print counts by rule (places, distinct values, rule)."),
    ] = False,
    output_format: TextOrJsonOption = TextOrJson.TEXT,
    color: ColorOption = Color.AUTO,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Remove secrets from cassettes, and touch nothing else.

    Headers, URLs, forms and bodies are searched under all their layers: base64, compression,
    streams, JSON in strings. A secret that a stream splits over several deltas is found whole.
    --header, --query, --body-path, --pattern and --value-from-env add to the rules, which
    `cassette rules` lists. The comment `# cassette: ignore[rule-id]`, on the line of a value or
    on the line above, keeps the value.
    """
    from cassette_cli.commands.redact import recorder_config
    from cassette_cli.commands.redact.print_findings import FindingsFormat
    from cassette_cli.commands.redact.redaction_settings import RedactionSettings
    from cassette_cli.commands.redact.run import redact_paths
    from cassette_cli.commands.shared.edit_in_place import WriteMode
    from cassette_cli.commands.shared.per_file_ignores import read_per_file_ignores, rules_alone
    from cassette_cli.recorders.matching import Matching

    settings = RedactionSettings(
        headers=tuple(header or ()),
        query=tuple(query or ()),
        body_paths=tuple(body_path or ()),
        patterns=tuple(pattern or ()),
        variables=tuple(value_from_env or ()),
        select=split_names(select),
        ignore=split_names(ignore),
        classes=split_names(classes) or ("credential",),
        placeholder=placeholder,
        per_file=rules_alone(read_per_file_ignores(per_file_ignore or ())),
    )
    files = required(paths)
    if print_recorder_config is not None:
        name = print_recorder_config.value
        raise typer.Exit(
            recorder_config.print_recorder_config(
                files, settings, name, jobs, skip_others=skip_others
            )
        )
    matching = Matching(recorder, split_names(match_on))
    mode = WriteMode(check, diff, backup)
    findings_format = FindingsFormat(output_format is TextOrJson.JSON, color, statistics)
    raise typer.Exit(
        redact_paths(
            files,
            settings,
            matching,
            mode,
            findings_format,
            jobs,
            selection=read_selection((), where),
            skip_others=skip_others,
        )
    )


COMMAND = redact
