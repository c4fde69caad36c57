"""A parsed file: its source text, its nodes, and where an offset stands in lines and columns."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from cassette_cli.document.nodes import Node


class Syntax(Enum):
    """How the source text is written; an edit has to be spelled the same way."""

    YAML = "yaml"
    JSON = "json"


@dataclass(frozen=True)
class Document:
    """One file. `text` is the source without its byte order mark; offsets count its code points.

    `roots` holds a node for each YAML document in the file: one as a rule, none in an empty file.
    """

    name: str
    text: str = field(repr=False)
    syntax: Syntax
    roots: tuple[Node, ...] = field(repr=False)

    @property
    def root(self) -> Node | None:
        """The node of the only document, or None where the file is empty or holds several."""
        return self.roots[0] if len(self.roots) == 1 else None

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (in code points) of an offset in `text`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts
