"""The work of `cassette textconv`: it has to print something, whatever the file holds."""

import sys

from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.document import parse
from cassette_cli.files import Found, read_bytes, source_of
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.resemblance import text_resembles_recording
from cassette_cli.reading import read_interactions
from cassette_cli.render.text.textconv import textconv_lines

# Parsing a large file of another kind takes longer than a look at it.
_MAX_UNSEEN = 200_000


def print_converted(path: str) -> None:
    """Print a cassette as lines, anything else byte for byte. Raises CassetteError for no file."""
    data = read_bytes(path)
    text = convert(path, data)
    sys.stdout.buffer.write(data if text is None else text.encode("utf-8", "backslashreplace"))


def convert(path: str, data: bytes) -> str | None:
    """The lines of a cassette; None for any other file."""
    try:
        source = source_of(Found(path, named=True), data)
        if len(source.text) > _MAX_UNSEEN and not text_resembles_recording(source.text):
            return None
        cassette = read_cassette(parse(source.path, source.text))
        if cassette.not_http:
            return None
        lines = textconv_lines(read_interactions(cassette), DEFAULT_RULES)
        return "".join(f"{line}\n" for line in lines)
    except Exception:  # noqa: BLE001 -- whatever is wrong with a file, a diff of it must not fail
        return None
