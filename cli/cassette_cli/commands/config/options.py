"""`cassette config`: every effective value, and where it comes from."""

import typer

from cassette_cli.commands.shared.options import ConfigFile, Isolated, TextOrJsonOption
from cassette_cli.commands.shared.output_format import TextOrJson


def config(
    context: typer.Context,
    *,
    file: ConfigFile = None,
    isolated: Isolated = False,
    output_format: TextOrJsonOption = TextOrJson.TEXT,
) -> None:
    """Print the value in force for every option, and where it comes from.

    The command line overrides the environment (CASSETTE_REDACT_HEADER), which overrides the file
    ([tool.cassette] in the nearest pyproject.toml, or cassette.toml), which overrides the defaults.
    """
    from cassette_cli.commands.config.run import describe_configuration

    typer.echo(describe_configuration(context, file, output_format), nl=False)


COMMAND = config
