"""The work of `cassette edit`: which interaction, what to change, and where the result goes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cassette_cli.commands.edit.copying import NO_COPY, Copying
from cassette_cli.commands.edit.editor import find_editor
from cassette_cli.commands.edit.editor_session import edit_form
from cassette_cli.commands.edit.finish import finish
from cassette_cli.commands.shared.edit_in_place import (
    Edited,
    EditInPlace,
    WriteMode,
    exit_code,
    summary,
)
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.report_edit import Report, print_report
from cassette_cli.commands.shared.selection import Selection, SelectionError, holds
from cassette_cli.editing.assignment import read_assignment
from cassette_cli.editing.part import Part
from cassette_cli.editing.part_form import close_part, open_part, usual_part
from cassette_cli.editing.set_error import error_steps
from cassette_cli.errors import CassetteError, ExitCode
from cassette_cli.files import Source
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.recorders.matching import BY_DEFAULT, Matching
from cassette_cli.rewriting.cassette_file import errors_at
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import Rewritten, rewrite
from cassette_cli.rewriting.step import Step


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be edited, as the command line says it."""

    selection: Selection
    part: Part | None
    assignments: tuple[str, ...]
    copying: Copying = NO_COPY
    error: str | None = None
    matching: Matching = BY_DEFAULT
    propagate: bool = False


def edit_file(path: str, asked: Asked, mode: WriteMode) -> ExitCode:
    """Edit one file, write it as the mode says, and say what happened."""
    if Path(path).is_dir():
        raise CassetteError("is a directory", where=path, hint="name one cassette in it")
    # What is wrong with a path is said before any file is read.
    errors = error_steps(asked.error) if asked.error else ()
    steps = (*errors, *map(read_assignment, asked.assignments))
    results = Results(for_each_source([path], partial(_edit, asked, steps, mode), jobs=1))
    edited = list(results)
    for file in edited:
        mode.report_stream([path]).write(file.diff)
        print_report(file, mode)
        sys.stderr.write(f"{summary(edited, mode) if file.changed else 'no changes'}\n")
    return exit_code(edited, mode, len(results.errors))


def _edit(
    asked: Asked,
    steps: tuple[Step, ...],
    mode: WriteMode,
    source: Source,
    cassette: Cassette,
) -> Edited[Report]:
    start, positions = rewrite(cassette, ()), _positions(asked, cassette)
    if asked.copying.asked:
        start = rewrite(cassette, asked.copying.steps(cassette))
        positions = [asked.copying.at(cassette)]

    def write(edited: Rewritten) -> Edited[Report]:
        done, report = finish(
            cassette, start, edited, positions, asked.matching, propagate=asked.propagate
        )
        return EditInPlace(lambda _: (done.text, report), mode)(source, cassette)

    if steps:
        return write(start.then(_in_each(steps, positions)))
    return _edit_in_editor(start, positions[0], asked, write) or _unchanged(source, cassette, mode)


def _unchanged(source: Source, cassette: Cassette, mode: WriteMode) -> Edited[Report]:
    return EditInPlace(lambda _: (source.text, Report()), mode)(source, cassette)


def _edit_in_editor(
    start: Rewritten,
    position: int,
    asked: Asked,
    write: Callable[[Rewritten], Edited[Report]],
) -> Edited[Report] | None:
    """What became of the text that the user saved; None where nothing is to be written.

    A copy is written as it is, too.
    """
    cassette = start.cassette
    reading = Reading(cassette.interactions[position])
    part = asked.part or usual_part(reading)
    editor = find_editor()
    with errors_at(cassette, reading.interaction):
        form = open_part(reading, part)

    def save(text: str) -> Edited[Report]:
        steps = close_part(reading, part, text)
        return write(start.then(_in_each(steps, [position])))

    title = f"{cassette.path}, interaction {position}: {part}"
    return edit_form(editor, form, title, save, saves_unchanged=bool(start.done))


def _positions(asked: Asked, cassette: Cassette) -> list[int]:
    count = len(cassette.interactions)
    if cassette.not_http:
        raise CassetteError(f"{cassette.not_http}, not editable as HTTP")
    positions = asked.selection.some_among(cassette)
    chosen = len(positions) == 1 or asked.copying.asked
    several = (asked.assignments or asked.error) and asked.selection.asked
    if not positions or not (chosen or several):
        raise SelectionError("name one interaction with -i N", hint=holds(count))
    return positions


def _in_each(steps: Iterable[Step], positions: Iterable[int]) -> Iterator[InEach]:
    chosen = frozenset(positions)
    return (InEach(step, chosen) for step in steps)
