"""Cut a cassette into cassettes of one interaction each."""

from collections.abc import Iterator

from cassette_cli.model import Cassette
from cassette_cli.rewriting.keep import Keep
from cassette_cli.rewriting.rewrite import rewrite


def split(cassette: Cassette) -> Iterator[str]:
    """The text of a file for each interaction, in order; what stands around them is in each."""
    for interaction in cassette.interactions:
        yield rewrite(cassette, [Keep(frozenset((interaction.index,)))]).text
