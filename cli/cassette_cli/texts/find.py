"""Find something in the texts of interactions, and say where it stands. Nothing is edited here.

Most texts hold nothing. The list is asked first which of them are hit, all at once (`hit_texts`);
then these alone are looked at one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.document import Document
from cassette_cli.place import write_location
from cassette_cli.reading import Reading
from cassette_cli.text import Span
from cassette_cli.texts.hit_texts import hit_texts
from cassette_cli.texts.interaction import roots_of
from cassette_cli.texts.json_text import JsonText
from cassette_cli.texts.leaf import AtPath, Carrier, Leaf, Located, Part, Root, Way
from cassette_cli.texts.opening import may_carry, open_text
from cassette_cli.texts.search import Hit, Search, SearchAt
from cassette_cli.texts.structured_body import StructuredBody


@dataclass(frozen=True)
class Found:
    """A hit in a leaf."""

    leaf: Leaf
    hit: Hit

    @property
    def text(self) -> str:
        """What was found."""
        return self.leaf.text[slice(*self.hit.span)]

    @property
    def label(self) -> object:
        """What the search wants to know of it."""
        return self.hit.label

    @property
    def offset(self) -> int:
        """Where it begins in the text of the file."""
        return self._located.offset

    @property
    def location(self) -> str:
        """The place in words: `response.body › gzip › sse[17] › choices[0].delta.content`."""
        return write_location(self._located.steps)

    @cached_property
    def _located(self) -> Located:
        return self.leaf.locate(self.hit.span.start)


def find(
    document: Document,
    readings: Sequence[Reading],
    search: Search,
    search_at: SearchAt | None = None,
) -> tuple[tuple[Found, ...], ...]:
    """What is found in each of the interactions, which were read from this document.

    `search_at(node)` is what is looked for in that node instead, if it is less in some.
    """
    return find_in([roots_of(document, reading) for reading in readings], search, search_at)


def find_in(
    roots: Sequence[Sequence[Root]], search: Search, search_at: SearchAt | None = None
) -> tuple[tuple[Found, ...], ...]:
    """What is found in each of these parts of files."""
    listed = [texts for of_one in roots for root in of_one for texts in root.texts()]
    hits = hit_texts(listed, search)
    if not hits and search.paths is None:
        return ((),) * len(roots)
    looking = _Looking(hits, search, search_at or (lambda _: search))
    return tuple(
        tuple(found for root in of_one for found in looking.find_in_root(root)) for of_one in roots
    )


@dataclass(frozen=True, slots=True)
class _Looking:
    """Looks at texts one by one, and only at those that are hit."""

    hits: set[str]
    search: Search
    search_at: SearchAt

    def find_in_root(self, root: Root) -> Iterator[Found]:
        if self.search.paths is None and not self.is_hit(root):
            return
        members = _members_at_paths(root, self.search)
        taken = {number for number, _ in members}
        for part in root.parts():
            if part.number in taken or not (part.path is None or self.search.elsewhere(part.path)):
                continue
            search = self.search_at(root.node(part.number))
            yield from self.find_in_part(part, Way(root, part.number), search)
        for _, part in members:
            search = self.search_at(root.node(part.number))
            yield from _find_whole(part, Way(root, part.number), search)

    def is_hit(self, carrier: Carrier | Root) -> bool:
        return not all(self.hits.isdisjoint(these.texts) for these in carrier.texts())

    def find_in_carrier(self, carrier: Carrier, way: Way, search: Search) -> Iterator[Found]:
        members = _members_at_paths(carrier, search)
        taken = {number for number, _ in members}
        named: list[Span] = []
        for part in carrier.parts():
            if part.number in taken or (part.by_name and not search.names(part.name)):
                continue
            way_in = way.into(carrier, part.number)
            found = tuple(self.find_in_part(part, way_in, search))
            if part.by_name and found:
                start = carrier.locate(part.number, 0).offset
                named.append(Span(start, start + len(part.text)))
            elif named:
                found = tuple(one for one in found if not _meets(one.hit.span, named))
            yield from found
        for _, part in members:
            yield from _find_whole(part, way.into(carrier, part.number), search)

    def find_in_part(self, part: Part, way: Way, search: Search) -> Iterator[Found]:
        carrier = part.carrier or self._opened(part, search)
        if carrier is None:
            yield from self._find_in_text(part, way, search)
            return
        spelled: set[str] = set()
        if search.as_spelled and part.carrier is None:
            for found in self._find_in_text(part, way, search):
                spelled.add(found.text)
                yield found
        if search.paths is not None or self.is_hit(carrier):
            inside = self.find_in_carrier(carrier, way, search)
            yield from (found for found in inside if found.text not in spelled)

    def _find_in_text(self, part: Part, way: Way, search: Search) -> Iterator[Found]:
        if part.text in self.hits:
            leaf = Leaf(part.kind, part.name, part.text, way)
            yield from (Found(leaf, hit) for hit in search.find(part.kind, part.name, part.text))

    def _opened(self, part: Part, search: Search) -> Carrier | None:
        if not may_carry(part.kind, part.name, part.text):
            return None
        if part.text not in self.hits and search.paths is None:
            return None
        return open_text(part.name, part.text)


def _members_at_paths(carrier: Carrier | Root, search: Search) -> tuple[AtPath, ...]:
    """What the search takes whole in JSON."""
    if search.paths is None or not isinstance(carrier, JsonText | StructuredBody):
        return ()
    return tuple(carrier.members(search.paths(carrier.value)))


def _find_whole(part: Part, way: Way, search: Search) -> Iterator[Found]:
    """Take a text for a hit, whatever it holds but what would replace it."""
    if search.whole is not None and search.paths is not None:
        hit = search.whole(part.text)
        if hit.replacement != part.text:
            yield Found(Leaf(part.kind, part.name, part.text, way), hit)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
