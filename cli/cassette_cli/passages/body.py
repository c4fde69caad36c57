"""A body in its file: search it under all of its layers, and put them back on what was edited."""

from dataclasses import dataclass
from functools import partial

from cassette_cli.document import (
    Document,
    Intent,
    Node,
    ReplaceText,
    Scalar,
    Sequence,
    SetBytes,
    SetValue,
    scalar_value,
    source_offset,
)
from cassette_cli.errors import EditError
from cassette_cli.exchange import Payload, framing_of
from cassette_cli.layers.put_back import put_back
from cassette_cli.model import Body, Header, Structured
from cassette_cli.passages.content import (
    is_form,
    revise_binary_stream,
    revise_multipart,
    revise_text_body,
)
from cassette_cli.passages.glance import may_be_hit
from cassette_cli.passages.json_text import (
    is_below,
    revise_string,
    revise_whole,
    scalars_of,
)
from cassette_cli.passages.lengths import stored_length
from cassette_cli.passages.passage import NOTHING, Found, Revision, Search, SearchAt
from cassette_cli.passages.stream import Deltas
from cassette_cli.text import Edit, splice


@dataclass(frozen=True, slots=True)
class BodyRevision:
    """What is to be done to the file, what was found (by offsets in it), and the new length.

    `length` is that of the stored body in bytes, as a Content-Length counts it; None where the body
    does not change, or is stored as data.
    """

    intents: tuple[Intent, ...] = ()
    found: tuple[Found, ...] = ()
    length: int | None = None


UNCHANGED = BodyRevision()


def revise_body(
    document: Document,
    body: Body,
    headers: tuple[Header, ...],
    payload: Payload,
    deltas: Deltas,
    search_at: SearchAt,
) -> BodyRevision:
    """Search a body. Raises EditError where a find stands in what cannot be written back."""
    if body.source is None:
        return UNCHANGED
    search = search_at(body.source)
    if isinstance(body.content, Structured):
        return _revise_structured(document, body.source, payload, search_at)
    content = payload.content
    if isinstance(content, str) and content == body.content:
        return _revise_stored_text(document, body, payload, deltas, search)
    new, revision = _revise_decoded(content, payload, deltas, search)
    if not revision.found:
        return UNCHANGED
    layers = " › ".join(payload.layers[len(body.storage) :])
    start = body.source.start
    found = revision.below(layers, lambda _: start).found
    if new == content:
        return BodyRevision((), found)
    stored = put_back(body, headers, new)
    return BodyRevision(store(body, stored), found, stored_length(stored))


def _revise_structured(
    document: Document, node: Node, payload: Payload, search_at: SearchAt
) -> BodyRevision:
    search = search_at(node)
    wanted = search.paths(payload.value) if search.paths else frozenset()
    if not wanted and not may_be_hit([("", payload.value)], search):
        return UNCHANGED
    intents: list[Intent] = []
    found: list[Found] = []
    for leaf in scalars_of(node, ""):
        scalar, revision = leaf.scalar, NOTHING
        if is_below(leaf.path, wanted) and not leaf.is_key:
            revision = revise_whole(scalar.value, search_at(scalar))
        elif isinstance(scalar_value(scalar), str):
            revision = revise_string(scalar.value, leaf.name, search_at(scalar))
        if revision.found:
            offset_of = partial(source_offset, document, scalar)
            found += revision.below(leaf.place, offset_of).found
        if revision.edits:
            intents.append(_edit_scalar(scalar, revision.edits))
    return BodyRevision(tuple(intents), tuple(found))


def _edit_scalar(scalar: Scalar, edits: tuple[Edit, ...]) -> Intent:
    if isinstance(scalar_value(scalar), str):
        return ReplaceText(scalar, edits)
    return SetValue(scalar, splice(scalar.value, edits))


def _revise_stored_text(
    document: Document, body: Body, payload: Payload, deltas: Deltas, search: Search
) -> BodyRevision:
    if not isinstance(body.content, str) or not isinstance(body.source, Scalar):
        return UNCHANGED
    revision = revise_text_body(body.content, payload, deltas, search)
    if not revision.found:
        return UNCHANGED
    found = revision.below("", partial(source_offset, document, body.source)).found
    if not revision.edits:
        return BodyRevision((), found)
    length = stored_length(splice(body.content, revision.edits))
    return BodyRevision((ReplaceText(body.source, revision.edits),), found, length)


def _revise_decoded(
    content: str | bytes, payload: Payload, deltas: Deltas, search: Search
) -> tuple[str | bytes, Revision]:
    """The new content of a body that stands under layers, and what was found in it."""
    if isinstance(content, str):
        revision = revise_text_body(content, payload, deltas, search)
        return splice(content, revision.edits), revision
    framing = framing_of(content)
    if framing is not None:
        return revise_binary_stream(content, payload, framing, deltas, search)
    if is_form(content):
        # Surrogates stand for bytes that are no UTF-8: they go in and come out unchanged.
        text = content.decode("utf-8", "surrogateescape")
        revision = revise_multipart(text, search)
        return splice(text, revision.edits).encode("utf-8", "surrogateescape"), revision
    return content, NOTHING


def store(body: Body, stored: str | bytes) -> tuple[Intent, ...]:
    """Put another content in the place of a stored body, in the way that this one is stored.

    Raises EditError where that cannot be done.
    """
    match body.source, stored, body.storage:
        case Scalar() as scalar, str(text), _:
            return (SetValue(scalar, text),)
        case Scalar() as scalar, bytes(data), ("base64",):
            return (SetBytes(scalar, data),)
        case Scalar() as scalar, bytes(data), ("hex",):
            return (SetValue(scalar, data.hex()),)
        case Sequence(items), bytes(data), ("hex",):
            return tuple(_hex_chunks(items, data))
    raise EditError(f"a body stored as {' in '.join(body.storage)} cannot be written back")


def _hex_chunks(items: tuple[Node, ...], data: bytes) -> list[Intent]:
    """A body in several chunks of hex: all but the last keep their length."""
    intents: list[Intent] = []
    rest = data.hex()
    chunks = [item for item in items if isinstance(item, Scalar)]
    for number, chunk in enumerate(chunks):
        length = len(rest) if number == len(chunks) - 1 else len(chunk.value)
        new, rest = rest[:length], rest[length:]
        if new != chunk.value.lower():
            intents.append(SetValue(chunk, new))
    return intents
