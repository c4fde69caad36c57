"""How many secrets stay because of exceptions: comments, and rules left out in some files."""

from collections.abc import Collection

from cassette_cli.ignores import read_ignores
from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.redaction.redact import Redaction
from cassette_cli.redaction.rule import Rule
from cassette_cli.texts.find import find
from cassette_cli.texts.search import Search


def count_held_back(
    cassette: Cassette,
    everything: Search,
    redaction: Redaction,
    positions: Collection[int] | None = None,
) -> int:
    """The secrets that `everything` finds, but for those that a redaction reports anyway.

    `everything` is the search with no rule left out for this file; comments are not heeded either.
    `positions` are the interactions to look into, all where it is None.
    """
    document = cassette.document
    reported = {(one.place.line, one.place.column) for one in redaction.findings}
    readings = [
        reading
        for reading in read_interactions(cassette)
        if positions is None or reading.index in positions
    ]
    found = find(document, readings, everything)
    places = {
        document.line_and_column(one.offset)
        for of_one in found
        for one in of_one
        if isinstance(one.label, Rule)
    }
    return len(places - reported)


def has_ignores(cassette: Cassette) -> bool:
    """Whether comments in a cassette silence any rule."""
    return bool(read_ignores(cassette.document))
