"""`cassette list`: a line for each interaction."""

import typer

from cassette_cli.commands.shared.options import (
    Color,
    ColorOption,
    ConfigFile,
    Interactions,
    Isolated,
    Jobs,
    OutputFormatOption,
    Paths,
    Reveal,
    WhereOption,
    required,
)
from cassette_cli.commands.shared.output_format import OutputFormat
from cassette_cli.commands.shared.selection import read_selection


def list_interactions(
    paths: Paths = None,
    interaction: Interactions = None,
    where: WhereOption = None,
    *,
    reveal: Reveal = False,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Print one line for each interaction, and a total.

    In a pipe, tabs separate the columns: file, position, method, URL, status, dialect, model,
    streamed, tokens in, tokens out, duration. The total goes to stderr. Secrets in URLs are cut
    short.
    """
    from cassette_cli.commands.list.run import Listing, print_list

    raise typer.Exit(
        print_list(
            required(paths),
            Listing(read_selection(interaction, where), reveal),
            output_format,
            color,
            jobs,
        )
    )


COMMAND = list_interactions
