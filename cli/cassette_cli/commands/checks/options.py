"""`cassette checks`: what `validate` looks for."""

from typing import Annotated

import typer

from cassette_cli.commands.shared.options import TextMarkdownOrJsonOption
from cassette_cli.commands.shared.output_format import TextMarkdownOrJson


def checks(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CHECK]...", help="Checks to explain; all are listed otherwise."),
    ] = None,
    *,
    output_format: TextMarkdownOrJsonOption = TextMarkdownOrJson.TEXT,
) -> None:
    """List the checks of `validate`, or explain some of them."""
    from cassette_cli.commands.checks.run import describe_checks

    typer.echo(describe_checks(tuple(names or ()), output_format), nl=False)


COMMAND = checks
