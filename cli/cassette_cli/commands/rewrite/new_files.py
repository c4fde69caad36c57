"""The work of `cassette rewrite --split` and `--merge`: new files, the old ones stay."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import NamedTuple

from cassette_cli.commands.rewrite.steps import Asked
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.report_edit import print_notes
from cassette_cli.counted import counted
from cassette_cli.errors import CassetteError, ExitCode, reason_of
from cassette_cli.files import Source, create
from cassette_cli.model import Cassette
from cassette_cli.rewriting.merge import merge
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.rewriting.split import split


class Parts(NamedTuple):
    """The texts that a cassette was split into."""

    source: Source
    texts: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Splitting:
    """Splits one cassette, after what else was asked for."""

    asked: Asked

    def __call__(self, source: Source, cassette: Cassette) -> Parts:
        rewritten = rewrite(cassette, self.asked.steps_for(cassette))
        return Parts(source, tuple(split(rewritten.cassette)), rewritten.notes)


class Whole(NamedTuple):
    """A cassette to be merged."""

    source: Source
    cassette: Cassette
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadWhole:
    """Reads one cassette, and does what else was asked for."""

    asked: Asked

    def __call__(self, source: Source, cassette: Cassette) -> Whole:
        rewritten = rewrite(cassette, self.asked.steps_for(cassette))
        return Whole(source, rewritten.cassette, rewritten.notes)


def split_paths(
    paths: Sequence[str], asked: Asked, directory: str, jobs: int | None, *, force: bool
) -> ExitCode:
    """Write a file for each interaction of the cassettes behind the paths into a directory.

    A file is written if none of its name was written before: cassettes of the same name in two
    directories are not mixed up.
    """
    _make_directory(directory)
    written: set[str] = set()
    results = Results(for_each_source(paths, Splitting(asked), jobs))
    for parts in results:
        print_notes(parts.source.path, parts.notes)
        try:
            _write_parts(parts, directory, written, force=force)
        except CassetteError as error:
            results.fail(error)
    sys.stderr.write(f"{counted(len(written), 'file')} written to {directory}\n")
    return results.exit_code


def merge_paths(paths: Sequence[str], asked: Asked, out: str, *, force: bool) -> ExitCode:
    """Write the interactions of all cassettes behind the paths into one file, or none at all."""
    # In this process: a parsed file costs more to hand over than to parse.
    results = Results(for_each_source(paths, ReadWhole(asked), jobs=1))
    wholes = []
    for whole in results:
        wholes.append(whole)
        print_notes(whole.source.path, whole.notes)
    if results.errors or not wholes:
        return ExitCode.USAGE
    text = merge([whole.cassette for whole in wholes])
    create(out, text, bom=wholes[0].source.bom, force=force)
    count = sum(len(whole.cassette.interactions) for whole in wholes)
    sys.stderr.write(
        f"{counted(count, 'interaction')} of {counted(len(wholes), 'file')} written to {out}\n"
    )
    return ExitCode.OK


def _write_parts(parts: Parts, directory: str, written: set[str], *, force: bool) -> None:
    name = PurePath(parts.source.path.strip("<>"))
    suffix = "".join(name.suffixes[-2:]) if name.suffix == ".gz" else name.suffix or ".yaml"
    stem = name.name.removesuffix(suffix)
    # Names sort as the interactions do, for `--merge OUT DIR/*`.
    width = len(str(len(parts.texts) - 1))
    targets = [
        os.path.join(directory, f"{stem}-{index:0{width}}{suffix}")  # noqa: PTH118 -- a str all the way
        for index in range(len(parts.texts))
    ]
    for target in targets:
        if target in written or (not force and os.path.lexists(target)):
            raise CassetteError(
                f"{target} already exists",
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
        raise CassetteError(f"cannot be created: {reason_of(error)}", where=path) from None
