"""Exceptions that silence a rule or a check: comments in a cassette, and globs of paths.

`# cassette: ignore[rule-id, check-id]` is about the line it stands on, or the line below it where
no value stands before it; `# cassette: ignore` is about every rule and check.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import TypeAlias

from cassette_cli.document import Document, Scalar, Syntax, content_start, walk

Ignores: TypeAlias = Mapping[int, frozenset[str]]
PerFile: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]

EVERYTHING = "*"
_WORDS = "cassette: ignore"
_COMMENT = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*cassette: ignore(?:\[([A-Za-z0-9:_, -]*)\]|(?![\w\[-]))", re.MULTILINE
)


def read_ignores(document: Document) -> Ignores:
    """What comments silence, by line (from 1); `EVERYTHING` stands for all rules and checks."""
    if document.syntax is not Syntax.YAML or _WORDS not in document.text:
        return {}
    contents = _Contents(document)
    ignores: dict[int, frozenset[str]] = {}
    for found in _COMMENT.finditer(document.text):
        if found.start() in contents:
            continue
        names = frozenset(
            name.strip() for name in (EVERYTHING if found[1] is None else found[1]).split(",")
        )
        line, column = document.line_and_column(found.start())
        before = document.text[found.start() - column + 1 : found.start()].rstrip()
        lines = (line, line + 1) if not before or before[-1] in ":-" else (line,)
        for silenced in lines:
            ignores[silenced] = ignores.get(silenced, frozenset()) | names
    return ignores


def is_ignored(ignores: Ignores, name: str, *lines: int) -> bool:
    """Whether a rule or a check is silenced on one of these lines."""
    return any(not {name, EVERYTHING}.isdisjoint(ignores.get(line, ())) for line in lines)


def ignored_in(path: str, per_file: PerFile) -> tuple[str, ...]:
    """The rules and checks that are silenced in a file, by globs of its path or of its end."""
    return tuple(
        name
        for glob, names in per_file
        if _matches(path, glob.removeprefix("**/"))
        for name in names
    )


def read_per_file(values: Iterable[str]) -> PerFile:
    """Read `GLOB:RULE,RULE`. Raises ValueError for what is written otherwise."""
    per_file = []
    for value in values:
        glob, _, names = value.rpartition(":")
        ids = tuple(name.strip() for name in names.split(",") if name.strip())
        if not glob or not ids:
            raise ValueError(value)
        per_file.append((glob, ids))
    return tuple(per_file)


def _matches(path: str, glob: str) -> bool:
    path = path.replace("\\", "/")
    return fnmatchcase(path, glob) or fnmatchcase(path, f"*/{glob}")


class _Contents:
    """The text of scalars, in which a number sign begins no comment."""

    def __init__(self, document: Document) -> None:
        spans = [
            _content(document.text, node)
            for root in document.roots
            for node in walk(root)
            if isinstance(node, Scalar)
        ]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self.starts, offset) - 1
        return before >= 0 and offset < self.ends[before]


def _content(text: str, scalar: Scalar) -> tuple[int, int]:
    """A block scalar begins behind its header, which may end in a comment."""
    if scalar.style not in ("|", ">"):
        return scalar.start, scalar.end
    line_end = text.find("\n", content_start(text, scalar), scalar.end)
    return (scalar.end if line_end < 0 else line_end), scalar.end
