"""All known formats, and the one that claims a document."""

from collections.abc import Iterator

from cassette_cli.document import Document, Mapping, Node, Sequence, Syntax, is_null
from cassette_cli.errors import FormatError
from cassette_cli.formats.format import Format
from cassette_cli.formats.nearly import what_is_missing
from cassette_cli.model import Cassette
from cassette_cli.plugins import collect, iter_plugins

_COMMON = ("go_vcr", "vcr_ruby", "vcrpy")
_LISTS = ("interactions", "http_interactions")
_MAX_ITEMS = 20
_MAX_KEYS = 6
_MAX_KEY_LENGTH = 40


def formats() -> tuple[Format, ...]:
    """The formats of this package, in the order of their file names."""
    return collect("cassette_cli.formats", "FORMAT", Format)


def read_cassette(document: Document) -> Cassette:
    """Read a document by the one format that claims it.

    Raises FormatError, with what stands in the file instead, where none does.
    """
    claimed = claim(document)
    if claimed is None:
        names = ", ".join(sorted(known.name for known in formats()))
        raise FormatError(
            _reason(document), where=document.name, hint=f"formats that can be read: {names}"
        )
    return _read(claimed, document)


def claims(known: Format, document: Document) -> bool:
    """Whether a document is of this format; of several in one file, each has to be."""
    if len(document.roots) > 1:
        return known.many_documents and all(map(known.matches, document.resolved_roots))
    return known.matches(document.resolved)


def claim(document: Document) -> Format | None:
    """The one format that claims a document, if there is one."""
    # No two formats claim a file, so that the first will do; the common ones are asked first, and
    # the others need no import then.
    claimed = next((known for known in _iter_formats() if claims(known, document)), None)
    return claimed or _claim_by_later_items(document.resolved)


def may_lack(format_name: str) -> frozenset[str]:
    """The fields that interactions of a format need not have."""
    known = _format_named(format_name)
    return known.may_lack if known else frozenset()


def repeats_names(format_name: str) -> bool:
    """Whether a header of several values is several members of one mapping in a format."""
    known = _format_named(format_name)
    return known.repeats_names if known else False


def _format_named(name: str) -> Format | None:
    return next((known for known in _iter_formats() if known.name == name), None)


def _iter_formats() -> Iterator[Format]:
    return iter_plugins("cassette_cli.formats", "FORMAT", Format, _COMMON)


def _claim(root: Node | None) -> Format | None:
    return next((known for known in _iter_formats() if known.matches(root)), None)


def _claim_by_later_items(root: Node | None) -> Format | None:
    """The format that claims a file by a later interaction, where the first is damaged."""
    if not isinstance(root, Mapping):
        return None
    for position, (key, interactions) in enumerate(root.entries):
        if not isinstance(interactions, Sequence) or key[0] not in _LISTS:
            continue
        for item in interactions.items[1:_MAX_ITEMS]:
            entries = list(root.entries)
            entries[position] = (key, interactions._replace(items=(item,)))
            if claimed := _claim(root._replace(entries=tuple(entries))):
                return claimed
    return None


def _read(known: Format, document: Document) -> Cassette:
    try:
        return known.read(document)
    except RecursionError:
        # The text is bounded in depth; aliases of aliases are not.
        raise FormatError("its aliases nest beyond all reason", where=document.name) from None


def _reason(document: Document) -> str:
    if len(document.roots) > 1:
        what = "JSON values" if document.syntax is Syntax.JSON else "YAML documents"
        return f"no recorder's format: {len(document.roots)} {what} in one file"
    root = document.root
    if root is None or is_null(root):
        return "the file is empty"
    syntax = document.syntax.name
    missing = what_is_missing(document.resolved)
    nearly = f" ({missing})" if missing else ""
    return f"no recorder's format: {_description(root, syntax)}{nearly}"


def _description(root: Node, syntax: str) -> str:
    match root:
        case Mapping(entries=()):
            return f"an empty {syntax} mapping"
        case Mapping():
            return f"a {syntax} mapping with {_keys(root)}"
        case Sequence(items=()):
            return f"an empty {syntax} list"
        case Sequence(items=(Mapping() as first, *_)):
            return f"a {syntax} list of mappings with {_keys(first)}"
        case Sequence():
            return f"a {syntax} list"
    return f"a single {syntax} value" if syntax == "JSON" else "plain text"


def _keys(mapping: Mapping) -> str:
    names = tuple(map(_shown, mapping.keys()))
    more = len(names) - _MAX_KEYS
    shown = ", ".join(names[:_MAX_KEYS])
    word = "the key" if len(names) == 1 else "the keys"
    return f"{word} {shown}" + (f" and {more} more" if more > 0 else "")


def _shown(key: str) -> str:
    short = key if len(key) <= _MAX_KEY_LENGTH else f"{key[:_MAX_KEY_LENGTH]}…"
    return short if short.isprintable() else ascii(short)
