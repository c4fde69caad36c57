"""`cassette redact`: takes secrets out of cassettes, in place."""

from enum import StrEnum
from typing import Annotated

import typer

from cassette_cli.commands.configuration import ConfigFile, Isolated
from cassette_cli.commands.editing import Backup, Check, Diff, WriteMode
from cassette_cli.commands.options import Jobs, Paths, required


class OutputFormat(StrEnum):
    """How `redact` prints what it found."""

    TEXT = "text"
    JSON = "json"


def redact(
    paths: Paths = None,
    header: Annotated[
        list[str] | None, typer.Option("--header", metavar="NAME", help="A header to redact, too.")
    ] = None,
    query: Annotated[
        list[str] | None,
        typer.Option("--query", metavar="NAME", help="A query or form parameter to redact, too."),
    ] = None,
    body_path: Annotated[
        list[str] | None,
        typer.Option(
            "--body-path",
            metavar="JSONPATH",
            help="Members of JSON bodies: $.user.email, $..token.",
        ),
    ] = None,
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            "--pattern", metavar="REGEX", help="What matches, or its group (?P<secret>…)."
        ),
    ] = None,
    value_from_env: Annotated[
        list[str] | None,
        typer.Option(
            "--value-from-env", metavar="VAR", help="The value of this environment variable."
        ),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="RULE", help="Only these rules.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules.")
    ] = None,
    classes: Annotated[
        list[str] | None,
        typer.Option(
            "--class",
            metavar="CLASS",
            help="credential, identifier, or both. [default: credential]",
        ),
    ] = None,
    placeholder: Annotated[
        str | None,
        typer.Option("--placeholder", metavar="TEXT", help="What is put in. [default: REDACTED]"),
    ] = None,
    *,
    check: Check = False,
    diff: Diff = False,
    backup: Backup = False,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="How to print what was found.")
    ] = OutputFormat.TEXT,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Take secrets out of cassettes, and touch nothing else.

    Headers, URLs, forms and bodies are searched under all of their layers: base64, compression,
    streams, JSON in strings. A secret that a stream cuts into deltas is found in the whole.
    All the options that name something may be repeated; they add to the rules in force.
    """
    from cassette_cli.commands.redacting import Wanted, redact_paths

    wanted = Wanted(
        headers=tuple(header or ()),
        query=tuple(query or ()),
        body_paths=tuple(body_path or ()),
        patterns=tuple(pattern or ()),
        variables=tuple(value_from_env or ()),
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        classes=tuple(classes or ("credential",)),
        placeholder=placeholder,
    )
    mode = WriteMode(check, diff, backup)
    raise typer.Exit(
        redact_paths(required(paths), wanted, mode, jobs, as_json=output_format == "json")
    )
