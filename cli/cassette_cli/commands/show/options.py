"""`cassette show`: the readable transcript of each interaction."""

from typing import Annotated

import typer

from cassette_cli.commands.shared.options import (
    Color,
    ColorOption,
    ConfigFile,
    Interactions,
    Isolated,
    Jobs,
    NoPager,
    OutputFormatOption,
    Paths,
    Reveal,
    WhereOption,
    required,
)
from cassette_cli.commands.shared.output_format import OutputFormat
from cassette_cli.commands.shared.selection import read_selection
from cassette_cli.render.view import View, ViewOptions


def show(
    paths: Paths = None,
    view: Annotated[
        View,
        typer.Option(
            "--view",
            metavar="VIEW",
            help="What to show: transcript, http, body, events or raw; instead of a transcript, "
            "http for what is not a model call.",
        ),
    ] = View.TRANSCRIPT,
    interaction: Interactions = None,
    where: WhereOption = None,
    *,
    request: Annotated[bool, typer.Option("--request", help="Show only the request.")] = False,
    response: Annotated[bool, typer.Option("--response", help="Show only the response.")] = False,
    headers: Annotated[bool, typer.Option("--headers", help="Show headers as well.")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Shorten nothing: base64, data URIs, vectors, schemas.")
    ] = False,
    reveal: Reveal = False,
    output_format: OutputFormatOption = OutputFormat.TEXT,
    color: ColorOption = Color.AUTO,
    no_pager: NoPager = False,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Print recordings as people think of them: as conversations.

    Streamed answers are joined, what a prompt repeats from an earlier interaction is folded into
    one line, and an interaction that is not a model call is shown as HTTP. Secrets are cut short
    (`sk-p…`) unless --reveal is given. The views body and raw print what is there, secrets too; in
    a pipe they print nothing else.
    """
    from cassette_cli.commands.shared.screen import is_colored, screen_for
    from cassette_cli.commands.show.run import Showing, print_transcripts

    both = request == response
    work = Showing(
        ViewOptions(view, request or both, response or both, headers, full, reveal),
        read_selection(interaction, where),
        output_format,
        screen_for(color) if output_format is OutputFormat.TEXT else None,
        is_colored(color),
    )
    raise typer.Exit(print_transcripts(required(paths), work, jobs, pager=not no_pager))


COMMAND = show
