"""`cassette textconv`: a cassette as the text that git compares."""

from typing import Annotated

import typer


def textconv(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A cassette, or - for standard input.")
    ],
) -> None:
    """Print a cassette as lines that compare well, for git's textconv.

    Each sentence and each field has its own line, ids are renamed in order of appearance, and what
    differs in every recording is left out. A file that is not a cassette is printed as it is.
    Secrets are printed, too: `git diff` has to tell when one changes.
    """
    from cassette_cli.commands.textconv.run import print_converted

    print_converted(file)


COMMAND = textconv
