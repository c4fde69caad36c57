"""Strings of a JSON text, and of JSON inside of its strings; edits keep the rest of its bytes."""

import json
from base64 import b64encode
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from cassette_cli.document import (
    Document,
    Mapping,
    Node,
    Scalar,
    parse_json,
    scalar_value,
    source_offset,
    source_parts,
)
from cassette_cli.document import Sequence as SequenceNode
from cassette_cli.errors import ParseError
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json, read_json
from cassette_cli.passages.base64_text import ENCODED_MEMBERS, text_in_base64
from cassette_cli.passages.glance import may_be_hit
from cassette_cli.passages.passage import (
    NOTHING,
    Found,
    Kind,
    Revision,
    Search,
    joined,
    revise_leaf,
)
from cassette_cli.text import Edit, Span, splice


def revise_json(
    text: str, value: Json, name: str, search: Search, leave_out: Collection[JsonPath] = ()
) -> Revision:
    """Search a JSON text, which spells `value`, but for the strings at the paths to `leave_out`.

    A value without a hit, as nearly all are, is never composed into nodes.
    """
    wanted = search.paths(value) if search.paths else frozenset()
    if not wanted and not may_be_hit([(name, value)], search):
        return NOTHING
    document = json_document(text)
    if document is None:
        # What json.loads takes and the standard does not: NaN, nesting beyond all reason.
        return revise_leaf(Kind.TEXT, name, text, search)
    root = document.roots[0]
    strings = (
        _revise_scalar(document, leaf.scalar, leaf.name, search).below(leaf.place)
        for leaf in strings_of(root, name)
        if leaf.is_key or not (leaf.path in leave_out or is_below(leaf.path, wanted))
    )
    members = (
        _revise_member(leaf.scalar, search).below(leaf.place)
        for leaf in scalars_of(root, name)
        if not leaf.is_key and is_below(leaf.path, wanted)
    )
    return joined(chain(strings, members))


def json_document(text: str) -> Document | None:
    """A JSON text with its nodes; None where it is none by the standard."""
    try:
        return parse_json("", text)
    except ParseError:
        return None


class Leaf(NamedTuple):
    """A scalar below a node: the path to it, and the name of the member that it is in.

    The path to the key of a member is that to its value.
    """

    scalar: Scalar
    path: JsonPath
    name: str
    is_key: bool = False

    @property
    def place(self) -> str:
        """The path in words."""
        return f"{write_path(self.path)} (key)" if self.is_key else write_path(self.path)


def strings_of(
    node: Node, name: str, leave_out: Collection[int] = (), *, keys: bool = True
) -> Iterator[Leaf]:
    """Every string below a node, of `keys` too where they are wanted.

    Nodes that start at the offsets to `leave_out` are not entered.
    """
    for leaf in scalars_of(node, name, leave_out, keys=keys):
        if isinstance(scalar_value(leaf.scalar), str):
            yield leaf


def is_below(path: JsonPath, members: Collection[JsonPath]) -> bool:
    """Whether a path leads to one of the members, or into it."""
    return bool(members) and any(path[:length] in members for length in range(len(path) + 1))


def scalars_of(
    node: Node, name: str, leave_out: Collection[int] = (), *, keys: bool = True
) -> Iterator[Leaf]:
    """The same for scalars of any type."""
    stack: list[tuple[Node, JsonPath, str, bool]] = [(node, (), name, False)]
    while stack:
        node, path, name, is_key = stack.pop()
        if node.start in leave_out:
            continue
        match node:
            case Scalar():
                yield Leaf(node, path, name, is_key)
            case Mapping(entries):
                for key, child in reversed(entries):
                    label = key.value if isinstance(key, Scalar) else ""
                    name = _paired_name(node) if label == "value" else label
                    stack.append((child, (*path, label), name, False))
                    if keys:
                        stack.append((key, (*path, label), "", True))
            case SequenceNode(items):
                stack.extend(
                    (items[index], (*path, index), name, False)
                    for index in reversed(range(len(items)))
                )


def _paired_name(mapping: Mapping) -> str:
    """The name that `value` has in a pair such as `{"name": "x-api-key", "value": "…"}`."""
    named = mapping.get("name") or mapping.get("key")
    return named.value if isinstance(named, Scalar) else "value"


def revise_string(text: str, name: str, search: Search) -> Revision:
    """Search the value of a string, which may hold JSON itself, or text in base64."""
    inner = read_json(text) if text[:1] in ("{", "[") else None
    if isinstance(inner, dict | list):
        return revise_json(text, inner, name, search).below("json")
    decoded = text_in_base64(text) if name in ENCODED_MEMBERS else None
    if decoded is not None:
        revision = revise_string(decoded, name, search).below("base64", lambda _: 0)
        new = b64encode(splice(decoded, revision.edits).encode()).decode("ascii")
        return revision._replace(edits=(Edit(Span(0, len(text)), new),) if revision.edits else ())
    return revise_leaf(Kind.FIELD, name, text, search)


def revise_whole(text: str, search: Search) -> Revision:
    """Take a text for a hit, whatever it holds but what would replace it."""
    if search.whole is None:
        return NOTHING
    hit = search.whole(text)
    if hit.replacement == text:
        return NOTHING
    edits = () if hit.replacement is None else (Edit(hit.span, hit.replacement),)
    return Revision(edits, (Found((), hit.span.start, text, hit.label),))


def source_edits(document: Document, scalar: Scalar, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits of a JSON string's value as edits of the JSON text."""
    ascii_only = document.text[scalar.start : scalar.end].isascii()
    places = source_parts(document, scalar, [edit.span for edit in edits]) or ()
    for (span, text), place in zip(edits, places, strict=True):
        # A place is widened to whole escapes: what it takes besides is put back.
        before = scalar.value[place.value.start : span.start]
        after = scalar.value[span.end : place.value.end]
        yield Edit(place.source, json.dumps(before + text + after, ensure_ascii=ascii_only)[1:-1])


def _revise_scalar(document: Document, scalar: Scalar, name: str, search: Search) -> Revision:
    revision = revise_string(scalar.value, name, search)
    if not revision.found:
        return NOTHING
    lifted = revision.below("", partial(source_offset, document, scalar))
    return lifted._replace(edits=tuple(source_edits(document, scalar, revision.edits)))


def _revise_member(scalar: Scalar, search: Search) -> Revision:
    """Take a member for a hit, whatever it holds; a number gives way to a string."""
    revision = revise_whole(scalar.value, search).below("", lambda _: scalar.start)
    edits = (Edit(scalar.span, json.dumps(text)) for _, text in revision.edits)
    return revision._replace(edits=tuple(edits))
