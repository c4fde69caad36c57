"""`cassette grep`: finds what was said, under all layers."""

from typing import Annotated

import typer

from cassette_cli.commands.shared.options import (
    Color,
    ColorOption,
    ConfigFile,
    Interactions,
    Isolated,
    Jobs,
    Paths,
    TextOrJsonLinesOption,
    WhereOption,
    required,
    split_names,
)
from cassette_cli.commands.shared.output_format import TextOrJsonLines
from cassette_cli.commands.shared.selection import read_selection


def grep(
    pattern: Annotated[
        str, typer.Argument(metavar="PATTERN", help="A regular expression, or with -F a text.")
    ],
    paths: Paths = None,
    parts: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="PART,…",
            help="Search only these: prompt, answer, reasoning, tools, url, headers, body. "
            "Repeatable.",
        ),
    ] = None,
    interaction: Interactions = None,
    where: WhereOption = None,
    *,
    fixed: Annotated[
        bool, typer.Option("-F", "--fixed-strings", help="The pattern is a text, not a regex.")
    ] = False,
    ignore_case: Annotated[bool, typer.Option("--ignore-case", help="Case never counts.")] = False,
    case_sensitive: Annotated[
        bool,
        typer.Option(
            "-s",
            "--case-sensitive",
            help="Case counts. [default: if the pattern has an upper-case letter]",
        ),
    ] = False,
    files_with_matches: Annotated[
        bool, typer.Option("-l", "--files-with-matches", help="Print only the names of files.")
    ] = False,
    count: Annotated[
        bool, typer.Option("-c", "--count", help="Print only how many lines of each file match.")
    ] = False,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Print secrets whole, instead of how they begin.")
    ] = False,
    output_format: TextOrJsonLinesOption = TextOrJsonLines.TEXT,
    color: ColorOption = Color.AUTO,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Find what was said: decoded, streams put together, with its line in the file.

    Headers, URLs and bodies are searched under all their layers: base64, compression, streams,
    JSON in strings. In a pipe, each line of a text that matches is printed as
    `FILE:LINE:COLUMN: #INTERACTION PART: text`; the place is that of the first character found.
    Exits with 0 if something was found, with 1 if not.
    """
    from cassette_cli.commands.grep.print_matches import Printing, Wanted
    from cassette_cli.commands.grep.run import Grepping, grep_paths, read_parts
    from cassette_cli.searching.pattern import Case, Pattern

    if ignore_case and case_sensitive:
        raise typer.BadParameter("case either counts or not", param_hint="--ignore-case")
    case = Case.IGNORED if ignore_case else Case.COUNTS if case_sensitive else Case.SMART
    work = Grepping(
        Pattern(pattern, fixed, case),
        read_parts(split_names(parts)),
        read_selection(interaction, where),
        reveal,
    )
    wanted = Wanted.FILES if files_with_matches else Wanted.COUNTS if count else Wanted.LINES
    raise typer.Exit(
        grep_paths(required(paths), work, Printing(wanted, output_format, color), jobs)
    )


COMMAND = grep
