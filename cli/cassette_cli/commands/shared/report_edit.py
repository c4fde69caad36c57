"""Tell what an edit did to a file, and what the recorder will miss for it."""

import sys
from typing import NamedTuple

from cassette_cli.commands.shared.edit_in_place import Edited, WriteMode
from cassette_cli.model import Cassette
from cassette_cli.recorders.lost import NO_LOSSES, Losses
from cassette_cli.recorders.matching import Matching
from cassette_cli.render.safe_text import safe_line
from cassette_cli.rewriting.rewrite import Rewritten


class Report(NamedTuple):
    """What was done to one file, what there is to remark, and what its recorder will miss."""

    told: str = ""
    notes: tuple[str, ...] = ()
    losses: Losses = NO_LOSSES


def report_of(before: Cassette, rewritten: Rewritten, matching: Matching) -> Report:
    """What there is to tell of a cassette that was edited."""
    losses = matching.losses(before, rewritten.cassette, rewritten.origins)
    return Report(rewritten.told, rewritten.notes, losses)


def print_report(file: Edited[Report], mode: WriteMode) -> None:
    """Print what became of a file, and what to know about it, on stderr."""
    report = file.value
    print_notes(file.path, report.notes)
    if file.changed and report.told:
        would = "" if mode.writes else "would be changed: "
        sys.stderr.write(f"{safe_line(file.path)}: {would}{report.told}\n")
    print_losses(file.path, report.losses, mode)


def print_notes(path: str, notes: tuple[str, ...]) -> None:
    """Print what steps have to remark about a file."""
    for note in notes:
        sys.stderr.write(f"{safe_line(path)}: {note}\n")


def print_losses(path: str, losses: Losses, mode: WriteMode) -> None:
    """Print a note for each kind of loss in a file."""
    if not losses:
        return
    from cassette_cli.render.text.losses import loss_lines

    for line in loss_lines(path, losses, "will" if mode.writes else "would"):
        sys.stderr.write(f"note: {line}\n")
