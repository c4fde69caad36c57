"""The work of `cassette convert`: new files, the old ones stay."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import NamedTuple

from cassette_cli.commands.shared.for_each_cassette import for_each_cassette
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.selection import Selection
from cassette_cli.converting.catalogue import target_named
from cassette_cli.converting.convert import Conversion, Loss
from cassette_cli.converting.convert import convert as convert_cassette
from cassette_cli.counted import counted
from cassette_cli.errors import CassetteError, ExitCode, reason_of
from cassette_cli.files import STDIN, create
from cassette_cli.model import Cassette
from cassette_cli.render.numbers import write_positions
from cassette_cli.render.safe_text import safe_line


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: `output` is a file, a directory, or standard output where it is None."""

    target: str
    selection: Selection
    output: str | None = None
    strict: bool = False
    force: bool = False


class Converted(NamedTuple):
    """The conversion of one cassette."""

    path: str
    conversion: Conversion


@dataclass(frozen=True, slots=True)
class Converting:
    """Converts one cassette."""

    target: str
    selection: Selection

    def __call__(self, cassette: Cassette) -> Converted:
        chosen = self.selection.some_among(cassette)
        interactions = tuple(cassette.interactions[position] for position in chosen)
        part = replace(cassette, interactions=interactions)
        return Converted(cassette.path, convert_cassette(part, target_named(self.target)))


def convert_paths(paths: Sequence[str], request: Request, jobs: int | None) -> ExitCode:
    """Convert the cassettes behind the paths, and say what is lost; nothing is overwritten."""
    work = Converting(request.target, request.selection)
    results = Results(for_each_cassette(paths, work, jobs))
    converted = list(results)
    for one in converted:
        _report_losses(one, request.target)
    if request.strict and any(one.conversion.losses for one in converted):
        sys.stderr.write("nothing was written, because --strict was asked for\n")
        return results.exit_code or ExitCode.FINDINGS
    if request.output is None:
        return _print(converted) or results.exit_code
    written = 0
    for one, file in zip(converted, _new_files(converted, request), strict=True):
        try:
            create(file, one.conversion.text, force=request.force)
        except CassetteError as error:
            results.fail(error)
        else:
            written += 1
    sys.stderr.write(f"{counted(written, 'file')} written\n")
    return results.exit_code


def _report_losses(one: Converted, target: str) -> None:
    for loss in one.conversion.losses:
        sys.stderr.write(f"note: {safe_line(one.path)}: {target} has no {_told(loss)}\n")


def _told(loss: Loss) -> str:
    return f"{loss.what} ({write_positions(loss.interactions)})" if loss.interactions else loss.what


def _print(converted: Sequence[Converted]) -> ExitCode:
    if len(converted) > 1:
        raise CassetteError(
            f"{len(converted)} cassettes do not make one file",
            hint="name a directory with --output",
        )
    for one in converted:
        sys.stdout.write(one.conversion.text)
    return ExitCode.OK


def _new_files(converted: Sequence[Converted], request: Request) -> list[str]:
    """The new file of each cassette: the output itself, or one below it."""
    output = request.output or STDIN
    is_directory = os.path.isdir(output) or output.endswith(("/", os.sep))  # noqa: PTH112 -- a str all the way
    if not is_directory and len(converted) == 1:
        return [output]
    suffix = target_named(request.target).suffix
    paths = _below_common_folder([one.path.strip("<>") for one in converted])
    short = [path.with_suffix("") for path in paths]
    # Where `a.json` and `a.yaml` stand side by side, both keep their suffix.
    kept = [
        path if short.count(name) > 1 else name for path, name in zip(paths, short, strict=True)
    ]
    files = [Path(output, f"{name}{suffix}") for name in kept]
    for folder in {file.parent for file in files}:
        _make_directory(folder)
    return [str(file) for file in files]


def _below_common_folder(paths: Sequence[str]) -> list[PurePath]:
    """The paths without what is the same in all: folders keep files of one name apart."""
    folders = [os.path.dirname(os.path.abspath(path)) for path in paths]  # noqa: PTH100, PTH120
    common = os.path.commonpath(folders) if folders else ""
    return [PurePath(os.path.relpath(path, common)) for path in paths]


def _make_directory(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CassetteError(f"cannot be created: {reason_of(error)}", where=str(path)) from None
