"""The work of `cassette rewrite --split` and `--merge`: new files, the old ones stay."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import NamedTuple

from cassette_cli.commands.rewrite.operations import Asked, Notes, report_notes
from cassette_cli.commands.shared.inputs import report_error, run_with_source
from cassette_cli.errors import CassetteError, ExitCode, reason_of
from cassette_cli.files import Source, create
from cassette_cli.model import Cassette
from cassette_cli.rewriting.merge import merge
from cassette_cli.rewriting.operation import rewrite
from cassette_cli.rewriting.split import split


class Parts(NamedTuple):
    """The texts that a cassette was split into."""

    source: Source
    texts: tuple[str, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class Splitting:
    """Splits one cassette, after what else was asked for."""

    asked: Asked

    def __call__(self, source: Source, cassette: Cassette) -> Parts:
        rewritten = rewrite(cassette, self.asked.operations())
        return Parts(source, tuple(split(rewritten.cassette)), rewritten.notes)


class Whole(NamedTuple):
    """A cassette to be merged."""

    source: Source
    cassette: Cassette
    notes: Notes


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads one cassette, and does what else was asked for."""

    asked: Asked

    def __call__(self, source: Source, cassette: Cassette) -> Whole:
        rewritten = rewrite(cassette, self.asked.operations())
        return Whole(source, rewritten.cassette, rewritten.notes)


def split_paths(
    paths: Sequence[str], asked: Asked, directory: str, jobs: int | None, *, force: bool
) -> ExitCode:
    """Write a file for each interaction of the cassettes behind the paths into a directory.

    A file is written if none of its name was written before: cassettes of the same name in two
    directories are not mixed up.
    """
    list(asked.operations())  # what is wrong with the options is said once
    _make_directory(directory)
    written: set[str] = set()
    failed = False
    for outcome in run_with_source(paths, Splitting(asked), jobs):
        error = outcome.error
        if outcome.result is not None:
            report_notes(outcome.path, outcome.result.notes)
            try:
                _write_parts(outcome.result, directory, written, force=force)
            except CassetteError as raised:
                error = raised
        if error is not None:
            failed = True
            report_error(error)
    sys.stderr.write(f"{_files(len(written))} written to {directory}\n")
    return ExitCode.USAGE if failed else ExitCode.OK


def merge_paths(paths: Sequence[str], asked: Asked, out: str, *, force: bool) -> ExitCode:
    """Write the interactions of all cassettes behind the paths into one file, or none at all."""
    list(asked.operations())  # what is wrong with the options is said once
    wholes: list[Whole] = []
    failed = False
    # In this process: a parsed file costs more to hand over than to parse.
    for outcome in run_with_source(paths, Reading(asked), jobs=1):
        if outcome.error is not None:
            failed = True
            report_error(outcome.error)
        if outcome.result is not None:
            wholes.append(outcome.result)
            report_notes(outcome.path, outcome.result.notes)
    if failed or not wholes:
        return ExitCode.USAGE
    text = merge([whole.cassette for whole in wholes])
    create(out, text, bom=wholes[0].source.bom, force=force)
    count = sum(len(whole.cassette.interactions) for whole in wholes)
    sys.stderr.write(f"{count} interactions of {_files(len(wholes))} written to {out}\n")
    return ExitCode.OK


def _write_parts(parts: Parts, directory: str, written: set[str], *, force: bool) -> None:
    name = PurePath(parts.source.path.strip("<>"))
    # Names sort as the interactions do, for `--merge OUT DIR/*`.
    width = len(str(len(parts.texts) - 1))
    targets = [
        os.path.join(directory, f"{name.stem}-{index:0{width}}{name.suffix or '.yaml'}")  # noqa: PTH118 -- a str all the way
        for index in range(len(parts.texts))
    ]
    for target in targets:
        if target in written or (not force and os.path.lexists(target)):
            raise CassetteError(
                f"{target} is there already",
                where=parts.source.path,
                hint="choose another directory, or rename the cassette"
                if target in written
                else "choose another directory, or use --force",
            )
    for target, text in zip(targets, parts.texts, strict=True):
        create(target, text, bom=parts.source.bom, force=force)
        written.add(target)


def _make_directory(path: str) -> None:
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CassetteError(f"cannot be made: {reason_of(error)}", where=path) from None


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
