"""Search a file once more as it stands, when what its readers list is redacted.

Bodies come first, under their layers, and the texts that their streams may have cut; then the file
itself: what is plain in a body is taken out there, where the lengths that go with it are known.
Each is proven for itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, TypeAlias

from cassette_cli.document import Comment, Document, Node, Scalar, apply, content_start, walk
from cassette_cli.errors import EditError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.reading import Reading, read_interactions
from cassette_cli.text import Span
from cassette_cli.texts.as_it_stands import (
    find_below,
    find_in_bodies,
    find_in_file,
    find_in_joined,
    is_hit_as_it_stands,
    listed_in,
)
from cassette_cli.texts.edits import replace_found
from cassette_cli.texts.find import Found
from cassette_cli.texts.joining import WAYS_TO_JOIN
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search, SearchAt

_FindMore: TypeAlias = Callable[[Document, Reading, Search, SearchAt], Iterator[Found]]
_IN_BODIES: tuple[_FindMore, ...] = (
    find_in_bodies,
    *(partial(find_in_joined, number) for number in range(len(WAYS_TO_JOIN))),
    find_below,
)


class Stray(NamedTuple):
    """A secret where no reader looks: its offset is that in the file before any edit."""

    label: object
    text: str
    interaction: int | None
    location: str
    offset: int
    redacted: bool


class Swept(NamedTuple):
    """What was found in a file as it stands, and the file without it."""

    strays: tuple[Stray, ...]
    document: Document


def sweep(
    original: Document,
    readings: Sequence[Reading],
    redacted: Document,
    search: Search,
    search_in: Callable[[Document], SearchAt],
) -> Swept:
    """Sweep what became of a file whose interactions were read to `readings`.

    `search_in(document)` says what to look for at a node of it.
    """
    now = readings if redacted is original else read_interactions(read_cassette(redacted))
    search = replace(search, paths=None, whole=None)
    if not is_hit_as_it_stands(redacted, now, search):
        return Swept((), redacted)
    sweeping = _Sweeping(original, readings, search, search_in)
    return sweeping.sweep(redacted, now)


@dataclass(frozen=True, slots=True)
class _Sweeping:
    original: Document
    readings: Sequence[Reading]
    search: Search
    search_in: Callable[[Document], SearchAt]

    def sweep(self, document: Document, readings: Sequence[Reading]) -> Swept:
        strays: list[Stray] = []
        for find_more in _IN_BODIES:
            search_at = self.search_in(document)
            found = [
                (reading.index, one)
                for reading in readings
                for one in find_more(document, reading, self.search, search_at)
            ]
            edited = self._take_out(document, self._unknown(document, found, strays), strays)
            if edited is not document:
                document, readings = edited, read_interactions(read_cassette(edited))
        in_file = find_in_file(document, readings, self.search, self.search_in(document))
        found_in_file = self._unknown(document, [(None, one) for one in in_file], strays)
        document = self._take_out(document, found_in_file, strays)
        strays += self._left(document, readings, {stray.offset for stray in strays})
        return Swept(tuple(strays), document)

    def _unknown(
        self,
        document: Document,
        found: Iterable[tuple[int | None, Found]],
        strays: Sequence[Stray],
    ) -> list[tuple[int | None, Found]]:
        """What was not found before, and left where it is."""
        left = {(stray.offset, stray.label) for stray in strays if not stray.redacted}
        return [
            (interaction, one)
            for interaction, one in found
            if (self._offset(document, one), one.label) not in left
        ]

    def _take_out(
        self,
        document: Document,
        found: Sequence[tuple[int | None, Found]],
        strays: list[Stray],
    ) -> Document:
        """Redact what was found, all at once if that can be proven, else what can be."""
        if not found:
            return document
        edited, kept = _edited(document, [one for _, one in found])
        for interaction, one in found:
            offset = self._offset(document, one)
            index = self._interaction_at(offset) if interaction is None else interaction
            redacted = one in kept
            strays.append(Stray(one.label, one.text, index, one.location, offset, redacted))
        return edited

    def _left(
        self, document: Document, readings: Sequence[Reading], known: set[int]
    ) -> Iterator[Stray]:
        """What stands in tags, or in other syntax that no edit reaches."""
        listed = listed_in(document, readings)
        nodes = [node for root in document.roots for node in walk(root) if isinstance(node, Scalar)]
        judged = [
            Span(content_start(document.text, node), node.end)
            for node in nodes
            if node.start in listed
        ]
        for hit in self.search.find(Kind.TEXT, "", document.text):
            text = document.text[slice(*hit.span)]
            offset = original_offset(self.original, document, hit.span.start, text)
            if offset in known or any(_holds(span, hit.span.start) for span in judged):
                continue
            if self._is_silenced(document, hit):
                continue
            index = self._interaction_at(offset)
            yield Stray(hit.label, text, index, "", offset, redacted=False)

    def _is_silenced(self, document: Document, hit: Hit) -> bool:
        """Whether comments silence its rule where it stands."""
        at = Comment("", *hit.span)
        holder = min(
            (
                node
                for root in document.roots
                for node in walk(root)
                if _holds(node.span, hit.span.start)
            ),
            key=lambda node: node.end - node.start,
            default=at,
        )
        text = document.text[slice(*hit.span)]
        search = self.search_in(document)(holder)
        return not any(other.label == hit.label for other in search.find(Kind.TEXT, "", text))

    def _offset(self, document: Document, found: Found) -> int:
        return original_offset(self.original, document, found.offset, found.text)

    def _interaction_at(self, offset: int) -> int | None:
        for reading in self.readings:
            node = reading.interaction.sources.get("interaction")
            if node is not None and _holds(node.span, offset):
                return reading.index
        return None


def original_offset(original: Document, document: Document, offset: int, text: str) -> int:
    """Where in a file a text stood that now stands at an offset of what became of the file."""
    if document is original:
        return offset
    spans = zip(_spans(original), _spans(document), strict=True)
    around = [(now, before) for before, now in spans if _holds(now, offset)]
    if not around:
        return offset
    _, before = min(around, key=lambda pair: pair[0].end - pair[0].start)
    return max(original.text.find(text, *before), before.start)


def _edited(document: Document, found: Sequence[Found]) -> tuple[Document, list[Found]]:
    editable = [one for one in found if one.hit.replacement is not None]
    try:
        return apply(document, replace_found(editable)), editable
    except EditError:
        provable = [one for one in editable if _can_be_edited(document, one)]
    try:
        return apply(document, replace_found(provable)), provable
    except EditError:
        return document, []


def _can_be_edited(document: Document, found: Found) -> bool:
    try:
        apply(document, replace_found([found]))
    except EditError:
        return False
    return True


def _spans(document: Document) -> list[Span]:
    nodes: list[Node | Comment] = list(document.comments)
    nodes += (node for root in document.roots for node in walk(root))
    return [node.span for node in nodes]


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end
