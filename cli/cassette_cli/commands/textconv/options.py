"""`cassette textconv`: a cassette as the text that git compares."""

from typing import Annotated

import typer


def textconv(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A cassette, or - for standard input.")
    ],
) -> None:
    """Print a cassette as lines that a line diff reads well, for git's textconv.

    A sentence or a field stands on a line, ids are renamed by first appearance, and what differs in
    each recording is left out. A file that is no cassette is printed as it is.
    """
    from cassette_cli.commands.textconv.run import print_converted

    print_converted(file)


COMMAND = textconv
