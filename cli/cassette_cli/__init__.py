"""Read recorded HTTP interactions (cassettes) of any recorder."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from cassette_cli.model import Cassette

__all__ = ["load"]


def load(path: "str | PathLike[str]") -> "Cassette":
    """Read the cassette in a file.

    Raises cassette_cli.errors.CassetteError where the file cannot be read or is no cassette.
    """
    # Imported on use: `cassette --version` needs none of it.
    from cassette_cli.document import parse  # noqa: PLC0415
    from cassette_cli.files import Found, read  # noqa: PLC0415
    from cassette_cli.formats.catalogue import read_cassette  # noqa: PLC0415

    source = read(Found(str(path), named=True))
    return read_cassette(parse(source.path, source.text))
