"""Applies edits to a document: planned on one text, spliced once, and proven by a second parse."""

from collections.abc import Iterable

from cassette_cli.document.document import Document
from cassette_cli.document.intents import (
    Copy,
    Delete,
    Insert,
    Intent,
    Move,
    ReplaceText,
    Restyle,
    SetBytes,
    SetLiteral,
    SetValue,
)

__all__ = [
    "Copy",
    "Delete",
    "Insert",
    "Intent",
    "Move",
    "ReplaceText",
    "Restyle",
    "SetBytes",
    "SetLiteral",
    "SetValue",
    "apply",
]


def apply(document: Document, intents: Iterable[Intent]) -> Document:
    """The document with all the edits made, and nothing else changed.

    Raises EditError where an edit overlaps another, would change a value that an alias shares, or
    cannot be proven to do only what was asked.
    """
    raise NotImplementedError
