"""Edit the texts of interactions: what was found there gives way to what is to stand there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from cassette_cli.document import Intent
from cassette_cli.text import Edit
from cassette_cli.texts.find import Found
from cassette_cli.texts.leaf import Carrier, Root, Way

_Edits: TypeAlias = defaultdict[Way, list[Edit]]


class _Inside(NamedTuple):
    """A carrier, and the way to the text that it reads."""

    outer: Way
    carrier: Carrier


def replace_found(found: Iterable[Found]) -> tuple[Intent, ...]:
    """Intents that put their replacements in the place of finds, as far as they have any.

    Lengths that were right stay right. Raises EditError where a find stands in what cannot be
    written back.
    """
    edits: _Edits = defaultdict(list)
    for one in found:
        if one.hit.replacement is not None:
            edits[one.leaf.way].append(Edit(one.hit.span, one.hit.replacement))
    return tuple(_intents(_lifted(edits)))


def _lifted(edits: _Edits) -> _Edits:
    """Edits of texts under layers as edits of those that stand in the file, from the inside out."""
    for depth in range(max((len(way.layers) for way in edits), default=0), 0, -1):
        in_carriers: dict[_Inside, dict[int, list[Edit]]] = {}
        for way in [way for way in edits if len(way.layers) == depth]:
            inside = in_carriers.setdefault(_Inside(way.outer, way.layers[-1].carrier), {})
            inside[way.layers[-1].number] = edits.pop(way)
        for (outer, carrier), by_number in in_carriers.items():
            edits[outer] += carrier.lift(by_number)
    return edits


def _intents(edits: _Edits) -> Iterator[Intent]:
    in_roots: dict[Root, dict[int, list[Edit]]] = {}
    for (root, number, _), these in edits.items():
        in_roots.setdefault(root, {})[number] = these
    for root, by_number in in_roots.items():
        yield from root.intents(by_number)
