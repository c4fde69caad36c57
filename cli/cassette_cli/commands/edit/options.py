"""`cassette edit`: opens one decoded part of an interaction, and puts it back."""

from typing import Annotated

import typer

from cassette_cli.commands.shared.edit_in_place import WriteMode
from cassette_cli.commands.shared.options import (
    Backup,
    Check,
    ConfigFile,
    Diff,
    Isolated,
    MatchOn,
    RecorderOption,
    WhereOption,
    split_names,
)
from cassette_cli.commands.shared.selection import read_selection
from cassette_cli.editing.part import Part


def edit(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A cassette, or - with --set.")],
    interaction: Annotated[
        list[str] | None,
        typer.Option(
            "-i",
            "--interaction",
            metavar="SEL",
            help="The interaction to edit: 0 or -1; with --set also 2-4 or 0,3. Repeatable.",
        ),
    ] = None,
    where: WhereOption = None,
    part: Annotated[
        Part | None,
        typer.Option(
            "--part",
            metavar="PART",
            help="What to open: transcript, request, response, request.body or response.body.",
            show_default="the transcript, else response.body",
        ),
    ] = None,
    assignments: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PATH=VALUE",
            help="Set a value without an editor: completion.text=No. Repeatable.",
        ),
    ] = None,
    add_like: Annotated[
        int | None,
        typer.Option(
            "--add-like", metavar="N", help="Append a copy of interaction N, and edit the copy."
        ),
    ] = None,
    insert_before: Annotated[
        int | None,
        typer.Option(
            "--insert-before",
            metavar="N",
            help="Put a copy of interaction N, or of that of --add-like, before N, and edit it.",
        ),
    ] = None,
    insert_after: Annotated[
        int | None,
        typer.Option(
            "--insert-after",
            metavar="N",
            help="Put a copy of interaction N, or of that of --add-like, behind N, and edit it.",
        ),
    ] = None,
    error: Annotated[
        str | None,
        typer.Option(
            "--error",
            metavar="PROVIDER:STATUS",
            help="Answer with an error as the provider sends it: anthropic:529, openai:429, "
            "bedrock:ThrottlingException, gemini:503.",
        ),
    ] = None,
    recorder: RecorderOption = None,
    match_on: MatchOn = None,
    *,
    propagate: Annotated[
        bool,
        typer.Option(
            "--propagate", help="Change what later requests repeat of an edited answer as well."
        ),
    ] = False,
    check: Check = False,
    diff: Diff = False,
    backup: Backup = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Change what was said, and keep the recording.

    One part of an interaction opens in $VISUAL or $EDITOR in a readable form. What you change is
    put back under its layers: spread over the events of the stream, compressed, with lengths and
    checksums corrected. A mistake opens the editor again. --set does the same without an editor;
    its paths are completion.text, .reasoning, .refusal, .finish_reason, .tool_calls[0].name and
    .arguments (JSON), .usage.input_tokens and others as `show --output-format json` names them;
    status_code, reason, request.method, request.url, request.headers.NAME, response.headers.NAME,
    request.body, response.body, and response.body.$.json.path.
    """
    from cassette_cli.commands.edit.copying import Copying
    from cassette_cli.commands.edit.run import Asked, edit_file
    from cassette_cli.recorders.matching import Matching

    copy = Copying(add_like, insert_before, insert_after)
    if (assignments or error) and part is not None:
        raise typer.BadParameter("--part opens an editor, --set edits without one: use one of them")
    if (interaction or where) and copy.asked:
        raise typer.BadParameter("what is added is edited: -i cannot name another, nor --where")
    if insert_before is not None and insert_after is not None:
        raise typer.BadParameter("a copy is put before or behind an interaction, not both")
    asked = Asked(
        read_selection(interaction, where),
        part,
        tuple(assignments or ()),
        copy,
        error,
        Matching(recorder, split_names(match_on)),
        propagate=propagate,
    )
    raise typer.Exit(edit_file(file, asked, WriteMode(check, diff, backup)))


COMMAND = edit
