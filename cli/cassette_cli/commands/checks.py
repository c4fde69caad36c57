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
        typer.Argument(metavar="[CHECK]...", help="Only these checks.", show_default="all"),
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="How to print.")
    ] = OutputFormat.TEXT,
) -> None:
    """Print the documentation of validation checks, with examples."""
    from cassette_cli.checks.catalogue import choose
    from cassette_cli.render.check_docs import check_json, checks_markdown, checks_text
    from cassette_cli.render.safe_text import safe_json

    chosen = choose(names or ())
    match output_format:
        case OutputFormat.TEXT:
            typer.echo(checks_text(chosen), nl=False)
        case OutputFormat.MARKDOWN:
            typer.echo(checks_markdown(chosen), nl=False)
        case OutputFormat.JSON:
            typer.echo(safe_json({"checks": [check_json(check) for check in chosen]}))
