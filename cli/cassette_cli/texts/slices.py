"""Parts of a text that stand in it letter by letter."""

from collections.abc import Iterable, Iterator

from cassette_cli.text import Edit, Span


def shifted(edits: Iterable[Edit], distance: int) -> Iterator[Edit]:
    """Edits of a part as edits of the whole that it is cut out of."""
    for span, text in edits:
        yield Edit(Span(span.start + distance, span.end + distance), text)
