"""Texts of XML and HTML: what elements and fields hold that have telling names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from cassette_cli.passages.passage import (
    NOTHING,
    Hit,
    Kind,
    Revision,
    Search,
    joined,
    revise_leaf,
    revise_part,
)
from cassette_cli.text import Span

_ELEMENT = re.compile(r"<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>([^<>]+)</\1\s*>")
_FIELD = re.compile(r"<(?:input|meta|param)\s[^<>]*>", re.IGNORECASE)
_NAME = re.compile(r"""\s(?:name|id)=["']([^"']*)["']""", re.IGNORECASE)
_VALUE = re.compile(r"""\s(?:value|content)=["']([^"']+)["']""", re.IGNORECASE)


def is_markup(content: str) -> bool:
    """Whether a text begins with a tag."""
    return re.match(r"\s*<[A-Za-z!?]", content) is not None


def revise_markup(content: str, search: Search) -> Revision:
    """Search what has a name by that, and all by its looks."""
    named = joined(
        revise_part(content, span, name, partial(_revise_named, name, search))
        for name, span in _named(content)
        if search.names(name)
    )
    taken = [Span(find.offset, find.offset + len(find.text)) for find in named.found]

    def find_others(kind: Kind, name: str, text: str) -> list[Hit]:
        return [hit for hit in search.find(kind, name, text) if not _meets(hit.span, taken)]

    others = revise_leaf(Kind.TEXT, "", content, replace(search, find=find_others))
    return joined((named, others))


def _named(content: str) -> Iterator[tuple[str, Span]]:
    """Names, without their namespaces, each with the span of its text."""
    for element in _ELEMENT.finditer(content):
        yield element[1].rpartition(":")[2], Span(*element.span(2))
    for field in _FIELD.finditer(content):
        name, value = _NAME.search(field[0]), _VALUE.search(field[0])
        if name and value:
            start = field.start()
            yield name[1], Span(start + value.start(1), start + value.end(1))


def _revise_named(name: str, search: Search, text: str) -> Revision:
    return revise_leaf(Kind.FIELD, name, text, search) if text.strip() else NOTHING


def _meets(span: Span, others: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
