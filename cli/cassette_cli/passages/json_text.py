"""Strings of a JSON text, and of JSON inside of its strings; edits keep the rest of its bytes."""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import chain

from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.json_document import compose_json
from cassette_cli.document.nodes import Mapping, Node, Scalar
from cassette_cli.document.nodes import Sequence as SequenceNode
from cassette_cli.document.offsets import place_spans, source_offset
from cassette_cli.document.parse import MAX_DEPTH
from cassette_cli.document.resolve import scalar_value
from cassette_cli.errors import ParseError
from cassette_cli.json_values import Json, read_json
from cassette_cli.passages.passage import (
    NOTHING,
    Found,
    Kind,
    Path,
    Revision,
    Search,
    joined,
    revise_leaf,
    write_path,
)
from cassette_cli.text import Edit

# JSON may spell any ASCII character as an escape, and a slash behind a backslash.
_ASCII_ESCAPE = re.compile(r"\\u00([0-7][0-9A-Fa-f])|\\/")
_MAX_NESTING = 8


def revise_json(
    text: str, value: Json, name: str, search: Search, leave_out: Collection[Path] = ()
) -> Revision:
    """Search a JSON text, but for the strings at the paths to `leave_out`; `value` is what it spells.

    A value without a hit, as nearly all are, is never composed into nodes.
    """
    wanted = search.paths(value) if search.paths else frozenset()
    if not wanted and (not may_hold(text, value, search) or not has_hit(value, search, name)):
        return NOTHING
    document = json_document(text)
    if document is None:
        # What json.loads takes and the standard does not: NaN, nesting beyond all reason.
        return revise_leaf(Kind.TEXT, name, text, search)
    root = document.roots[0]
    strings = (
        _revise_scalar(document, scalar, member, search).below(write_path(path))
        for scalar, path, member in strings_of(root, name)
        if path not in leave_out and not is_below(path, wanted)
    )
    members = (
        _revise_whole(document, scalar, search).below(write_path(path))
        for scalar, path, _ in scalars_of(root, name)
        if is_below(path, wanted)
    )
    return joined(chain(strings, members))


def may_hold(text: str, value: Json, search: Search) -> bool:
    """Whether a JSON text may hold a hit: by what it contains, or by the name of a member."""
    if "\\u00" in text or "\\/" in text:
        text = _ASCII_ESCAPE.sub(lambda found: chr(int(found[1] or "2f", 16)), text)
    return search.may_occur(text) or _has_name(value, search)


def json_document(text: str) -> Document | None:
    """A JSON text with its nodes; None where it is none by the standard."""
    try:
        return Document("", text, Syntax.JSON, (compose_json("", text, MAX_DEPTH),))
    except ParseError:
        return None


def strings_of(node: Node, name: str) -> Iterator[tuple[Scalar, Path, str]]:
    """Every string below a node, keys too, with its path, and the name of the member it is in."""
    for scalar, path, member in scalars_of(node, name):
        if isinstance(scalar_value(scalar), str):
            yield scalar, path, member


def is_below(path: Path, members: Collection[Path]) -> bool:
    """Whether a path leads to one of the members, or into it."""
    return bool(members) and any(path[:length] in members for length in range(len(path) + 1))


def scalars_of(node: Node, name: str) -> Iterator[tuple[Scalar, Path, str]]:
    """Every scalar below a node; the path to a key is that to its value, and "key"."""
    stack: list[tuple[Node, Path, str]] = [(node, (), name)]
    while stack:
        node, path, name = stack.pop()
        match node:
            case Scalar():
                yield node, path, name
            case Mapping(entries):
                for key, child in reversed(entries):
                    label = key.value if isinstance(key, Scalar) else ""
                    stack.append((child, (*path, label), label))
                    stack.append((key, (*path, label, "key"), ""))
            case SequenceNode(items):
                stack.extend(
                    (items[index], (*path, index), name) for index in reversed(range(len(items)))
                )


def revise_string(text: str, name: str, search: Search) -> Revision:
    """Search the value of a string, which may hold JSON itself."""
    inner = read_json(text) if text[:1] in ("{", "[") else None
    if isinstance(inner, dict | list):
        return revise_json(text, inner, name, search).below("json")
    return revise_leaf(Kind.FIELD, name, text, search)


def source_edits(document: Document, scalar: Scalar, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits of a JSON string's value as edits of the JSON text."""
    ascii_only = document.text[scalar.start : scalar.end].isascii()
    places = place_spans(document, scalar, [edit.span for edit in edits]) or ()
    for (span, text), place in zip(edits, places, strict=True):
        # A place is widened to whole escapes: what it takes besides is put back.
        before = scalar.value[place.value.start : span.start]
        after = scalar.value[span.end : place.value.end]
        yield Edit(place.source, json.dumps(before + text + after, ensure_ascii=ascii_only)[1:-1])


def _revise_scalar(document: Document, scalar: Scalar, name: str, search: Search) -> Revision:
    revision = revise_string(scalar.value, name, search)
    if revision is NOTHING or not revision.found:
        return NOTHING
    lifted = revision.below("", partial(source_offset, document, scalar))
    return lifted._replace(edits=tuple(source_edits(document, scalar, revision.edits)))


def _revise_whole(document: Document, scalar: Scalar, search: Search) -> Revision:
    """Take a member for a hit, whatever it holds; a number gives way to a string."""
    if search.whole is None:
        return NOTHING
    hit = search.whole(scalar.value)
    found = Found((), scalar.start, scalar.value, hit.label)
    if hit.replacement is None:
        return Revision((), (found,))
    return Revision((Edit(scalar.span, json.dumps(hit.replacement)),), (found,))


def _has_name(value: Json, search: Search) -> bool:
    """Whether any member has a name that is looked at; JSON in a string has to be read first."""
    stack = [value]
    while stack:
        match stack.pop():
            case dict() as members:
                for name, member in members.items():
                    if isinstance(member, dict | list):
                        stack.append(member)
                    elif isinstance(member, str) and (
                        member[:1] in ("{", "[") or search.names(name)
                    ):
                        return True
            case [first, *_] as items if isinstance(first, dict | list | str):
                stack.extend(items)
            case str() as text if text[:1] in ("{", "["):
                return True
    return False


def has_hit(value: Json, search: Search, name: str = "", nesting: int = _MAX_NESTING) -> bool:
    """Whether any string of a value is hit; quick, since it asks for no places."""
    match value:
        case str():
            inner = read_json(value) if value[:1] in ("{", "[") and nesting else None
            if isinstance(inner, dict | list):
                return has_hit(inner, search, name, nesting - 1)
            return bool(search.find(Kind.FIELD, name, value))
        case dict():
            return any(
                has_hit(member, search, key, nesting) or search.find(Kind.FIELD, "", key)
                for key, member in value.items()
            )
        case [first, *_] if not isinstance(first, int | float):
            return any(has_hit(item, search, name, nesting) for item in value)
    return False
