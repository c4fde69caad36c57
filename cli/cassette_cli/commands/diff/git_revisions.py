"""The files that differ between two git revisions, or a revision and the work tree."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cassette_cli.commands.diff.file_version import FileVersion
from cassette_cli.commands.shared.run_git import run_git, try_git
from cassette_cli.errors import CassetteError
from cassette_cli.files import is_searched

_NOTHING = "0" * 7
_IN_INDEX = "HEAD"


class _Entry(NamedTuple):
    """A line of `git diff --raw`: object names of both sides, and where the file stands."""

    old: str
    new: str
    old_path: str
    new_path: str


def is_revision(text: str) -> bool:
    """Whether git knows a commit, or two with dots between them, by this name."""
    if text.startswith("-"):
        return False
    names = [name or "HEAD" for name in text.replace("...", "..").split("..", 1)]
    return all(
        try_git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")[0]
        == 0
        for name in names
    )


def changed_files(
    revisions: Sequence[str], paths: Sequence[str], *, staged: bool = False
) -> Iterator[tuple[FileVersion | None, FileVersion | None]]:
    """Both versions of each changed file that may be a cassette, in the order of paths.

    No revision stands for HEAD against the work tree, one for that revision against the work tree;
    `staged` has the index in place of the work tree.
    Raises CassetteError outside of a repository.
    """
    root = _root(paths)
    raw = run_git(
        *("diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff"),
        *(["--cached"] if staged else []),
        *(revisions or (_IN_INDEX,)),
        *("--", *map(_as_pathspec, paths)),
    )
    entries = [entry for entry in _entries(raw.decode("utf-8", "surrogateescape")) if _may(entry)]
    blobs = _read_blobs(
        [name for entry in entries for name in (entry.old, entry.new) if not _is_nothing(name)]
    )
    for entry in entries:
        old = None if _is_nothing(entry.old) else FileVersion(entry.old_path, blobs[entry.old])
        yield old, _new_version(entry, blobs, root)


def blob_at(name: str) -> bytes | None:
    """The file that git knows by a name such as `HEAD:tests/chat.yaml`; None where it is none."""
    if ":" not in name or name.startswith("-"):
        return None
    code, output, _ = try_git("cat-file", "blob", name)
    return output if code == 0 else None


def may_hold_cassettes(revisions: Sequence[str], paths: Sequence[str]) -> bool:
    """Whether the index, or a revision, has a file below these paths that may be a cassette."""
    specs = ["--", *map(_as_pathspec, paths)]
    listings = [run_git("ls-files", "-z", *specs)]
    for revision in (name for names in revisions for name in names.split("..") if name.strip(".")):
        tree = ("ls-tree", "-r", "-z", "--name-only", "--full-name", revision.strip("."))
        code, output, _ = try_git(*tree, "--", *paths)
        listings += [output] if code == 0 else []
    return any(
        is_searched(name)
        for listing in listings
        for name in listing.decode("utf-8", "surrogateescape").split("\0")
    )


def _as_pathspec(path: str) -> str:
    """A path that is there is meant as it is, brackets and all; any other may be a pattern."""
    return f":(literal){path}" if os.path.lexists(path) else path


def _new_version(entry: _Entry, blobs: dict[str, bytes], root: str) -> FileVersion | None:
    if not _is_nothing(entry.new):
        return FileVersion(entry.new_path, blobs[entry.new])
    path = os.path.join(root, entry.new_path)  # noqa: PTH118 -- git's paths are str
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- the same
            return FileVersion(entry.new_path, file.read())
    except OSError:
        return None


def _entries(raw: str) -> Iterator[_Entry]:
    fields = iter(raw.split("\0"))
    for description in fields:
        if not description:
            return
        _, _, old, new, status = description.split(" ")
        old_path = next(fields)
        new_path = next(fields) if status[0] in "RC" else old_path
        yield _Entry(old, _NOTHING if status[0] == "D" else new, old_path, new_path)


def _may(entry: _Entry) -> bool:
    return is_searched(entry.old_path) or is_searched(entry.new_path)


def _is_nothing(name: str) -> bool:
    return not name.strip("0")


def _read_blobs(names: Sequence[str]) -> dict[str, bytes]:
    """The contents of objects, by one process for all of them."""
    unique = list(dict.fromkeys(names))
    output = run_git("cat-file", "--batch", data="".join(f"{name}\n" for name in unique).encode())
    blobs: dict[str, bytes] = {}
    position = 0
    for name in unique:
        end = output.index(b"\n", position)
        header = output[position:end].split()
        if header[-1] == b"missing":
            raise CassetteError(f"object {name} is missing from the repository")
        start, size = end + 1, int(header[2])
        blobs[name] = output[start : start + size]
        position = start + size + 1
    return blobs


def _root(paths: Sequence[str]) -> str:
    code, output, _ = try_git("rev-parse", "--show-toplevel")
    if code != 0:
        where = paths[0] if paths else ""
        raise CassetteError(
            "not in a git repository", where=where, hint="compare two files instead"
        )
    return output.decode("utf-8", "surrogateescape").rstrip("\n")
