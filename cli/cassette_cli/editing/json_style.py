"""How a JSON text is written: its blanks, its indentation, whether it keeps to ASCII."""

import json
import re
from dataclasses import dataclass

from cassette_cli.document import Document, Mapping, Node, Sequence, walk
from cassette_cli.json_values import Json
from cassette_cli.text import Span

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARGIN = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class JsonStyle:
    """`indent` is what a nested line begins with, beyond the line around it; None on one line."""

    colon: str
    comma: str
    indent: str | None
    ascii: bool

    def spell(self, value: Json, margin: str = "") -> str:
        """A value in this style; `margin` begins each of its lines but the first."""
        spelled = json.dumps(
            value,
            ensure_ascii=self.ascii,
            indent=self.indent,
            separators=(self.comma, self.colon),
        )
        # JSON may hold half a character, UTF-8 may not.
        spelled = _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", spelled)
        return spelled.replace("\n", f"\n{margin}")


def style_of(document: Document) -> JsonStyle:
    """The style of a JSON text, as far as its members show it."""
    text = document.text
    colon, comma, indent = None, None, None
    for node in walk(document.roots[0]):
        if isinstance(node, Mapping) and node.entries and colon is None:
            key, value = node.entries[0]
            colon = text[key.end : value.start]
        spans = member_spans(node)
        if len(spans) > 1 and comma is None:
            comma = text[spans[0].end : spans[1].start]
        if spans and indent is None:
            opening = text[node.start + 1 : spans[0].start]
            if "\n" in opening:
                indent = opening.rpartition("\n")[2].removeprefix(margin_at(text, node.start))
    if comma is None:
        comma = "," if colon == ":" else ", "
    return JsonStyle(colon or ": ", comma if indent is None else ",", indent, text.isascii())


def member_spans(node: Node) -> list[Span]:
    """Where the members of an object, name and value, or the items of an array stand."""
    match node:
        case Mapping(entries):
            return [Span(key.start, value.end) for key, value in entries]
        case Sequence(items):
            return [item.span for item in items]
    return []


def margin_at(text: str, offset: int) -> str:
    """The indentation of the line that an offset is in."""
    found = _MARGIN.match(text, text.rfind("\n", 0, offset) + 1)
    return found[0] if found else ""
