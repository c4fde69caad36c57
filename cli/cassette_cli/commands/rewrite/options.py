"""`cassette rewrite`: named structural edits of cassettes, in place."""

from typing import Annotated

import typer

from cassette_cli.commands.shared.edit_in_place import WriteMode
from cassette_cli.commands.shared.options import (
    Backup,
    Check,
    ConfigFile,
    Diff,
    Isolated,
    Jobs,
    Paths,
    required,
)
from cassette_cli.commands.shared.selection import read_selection


def rewrite(
    paths: Paths = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop", metavar="SEL", help="Drop these interactions: 0, 2-4, -1, or 0,3. Repeatable."
        ),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            "--keep",
            metavar="SEL",
            help="Keep only these interactions: 0, 2-4, -1, or 0,3. Repeatable.",
        ),
    ] = None,
    set_header: Annotated[
        list[str] | None,
        typer.Option(
            "--set-header",
            metavar="[SIDE:]NAME=VALUE",
            help="Set a header to this value; with request: or response:, add it where missing. "
            "Repeatable.",
        ),
    ] = None,
    drop_header: Annotated[
        list[str] | None,
        typer.Option("--drop-header", metavar="[SIDE:]NAME", help="Remove a header. Repeatable."),
    ] = None,
    replace: Annotated[
        list[str] | None,
        typer.Option(
            "--replace",
            metavar="OLD=NEW",
            help=r"Replace text in decoded bodies and URLs; write = in OLD as `\=`. Repeatable.",
        ),
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(
            "--split",
            metavar="DIR",
            help="Write each interaction to a file of its own in this directory.",
        ),
    ] = None,
    merge: Annotated[
        str | None,
        typer.Option(
            "--merge", metavar="OUT", help="Write the interactions of all files to this new file."
        ),
    ] = None,
    *,
    dedupe: Annotated[
        bool,
        typer.Option(
            "--dedupe",
            help="Drop interactions that repeat the request and response of an earlier one.",
        ),
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Fix what `validate` calls fixable.")] = False,
    decompress: Annotated[
        bool, typer.Option("--decompress", help="Store compressed bodies decompressed.")
    ] = False,
    literal_bodies: Annotated[
        bool,
        typer.Option("--literal-bodies", help="Write long bodies as YAML literal blocks."),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Let --split and --merge overwrite files.")
    ] = False,
    check: Check = False,
    diff: Diff = False,
    backup: Backup = False,
    jobs: Jobs = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Edit the structure of cassettes, and touch nothing else.

    Several edits in one run are made in this order, each on the result of the one before: --keep
    and --drop (positions are those in the file), --dedupe, --fix, --decompress, --replace,
    --drop-header, --set-header, --literal-bodies. Ids are renumbered and lengths corrected.
    --split and --merge write the result to new files, and leave the originals as they are.
    """
    from cassette_cli.commands.rewrite.new_files import merge_paths, split_paths
    from cassette_cli.commands.rewrite.run import rewrite_paths
    from cassette_cli.commands.rewrite.steps import Asked, read_steps

    modes = [split is not None, merge is not None, check or diff or backup]
    if any(modes[:2]) and sum(modes) > 1:
        raise typer.BadParameter(
            "--split and --merge write new files: use one of them, without --check, --diff "
            "and --backup"
        )
    steps = read_steps(
        dedupe=dedupe,
        fix=fix,
        decompress=decompress,
        replace=replace or (),
        drop_header=drop_header or (),
        set_header=set_header or (),
        literal_bodies=literal_bodies,
    )
    asked = Asked(
        keep=read_selection(keep) if keep else None,
        drop=read_selection(drop) if drop else None,
        steps=tuple(steps),
    )
    if split is not None:
        raise typer.Exit(split_paths(required(paths), asked, split, jobs, force=force))
    if merge is not None:
        raise typer.Exit(merge_paths(required(paths), asked, merge, force=force))
    mode = WriteMode(check, diff, backup)
    raise typer.Exit(rewrite_paths(required(paths), asked, mode, jobs))


COMMAND = rewrite
