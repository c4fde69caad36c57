"""What `cassette diff` compares: two files, the files of two directories, or two git revisions."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.commands.diff.file_version import FileVersion
from cassette_cli.commands.diff.git_revisions import (
    blob_at,
    changed_files,
    is_revision,
    may_hold_cassettes,
)
from cassette_cli.commands.shared.configuration import excluded
from cassette_cli.errors import CassetteError
from cassette_cli.files import STDIN, search

_HINT = "give two files, two directories, or git revisions (and -- before paths)"


@dataclass(frozen=True, slots=True)
class FilePair:
    """Two versions of a file; None where there is none. `named` is true where a user named both."""

    a: FileVersion | None
    b: FileVersion | None
    named: bool = False


def pairs_behind(
    operands: Sequence[str], paths: Sequence[str] | None, *, staged: bool = False
) -> list[FilePair]:
    """Find what the operands of a command line stand for; `paths` are those after `--`.

    Raises CassetteError where they stand for nothing that can be compared.
    """
    if paths is None and len(operands) == 2 and not staged:  # noqa: PLR2004
        if all(map(_is_there, operands)):
            return list(_pair_paths(*operands))
        versions = [_version_of(operand) for operand in operands]
        if versions[0] is not None and versions[1] is not None:
            return [FilePair(versions[0], versions[1], named=True)]
    revisions = _leading_revisions(operands)
    rest = operands[len(revisions) :]
    if paths is not None and rest:
        raise CassetteError(f"{rest[0]!r} is not a git revision", hint=_HINT)
    for path in rest:
        if not _is_there(path):
            raise CassetteError(f"{path!r} is neither a file nor a git revision", hint=_HINT)
    if len(rest) == 2 and not revisions:  # noqa: PLR2004 -- never reached with two that exist
        raise CassetteError("nothing to compare", hint=_HINT)
    wanted = [*rest, *(paths or ())]
    found = [FilePair(a, b) for a, b in changed_files(revisions, wanted, staged=staged)]
    if not found and wanted and not may_hold_cassettes(revisions, wanted):
        raise CassetteError(f"no cassette is below {', '.join(map(repr, wanted))}", hint=_HINT)
    return found


def _version_of(operand: str) -> FileVersion | None:
    """A file, or one as a revision has it: `HEAD~1:tests/chat.yaml`."""
    if _is_there(operand):
        return FileVersion(operand) if not os.path.isdir(operand) else None  # noqa: PTH112 -- a str
    data = blob_at(operand)
    return None if data is None else FileVersion(operand, data)


def _leading_revisions(operands: Sequence[str]) -> list[str]:
    revisions: list[str] = []
    for operand in operands[:2]:
        if _is_there(operand) or not is_revision(operand):
            break
        revisions.append(operand)
    return revisions


def _is_there(path: str) -> bool:
    return path == STDIN or os.path.exists(path)  # noqa: PTH110 -- a str is what messages show


def _pair_paths(a: str, b: str) -> Iterator[FilePair]:
    directories = [path != STDIN and os.path.isdir(path) for path in (a, b)]  # noqa: PTH112
    if not any(directories):
        if a == b == STDIN:
            raise CassetteError("standard input can be read only once", hint=_HINT)
        yield FilePair(FileVersion(a), FileVersion(b), named=True)
    elif all(directories):
        yield from _pair_directories(a, b)
    else:
        raise CassetteError("a file cannot be compared with a directory", hint=_HINT)


def _pair_directories(a: str, b: str) -> Iterator[FilePair]:
    before, after = _files_below(a), _files_below(b)
    for name in sorted(before | after):
        old, new = before.get(name), after.get(name)
        yield FilePair(FileVersion(old) if old else None, FileVersion(new) if new else None)


def _files_below(directory: str) -> dict[str, str]:
    return {
        os.path.relpath(found.path, directory): found.path
        for found in search([directory], excluded())
    }
