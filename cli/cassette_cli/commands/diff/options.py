"""`cassette diff`: what really changed between two recordings."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from cassette_cli.commands.shared.options import (
    Color,
    ColorOption,
    ConfigFile,
    Isolated,
    Jobs,
    NoPager,
    Reveal,
    TextMarkdownOrJsonOption,
    WhereOption,
)
from cassette_cli.commands.shared.output_format import TextMarkdownOrJson
from cassette_cli.commands.shared.selection import read_selection

_PATHS = "cassette_cli.paths"


class DiffCommand(TyperCommand):
    """Keeps what stands after `--` apart: paths there, revisions or files before."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 -- Click's
        """Take the paths off, and parse the rest."""
        if "--" in args:
            place = args.index("--")
            ctx.meta[_PATHS] = args[place + 1 :]
            args = args[:place]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


def diff(
    context: typer.Context,
    operands: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B | [REV [REV]] [-- PATH...]]",
            help="Two files (REV:PATH as well), two directories, or git revisions; - is standard "
            "input.",
            show_default=False,
        ),
    ] = None,
    *,
    noise: Annotated[bool, typer.Option("--noise", help="Show noise as well.")] = False,
    staged: Annotated[
        bool, typer.Option("--staged", "--cached", help="Compare HEAD, or REV, with the index.")
    ] = False,
    stat: Annotated[
        bool, typer.Option("--stat", help="Print a line for each file that differs.")
    ] = False,
    name_only: Annotated[
        bool, typer.Option("--name-only", help="Print the names of files that differ.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code says it.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Count noise and token counts as differences.")
    ] = False,
    ignore_field: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore-field",
            metavar="NAME",
            help="Treat this field of responses as noise. Repeatable.",
        ),
    ] = None,
    ignore_header: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore-header", metavar="NAME", help="Treat this header as noise. Repeatable."
        ),
    ] = None,
    where: WhereOption = None,
    reveal: Reveal = False,
    output_format: TextMarkdownOrJsonOption = TextMarkdownOrJson.TEXT,
    color: ColorOption = Color.AUTO,
    no_pager: NoPager = False,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Print what really changed between two recordings.

    Bodies are compared decoded, streams joined, prompts message by message, answers part by part.
    An id that is only renamed throughout is not a change. Dates, request ids, timings, and the
    headers of clients and proxies are noise. Secrets are cut short unless --reveal is given.
    Without operands, HEAD is compared with the work tree.
    """
    from cassette_cli.commands.diff.run import DiffOptions, amount_of, print_diff
    from cassette_cli.comparing.noise import NoiseRules

    rules = NoiseRules(
        ignored_fields=frozenset(ignore_field or ()),
        ignored_headers=frozenset(name.lower() for name in ignore_header or ()),
    )
    amount = amount_of(stat=stat, name_only=name_only, quiet=quiet)
    options = DiffOptions(
        rules,
        output_format,
        color,
        noise,
        strict,
        jobs,
        not no_pager,
        amount,
        staged,
        reveal,
        read_selection((), where),
    )
    raise typer.Exit(print_diff(operands or [], context.meta.get(_PATHS), options))


COMMAND = typer.Typer(add_completion=False, rich_markup_mode="markdown")
COMMAND.command("diff", cls=DiffCommand)(diff)
