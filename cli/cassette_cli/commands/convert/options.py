"""`cassette convert`: cassettes as files of other recorders, as HAR, curl or .http."""

from enum import StrEnum
from typing import Annotated

import typer

from cassette_cli.commands.shared.options import (
    ConfigFile,
    Interactions,
    Isolated,
    Jobs,
    Paths,
    WhereOption,
    required,
)
from cassette_cli.commands.shared.selection import read_selection


class TargetName(StrEnum):
    """What can be converted to."""

    HAR = "har"
    VCRPY = "vcrpy"
    GO_VCR = "go-vcr"
    VCR = "vcr"
    BETAMAX = "betamax"
    NOCK = "nock"
    CURL = "curl"
    HTTP = "http"


def convert(
    to: Annotated[TargetName, typer.Option("--to", help="The format to write.")],
    paths: Paths = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|DIR",
            help="The new file, or a directory for a file of each cassette. "
            "[default: standard output, for one cassette]",
            show_default=False,
        ),
    ] = None,
    interaction: Interactions = None,
    where: WhereOption = None,
    *,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Write nothing and exit 1 if the new file would not hold everything."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")] = False,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Write cassettes as files of another recorder, as HAR, or as curl or .http requests.

    Method, URL, status, headers, bodies and order survive; what the new format has no place for is
    listed. Each new file is read back and compared before it is kept, and the old one stays.
    """
    from cassette_cli.commands.convert.run import Request, convert_paths

    selection = read_selection(interaction, where)
    request = Request(to.value, selection, output, strict=strict, force=force)
    raise typer.Exit(convert_paths(required(paths), request, jobs))


COMMAND = convert
