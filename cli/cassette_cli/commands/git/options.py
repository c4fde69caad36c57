"""`cassette git`: makes git show recordings as transcripts."""

from typing import Annotated, TypeAlias

import typer

COMMAND = typer.Typer(
    name="git",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    help="Make `git diff`, `git log -p` and `git show` print transcripts.",
)

Global: TypeAlias = Annotated[
    bool, typer.Option("--global", help="For all of this user's repositories, not only this one.")
]


@COMMAND.command()
def install(
    patterns: Annotated[
        list[str] | None,
        typer.Option(
            "--pattern",
            metavar="GLOB",
            help="Files to show as transcripts, as in .gitattributes. Repeatable. [default: YAML "
            "files, and JSON files in directories named as recorders name them]",
            show_default=False,
        ),
    ] = None,
    *,
    everywhere: Global = False,
    external: Annotated[
        bool,
        typer.Option(
            "--external", help="Have `git diff` call `cassette diff` instead of comparing lines."
        ),
    ] = False,
) -> None:
    """Write the settings that make git print transcripts, and show what was written.

    Running it again changes nothing. The attributes go to .git/info/attributes or, with --global,
    to the user's own file: no file of the project is touched. `git difftool -t cassette` then
    compares by meaning; `git diff --no-textconv` shows the files themselves.
    """
    from cassette_cli.commands.git.run import DEFAULT_PATTERNS, Setup, install_setup

    chosen = tuple(patterns) if patterns else DEFAULT_PATTERNS
    typer.echo(install_setup(Setup(everywhere, external), chosen))


@COMMAND.command()
def uninstall(*, everywhere: Global = False) -> None:
    """Remove what `install` wrote, and nothing else."""
    from cassette_cli.commands.git.run import Setup, uninstall_setup

    typer.echo(uninstall_setup(Setup(everywhere)))


@COMMAND.command()
def status() -> None:
    """Show what is installed, in this repository and for the user."""
    from cassette_cli.commands.git.run import describe_setup

    typer.echo(describe_setup())


@COMMAND.command("external-diff", hidden=True)
def external_diff(
    arguments: Annotated[list[str], typer.Argument(metavar="PATH OLD-FILE OLD-HEX OLD-MODE …")],
) -> None:
    """Called by git as an external diff driver: path, then file, id and mode of old and new."""
    from cassette_cli.commands.diff.external_diff import print_external_diff

    print_external_diff(arguments)
