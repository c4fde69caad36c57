"""One version of a file: on disk, or as git keeps it."""

from dataclasses import dataclass

from cassette_cli.commands.shared.parallel import size_on_disk
from cassette_cli.files import Found, Source, read, source_of


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file by its name; `data` is what it holds, None where that is yet to be read from disk."""

    name: str
    data: bytes | None = None

    @property
    def size(self) -> int:
        """How much there is to read."""
        if self.data is not None:
            return len(self.data)
        return size_on_disk(self.name)


def read_version(version: FileVersion, *, named: bool) -> Source:
    """Read one version of a file. Raises CassetteError where that is not possible."""
    found = Found(version.name, named)
    return read(found) if version.data is None else source_of(found, version.data)
