"""`cassette list`: a line for each interaction."""

from typing import Annotated

import typer

from cassette_cli.commands.options import (
    Color,
    ColorOption,
    Interactions,
    Jobs,
    Paths,
    read_selection,
)
from cassette_cli.commands.output_format import OutputFormat


def list_interactions(
    paths: Paths,
    interaction: Interactions = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="How to print.")
    ] = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,
    jobs: Jobs = None,
) -> None:
    """Print a line for each interaction, and a total.

    Piped, the columns are separated by tabs: file, position, method, URL, status, dialect, model,
    streamed, tokens in, tokens out, duration. The total goes to stderr.
    """
    from cassette_cli.commands.listing import print_list  # noqa: PLC0415 -- only for this command

    raise typer.Exit(print_list(paths, read_selection(interaction), output_format, color, jobs))
