"""`cassette rules`: the redaction rules, and what each of them finds."""

from typing import Annotated

import typer

from cassette_cli.commands.shared.options import TextMarkdownOrJsonOption
from cassette_cli.commands.shared.output_format import TextMarkdownOrJson


def rules(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RULE]...", help="Rules to explain; all are listed otherwise."),
    ] = None,
    *,
    output_format: TextMarkdownOrJsonOption = TextMarkdownOrJson.TEXT,
) -> None:
    """List the redaction rules, or explain some of them.

    Secrets in examples are cut short.
    """
    from cassette_cli.commands.rules.run import describe_rules

    typer.echo(describe_rules(tuple(ids or ()), output_format), nl=False)


COMMAND = rules
