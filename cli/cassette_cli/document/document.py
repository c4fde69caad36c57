"""A parsed file: its source text, its nodes, and where an offset stands in lines and columns."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from cassette_cli.document.nodes import Alias, Comment, Mapping, Node, Scalar, Sequence


class Syntax(Enum):
    """How the source text is written; an edit has to be spelled the same way."""

    YAML = "yaml"
    JSON = "json"
    HTTP = "http"


def is_json_name(name: str) -> bool:
    """Whether loaders read a file of this name as JSON; that it is compressed does not count."""
    return name.lower().removesuffix(".gz").endswith((".json", ".har"))


@dataclass(frozen=True)
class Document:
    """One file. `text` is the source without its byte order mark; offsets count its code points.

    `roots` holds a node for each YAML document in the file: one as a rule, none in an empty file.
    `aliased` tells whether there is an alias anywhere in them.
    """

    name: str
    text: str = field(repr=False)
    syntax: Syntax
    roots: tuple[Node, ...] = field(repr=False)
    aliased: bool = False

    @property
    def root(self) -> Node | None:
        """The node of the only document, or None where the file is empty or holds several."""
        return self.roots[0] if len(self.roots) == 1 else None

    @property
    def also_yaml(self) -> bool:
        """Whether the file is written in JSON, but under a name that has it read as YAML."""
        return self.syntax is Syntax.JSON and not is_json_name(self.name)

    @cached_property
    def resolved(self) -> Node | None:
        """The root with every alias replaced by the very node that it stands for, merges applied.

        Nodes are shared, not copied, so that an alias bomb stays small; one that is walked in full
        is not. An alias of its own ancestor, or of nothing, becomes null.
        """
        return self.resolved_roots[0] if len(self.roots) == 1 else None

    @cached_property
    def resolved_roots(self) -> tuple[Node, ...]:
        """The roots of all documents in the file, each resolved for itself."""
        return tuple(_resolve(root, {}) for root in self.roots) if self.aliased else self.roots

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments of a YAML file, in source order; nothing else has any."""
        from cassette_cli.document.comments import find_comments  # noqa: PLC0415 -- few ask for it

        if self.syntax is not Syntax.YAML:
            return ()
        return tuple(find_comments(self.text, self.roots))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (in code points) of an offset in `text`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def column(self, offset: int) -> int:
        """The column of an offset in `text`, from 0."""
        return self.line_and_column(offset)[1] - 1

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts


def _resolve(node: Node, anchors: dict[str, Node]) -> Node:
    match node:
        case Alias(name, start, end):
            return anchors.get(name, Scalar("null", "", start, end))
        case Mapping(entries):
            resolved = [
                (_resolve(key, anchors), _resolve(value, anchors)) for key, value in entries
            ]
            node = node._replace(entries=tuple(_merge(resolved)))
        case Sequence(items):
            node = node._replace(items=tuple(_resolve(item, anchors) for item in items))
    if node.anchor is not None:
        anchors[node.anchor] = node
    return node


def _merge(entries: list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    """Put what `<<` names in front, so that the mapping's own entries win."""
    merged: list[tuple[Node, Node]] = []
    own: list[tuple[Node, Node]] = []
    for key, value in entries:
        if isinstance(key, Scalar) and (key.value, key.style) == ("<<", ""):
            sources = value.items if isinstance(value, Sequence) else (value,)
            for source in reversed(sources):
                merged += source.entries if isinstance(source, Mapping) else ()
        else:
            own.append((key, value))
    return merged + own
