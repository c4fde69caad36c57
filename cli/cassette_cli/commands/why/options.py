"""`cassette why`: why a request found no recorded interaction."""

from typing import Annotated

import typer

from cassette_cli.commands.shared.options import (
    ConfigFile,
    Isolated,
    MatchOn,
    RecorderOption,
    TextOrJsonOption,
    split_names,
)
from cassette_cli.commands.shared.output_format import TextOrJson
from cassette_cli.commands.shared.selection import read_selection


def why(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="CASSETTE... REQUEST",
            help="Cassettes, and at last the request: a file, or - for standard input.",
        ),
    ],
    recorder: RecorderOption = None,
    match_on: MatchOn = None,
    played: Annotated[
        list[str] | None,
        typer.Option(
            "--played",
            metavar="SEL",
            help="Interactions that were played before: 0, 2-4 or 0,3. Repeatable.",
        ),
    ] = None,
    expected: Annotated[
        int | None,
        typer.Option(
            "--expected", metavar="N", help="The interaction that the request should have got."
        ),
    ] = None,
    *,
    output_format: TextOrJsonOption = TextOrJson.TEXT,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Explain why a request found no recorded interaction, or the wrong one.

    REQUEST is JSON as `show` prints it, HAR, a curl command, a raw HTTP message, or the error that
    vcrpy, go-vcr, VCR, nock or betamax gave. The nearest interactions come first, with every field
    that differs by the recorder's own rules. Exits with 0 where the request would match, else 1.
    """
    from cassette_cli.commands.why.run import explain

    raise typer.Exit(
        explain(
            paths,
            recorder,
            split_names(match_on),
            read_selection(played),
            expected,
            as_json=output_format is TextOrJson.JSON,
        )
    )


COMMAND = why
