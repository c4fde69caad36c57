"""The work of an external diff driver: git gives two files, and wants a diff on stdout.

https://git-scm.com/docs/gitattributes#_defining_an_external_diff_driver
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cassette_cli.commands.diff.compare_pairs import Comparing
from cassette_cli.commands.diff.file_pairs import FilePair
from cassette_cli.commands.diff.file_version import FileVersion
from cassette_cli.commands.shared.pager import write_utf_8
from cassette_cli.commands.shared.unified_diff import unified_diff
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.errors import CassetteError, reason_of
from cassette_cli.render.diff_sheet import diff_sheet
from cassette_cli.render.text.diff_plain import plain_diff

# path old-file old-hex old-mode new-file new-hex new-mode [new-path similarity]
_MIN_ARGUMENTS = 7


def print_external_diff(arguments: Sequence[str]) -> None:
    """Print what changed between two files; a plain diff of what is no cassette."""
    if len(arguments) < _MIN_ARGUMENTS:
        # A path alone stands for a file that is not merged yet.
        sys.stdout.write(f"* Unmerged path {arguments[0]}\n")
        return
    path, old, new = arguments[0], arguments[1], arguments[4]
    write_utf_8()
    sys.stdout.write(_compare(path, _read(old), _read(new)))


def _compare(path: str, old: bytes | None, new: bytes | None) -> str:
    pair = FilePair(_version(path, old), _version(path, new))
    outcome = Comparing(DEFAULT_RULES)(pair)
    if outcome.result is None:
        return _plain(path, old or b"", new or b"")
    sheet = diff_sheet(outcome.result, noise=False)
    return f"{plain_diff(sheet)}\n"


def _plain(path: str, old: bytes, new: bytes) -> str:
    before, after = (data.decode("utf-8", "replace") for data in (old, new))
    return unified_diff(path, before, after)


def _version(path: str, data: bytes | None) -> FileVersion | None:
    return None if data is None else FileVersion(path, data)


def _read(file: str) -> bytes | None:
    if file == os.devnull:
        return None
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CassetteError(f"cannot be read: {reason_of(error)}", where=file) from None
