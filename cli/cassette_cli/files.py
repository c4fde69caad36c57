"""Files: bytes to text and back, and the search for cassettes in directories."""

import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cassette_cli.errors import CassetteError, ParseError, reason_of
from cassette_cli.gzip_data import GZIP_MAGIC, TooLargeError, decode_gzip, encode_gzip

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"
SUFFIXES = (".yaml", ".yml", ".json", ".har", ".httprr", ".replay", ".json5", ".jsonl")
_PACKED_SUFFIXES = tuple(f"{suffix}.gz" for suffix in SUFFIXES)
_MOST_GUESSED = 4_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\ufeff"
# A file that begins like this holds messages as they went over the wire, with any bytes in them.
_RAW_HTTP = b"httprr trace "
_IGNORE_FILE = ".gitignore"
_NEVER_SEARCHED = frozenset(("node_modules", "__pycache__"))


class Source(NamedTuple):
    """The text of a file without its byte order mark, line ends as they are.

    `named` is true where the user named the file, not a directory above it. `packed` is the file as
    it was read, where that is compressed with gzip.
    """

    path: str
    text: str
    bom: bool = False
    named: bool = True
    packed: bytes | None = None


class Found(NamedTuple):
    """A path to read; `named` is true where the user named the file itself."""

    path: str
    named: bool


def search(paths: Iterable[str], exclude: Collection[str] = ()) -> Iterator[Found]:
    """Files behind the paths of a command line, each once, directories searched in order of names.

    A path that does not exist is found, too: reading it tells what is wrong. `exclude` are absolute
    globs of files and folders that no search enters.
    """
    asked = [(path, os.path.isdir(path)) for path in paths]  # noqa: PTH112 -- a str is what messages show
    named = {os.path.normpath(path) for path, is_directory in asked if not is_directory}
    seen = set()
    for path, is_directory in asked:
        for found in _search_directory(path, exclude) if is_directory else [path]:
            normal = os.path.normpath(found)
            if normal not in seen:
                seen.add(normal)
                yield Found(found, normal in named)


def read(found: Found) -> Source:
    """Read a file, or standard input for `-`. Raises CassetteError where that is not possible."""
    return source_of(found, read_bytes(found.path))


def source_of(found: Found, data: bytes) -> Source:
    """What a file holds that was read elsewhere; gzip is taken off.

    Raises ParseError where it is no text.
    """
    packed = data if data.startswith(GZIP_MAGIC) else None
    text = _decode(found.path, data if packed is None else _unpacked(found.path, packed))
    bom = text.startswith(_BOM)
    return Source(display_name(found.path), text[1:] if bom else text, bom, found.named, packed)


def write(source: Source, text: str, *, backup: bool = False) -> None:
    """Put a new text in the place of a file, at once or not at all; standard input goes to stdout.

    The mode, the target of a symbolic link and the byte order mark stay; what was compressed is so
    again, under the same name and time. Raises CassetteError where
    the file changed since it was read, or cannot be written.
    """
    if source.path == display_name(STDIN):
        sys.stdout.buffer.write(_encode(source, text))
        return
    path = os.path.realpath(source.path)
    if read_bytes(path) != _encode(source, source.text):
        raise CassetteError(
            "changed on disk in the meantime", where=source.path, hint="run it again"
        )
    # Replacing a file needs a writable folder alone; who may not write the file shall not, either.
    if not os.access(path, os.W_OK):
        raise CassetteError(
            "cannot be written: it is read-only",
            where=source.path,
            hint="chmod u+w makes it writable",
        )
    try:
        if backup:
            import shutil  # noqa: PLC0415 -- only who writes needs it

            shutil.copy2(path, f"{path}.bak")
        _replace(path, _encode(source, text))
    except OSError as error:
        raise CassetteError(f"cannot be written: {reason_of(error)}", where=source.path) from None


def create(path: str, text: str, *, bom: bool = False, force: bool = False) -> None:
    """Write a file that is not there yet; with `force`, also in the place of one that is.

    A file whose name ends in `.gz` is compressed.
    Raises CassetteError where there is one, or where it cannot be written.
    """
    data = ((_BOM if bom else "") + text).encode("utf-8", "surrogateescape")
    if path.endswith(".gz"):
        data = encode_gzip(data, b"")
    try:
        if force and os.path.lexists(path):
            _replace(os.path.realpath(path), data)
        else:
            _create(path, data)
    except FileExistsError:
        raise CassetteError(
            "the file already exists", where=path, hint="name another one, or use --force"
        ) from None
    except OSError as error:
        raise CassetteError(f"cannot be written: {reason_of(error)}", where=path) from None


def _create(path: str, data: bytes) -> None:
    with open(path, "xb") as file:  # noqa: PTH123 -- a str all the way
        try:
            file.write(data)
            file.flush()
        except BaseException:
            Path(path).unlink(missing_ok=True)
            raise


