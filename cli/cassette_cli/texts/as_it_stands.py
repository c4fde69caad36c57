"""Look once more at texts as they stand, after what they carry was looked at in its own terms.

A reader of JSON passes over a member that a later one hides, one of server-sent events over
comments, one of multipart forms over the headers of parts. Whoever searches the text itself sees
all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cassette_cli.document import Comment, Document, Scalar, is_binary, walk
from cassette_cli.reading import Reading
from cassette_cli.texts.body import StoredBody
from cassette_cli.texts.event_texts import EventTexts
from cassette_cli.texts.find import Found
from cassette_cli.texts.interaction import roots_of
from cassette_cli.texts.joining import WAYS_TO_JOIN
from cassette_cli.texts.leaf import Kind, Leaf, Part, Root, Way
from cassette_cli.texts.respelled import texts_below
from cassette_cli.texts.search import Search, SearchAt
from cassette_cli.texts.stream import BinaryStream, TextStream
from cassette_cli.texts.whole_file import WholeFile


def is_hit_as_it_stands(document: Document, readings: Sequence[Reading], search: Search) -> bool:
    """Whether anything is to be found in a file as it stands: quick, for most hold nothing."""
    bodies = [body for reading in readings for body in _bodies(document, reading)]
    texts = [document.text]
    texts += (text for body in bodies if (text := body.content.text) not in document.text)
    for body in bodies:
        texts += map(_joined_text, _joined_streams(body))
    texts.append("\n".join(text for text, *_ in _below(document, readings)))
    texts += _escaped(document, {body.source.start for body in bodies})
    return not search.together or any(search.find(Kind.TEXT, "", text) for text in texts)


def find_in_bodies(
    document: Document, reading: Reading, search: Search, search_at: SearchAt
) -> Iterator[Found]:
    """What is found in the bodies of an interaction, under their layers, as they stand."""
    for body in _bodies(document, reading):
        found = _find(body, search, search_at)
        # Frames have sums: what stands beside their payloads cannot be written back.
        framed = isinstance(body.content.carrier, BinaryStream)
        yield from map(_kept, found) if framed else found


def find_in_joined(
    way_to_join: int, document: Document, reading: Reading, search: Search, search_at: SearchAt
) -> Iterator[Found]:
    """What is found where strings of consecutive events are joined, whatever API they are of."""
    for body in _bodies(document, reading):
        for stream in _joined_streams(body)[way_to_join : way_to_join + 1]:
            for number, channel in stream.inside.channels:
                if len(channel.pieces) > 1 and search.find(Kind.TEXT, "", channel.text):
                    leaf = Leaf(Kind.TEXT, "", channel.text, Way(body, 0).into(stream, number))
                    hits = search_at(body.node(0)).find(Kind.TEXT, "", channel.text)
                    yield from (Found(leaf, hit) for hit in hits)


def find_below(
    document: Document, reading: Reading, search: Search, search_at: SearchAt
) -> Iterator[Found]:
    """What is found under layers that no header or name tells of."""
    for text, way, part in _below(document, (reading,)):
        # A header may be known to hold no secret, whatever it looks like.
        is_public = part.kind is Kind.HEADER and not search.find(part.kind, part.name, text)
        if search.find(Kind.TEXT, "", text) and not is_public:
            hits = search_at(way.root.node(way.number)).find(Kind.TEXT, "", text)
            yield from (Found(Leaf(Kind.TEXT, "", text, way), hit) for hit in hits)


def find_in_file(
    document: Document, readings: Sequence[Reading], search: Search, search_at: SearchAt
) -> Iterator[Found]:
    """What is found in the file itself: comments, keys, anchors, and scalars that nobody lists."""
    yield from _find(WholeFile(document, listed_in(document, readings)), search, search_at)


def listed_in(document: Document, readings: Sequence[Reading]) -> frozenset[int]:
    """Where the nodes start that are listed as texts of interactions: known for what they are."""
    roots = [root for reading in readings for root in roots_of(document, reading)]
    listed = [root.node(part.number) for root in roots for part in root.parts()]
    nodes = [node for node in listed if not isinstance(node, Comment)]
    return frozenset(below.start for node in nodes for below in walk(node))


def _bodies(document: Document, reading: Reading) -> Iterator[StoredBody]:
    roots = roots_of(document, reading)
    yield from (root for root in roots if isinstance(root, StoredBody))


def _below(document: Document, readings: Sequence[Reading]) -> Iterator[tuple[str, Way, Part]]:
    for reading in readings:
        for root in roots_of(document, reading):
            if isinstance(root, StoredBody) and isinstance(root.content.carrier, BinaryStream):
                continue
            for part in root.parts():
                way = Way(root, part.number)
                yield from ((text, below, part) for text, below in texts_below(part.text, way))


def _joined_streams(body: StoredBody) -> Sequence[TextStream | BinaryStream]:
    carrier = body.content.carrier
    if not isinstance(carrier, TextStream | BinaryStream):
        return ()
    events = carrier.inside.events
    return [replace(carrier, inside=EventTexts(events, deltas)) for deltas in WAYS_TO_JOIN]


def _joined_text(stream: TextStream | BinaryStream) -> str:
    channels = (channel for _, channel in stream.inside.channels)
    return "\n".join(channel.text for channel in channels if len(channel.pieces) > 1)


def _kept(found: Found) -> Found:
    return replace(found, hit=found.hit._replace(replacement=None))


def _find(root: Root, search: Search, search_at: SearchAt) -> Iterator[Found]:
    for part in root.parts():
        if search.find(Kind.TEXT, "", part.text):
            yield from _find_in_part(part, root, search_at)


def _find_in_part(part: Part, root: Root, search_at: SearchAt) -> Iterator[Found]:
    leaf = Leaf(Kind.TEXT, "", part.text, Way(root, part.number))
    hits = search_at(root.node(part.number)).find(Kind.TEXT, "", part.text)
    yield from (Found(leaf, hit) for hit in hits)


def _escaped(document: Document, bodies: set[int]) -> Iterator[str]:
    """The scalars beside the bodies that are spelled in other characters than they hold."""
    for root in document.roots:
        for node in walk(root):
            if not isinstance(node, Scalar) or node.start in bodies or is_binary(node):
                continue
            raw = document.text[node.start : node.end]
            if "\n" in raw or (node.style == '"' and "\\" in raw):
                yield node.value
