"""One version of a file: on disk, or as git keeps it."""

from dataclasses import dataclass
from pathlib import Path

from cassette_cli.files import Found, Source, read, source_of


@dataclass(frozen=True, slots=True)
class Side:
    """A file by its name; `data` is what it holds, None where that is yet to be read from disk."""

    name: str
    data: bytes | None = None

    @property
    def size(self) -> int:
        """How much there is to read."""
        if self.data is not None:
            return len(self.data)
        try:
            return Path(self.name).stat().st_size
        except OSError:
            return 0


def read_side(side: Side, *, named: bool) -> Source:
    """Read one version of a file. Raises CassetteError where that is not possible."""
    found = Found(side.name, named)
    return read(found) if side.data is None else source_of(found, side.data)