def _replace(path: str, data: bytes) -> None:
    import shutil  # noqa: PLC0415 -- only who writes needs them
    import tempfile  # noqa: PLC0415

    # In the same directory, because a file moves at once only within one file system.
    handle, temporary = tempfile.mkstemp(prefix=".cassette-", dir=os.path.dirname(path))  # noqa: PTH120
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, temporary)
        os.replace(temporary, path)  # noqa: PTH105 -- str all the way
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _encode(source: Source, text: str) -> bytes:
    if source.packed is not None and text == source.text:
        return source.packed
    data = ((_BOM if source.bom else "") + text).encode("utf-8", "surrogateescape")
    return data if source.packed is None else encode_gzip(data, source.packed)


def _unpacked(path: str, data: bytes) -> bytes:
    try:
        unpacked = decode_gzip(data)
    except TooLargeError:
        reason = "it decompresses to more than anybody records"
    else:
        if unpacked is not None:
            return unpacked
        reason = "it is damaged or cut off"
    raise ParseError(
        f"a gzip file that cannot be read: {reason}",
        where=display_name(path),
        hint="`gzip --test` says what is wrong with it",
    )


def display_name(path: str) -> str:
    """What messages call a path."""
    return "<stdin>" if path == STDIN else path


def read_bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- a third of the time of a Path's own method
            return file.read()
    except OSError as error:
        raise CassetteError(f"cannot be read: {reason_of(error)}", where=path) from None


def read_text(path: str) -> str:
    """The text of a named file. Raises CassetteError where there is none."""
    return read(Found(path, named=True)).text


def guess_text(data: bytes) -> str:
    """The text of a file that is not in UTF-8, as far as it goes: to judge it by, not to edit."""
    if data.startswith(GZIP_MAGIC):
        data = _unpacked_as_far_as_it_goes(data)
    if data.startswith(_UTF_16) or b"\0" in data[:4]:
        wide = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
        return data.decode("utf-16" if data.startswith(_UTF_16) else wide, "replace")
    return data.decode("utf-8", "replace").removeprefix(_BOM)


def _unpacked_as_far_as_it_goes(data: bytes) -> bytes:
    import zlib  # noqa: PLC0415 -- only what is compressed needs it

    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _MOST_GUESSED)
    except zlib.error:
        return b""


def _decode(path: str, data: bytes) -> str:
    if data.startswith(_RAW_HTTP):
        return data.decode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ParseError(
            f"not UTF-8: byte 0x{data[error.start]:02x}",
            where=f"{display_name(path)}:{line}",
            hint="recorders write UTF-8; convert the file first (iconv -t utf-8)",
        ) from None


def is_searched(name: str) -> bool:
    """Whether a search of directories looks into a file of this name."""
    return name.endswith((*SUFFIXES, *_PACKED_SUFFIXES))


def _search_directory(directory: str, exclude: Collection[str]) -> Iterator[str]:
    ignored = _Ignored(directory, exclude)
    for folder, folders, names in os.walk(directory):
        if _IGNORE_FILE in names:
            ignored.enter(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _NEVER_SEARCHED
            and not ignored.has(os.path.join(folder, name, ""))  # noqa: PTH118 -- hot, and str
        )
        for name in sorted(names):
            path = os.path.join(folder, name)  # noqa: PTH118 -- the same
            if is_searched(name) and not ignored.has(path) and _is_inside(path, directory):
                yield path


def _is_inside(path: str, directory: str) -> bool:
    """Whether this is a regular file of the directory: a link may lead to any file there is."""
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            root = os.path.realpath(directory)
            return os.path.isfile(path) and os.path.realpath(path).startswith(root + os.sep)  # noqa: PTH113 -- the same
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode)


class _Ignored:
    """What globs and .gitignore files leave out, those above the searched directory included."""

    def __init__(self, directory: str, exclude: Collection[str]) -> None:
        self.exclude = exclude
        self.rules: list[tuple[str, GitIgnoreSpec]] = []
        above = list(Path(directory).resolve().parents)
        root = next((n for n, parent in enumerate(above) if (parent / ".git").exists()), -1)
        if not (Path(directory) / ".git").exists():
            for parent in reversed(above[: root + 1]):
                self.enter(str(parent))

    def enter(self, folder: str) -> None:
        try:
            lines = Path(folder, _IGNORE_FILE).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 -- only where there is such a file

        self.rules.append((os.path.abspath(folder), GitIgnoreSpec.from_lines(lines)))  # noqa: PTH100

    def has(self, path: str) -> bool:
        if not self.rules and not self.exclude:
            return False
        absolute = os.path.abspath(path) + (os.sep if path.endswith(os.sep) else "")  # noqa: PTH100
        if any(fnmatchcase(absolute.rstrip(os.sep), glob) for glob in self.exclude):
            return True
        for folder, spec in reversed(self.rules):
            if absolute.startswith(folder + os.sep):
                verdict = spec.check_file(absolute[len(folder) + 1 :]).include
                if verdict is not None:
                    return verdict
        return False
