"""Cut a cassette into cassettes of one interaction each."""

from collections.abc import Iterator

from cassette_cli.model import Cassette
from cassette_cli.rewriting.interactions import keep_interactions
from cassette_cli.rewriting.operation import rewrite


def split(cassette: Cassette) -> Iterator[str]:
    """The text of a file for each interaction, in order; what stands around them is in each."""
    for interaction in cassette.interactions:
        yield rewrite(cassette, [keep_interactions({interaction.index})]).text
