"""`cassette checks`: what `validate` looks for."""

from enum import StrEnum
from typing import Annotated

import typer


class OutputFormat(StrEnum):
    """How `checks` prints."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def checks(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CHECK]...", help="Checks to explain; all are listed otherwise."),
    ] = None,
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            "--output-format", metavar="FORMAT", help="How to print: text, markdown or json."
        ),
    ] = OutputFormat.TEXT,
) -> None:
    """List the checks of `validate`, or explain some of them."""
    from cassette_cli.checks.catalogue import choose
    from cassette_cli.render.markdown.checks import (
        check_json,
        checks_markdown,
        checks_table,
        checks_text,
    )
    from cassette_cli.render.safe_text import safe_json

    chosen = choose(tuple(names or ()))
    match output_format:
        case OutputFormat.TEXT:
            text = checks_text(chosen) if names else checks_table(chosen)
            typer.echo(text, nl=False)
        case OutputFormat.MARKDOWN:
            typer.echo(checks_markdown(chosen), nl=False)
        case OutputFormat.JSON:
            typer.echo(safe_json({"checks": [check_json(check) for check in chosen]}))
