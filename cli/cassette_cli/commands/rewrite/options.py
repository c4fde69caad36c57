"""`cassette rewrite`: named structural edits of cassettes, in place."""

from enum import StrEnum
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
    MatchOn,
    Paths,
    RecorderOption,
    WhereOption,
    required,
    split_names,
)
from cassette_cli.commands.shared.selection import read_selection


class DedupeKind(StrEnum):
    """Which repeated interactions to drop."""

    UNPLAYED = "unplayed"
    ALL = "all"


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
    order: Annotated[
        list[str] | None,
        typer.Option(
            "--order",
            metavar="SEL",
            help="Put these interactions first, in this order: 2,0. The others follow. Repeatable.",
        ),
    ] = None,
    dedupe: Annotated[
        DedupeKind | None,
        typer.Option(
            "--dedupe",
            help="Drop repeated interactions that the recorder would never play; with "
            "--dedupe=all, every one whose request and response repeat an earlier one.",
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
    recorder: RecorderOption = None,
    match_on: MatchOn = None,
    where: WhereOption = None,
    *,
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

    Several edits in one run are made in this order, each on the result of the one before: --keep,
    --drop and --order (positions are those in the file), --dedupe, --fix, --decompress, --replace,
    --drop-header, --set-header, --literal-bodies. Ids are renumbered and lengths corrected.
    --where limits what --keep and --drop name, and the edits of texts, headers and bodies.
    --split and --merge write the result to new files, and leave the originals as they are.
    """
    from cassette_cli.commands.rewrite.new_files import merge_paths, split_paths
    from cassette_cli.commands.rewrite.run import rewrite_paths
    from cassette_cli.commands.rewrite.steps import Asked, read_steps
    from cassette_cli.recorders.matching import Matching
    from cassette_cli.rewriting.dedupe import Dedupe

    modes = [split is not None, merge is not None, check or diff or backup]
    if any(modes[:2]) and sum(modes) > 1:
        raise typer.BadParameter(
            "--split and --merge write new files: use one of them, without --check, --diff "
            "and --backup"
        )
    if where and (dedupe or fix or order):
        raise typer.BadParameter("--dedupe, --fix and --order are for all interactions of a file")
    matching = Matching(recorder, split_names(match_on))
    steps = read_steps(
        dedupe=Dedupe(matching, every=dedupe is DedupeKind.ALL) if dedupe else None,
        fix=fix,
        decompress=decompress,
        replace=replace or (),
        drop_header=drop_header or (),
        set_header=set_header or (),
        literal_bodies=literal_bodies,
        where=read_selection((), where),
    )
    asked = Asked(
        keep=read_selection(keep, where) if keep else None,
        drop=read_selection(drop, where) if drop else None,
        order=read_selection(order) if order else None,
        steps=tuple(steps),
        matching=matching,
    )
    if split is not None:
        raise typer.Exit(split_paths(required(paths), asked, split, jobs, force=force))
    if merge is not None:
        raise typer.Exit(merge_paths(required(paths), asked, merge, force=force))
    mode = WriteMode(check, diff, backup)
    raise typer.Exit(rewrite_paths(required(paths), asked, mode, jobs))


COMMAND = rewrite
BARE = {"--dedupe": f"--dedupe={DedupeKind.UNPLAYED}"}
