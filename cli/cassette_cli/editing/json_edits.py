"""The least edits that turn a JSON text into one of another value, in the style of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cassette_cli.document import Document, Mapping, Node, Scalar, Sequence, parse_json
from cassette_cli.editing.json_style import JsonStyle, margin_at, member_spans, style_of
from cassette_cli.errors import EditError, ParseError
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.text import Edit, Span, difference, splice
from cassette_cli.texts.json_text import source_edits


def json_edits(text: str, value: Json) -> tuple[Edit, ...]:
    """Edits of a JSON text that make it spell `value`; what is equal keeps its spelling.

    Raises EditError where the text is no JSON by the standard.
    """
    try:
        document = parse_json("", text)
    except ParseError:
        raise EditError("JSON that is not as the standard has it cannot be edited") from None
    source = _Source(document, style_of(document))
    edits = tuple(source.edits(document.roots[0], value))
    if read_json(splice(text, edits)) != value:
        raise EditError("the JSON cannot be spelled so that it is read back")
    return edits


def respell_json(text: str, value: Json) -> str:
    """The JSON text with these edits made."""
    return splice(text, json_edits(text, value))


@dataclass(frozen=True, slots=True)
class _Source:
    document: Document
    style: JsonStyle

    def edits(self, node: Node, value: Json) -> Iterator[Edit]:
        """Edits of the text that make a node spell another value."""
        match node, value:
            case Scalar(style='"'), str():
                yield from source_edits(self.document, node, difference(node.value, value))
            case Mapping(entries), dict() if list(dict.fromkeys(node.keys())) == list(value):
                # Of members with the same name the last counts.
                for name, child in {key[0]: child for key, child in entries}.items():
                    yield from self.edits(child, value[str(name)])
            case Sequence(items), list() if len(items) == len(value):
                for child, item in zip(items, value, strict=True):
                    yield from self.edits(child, item)
            case Mapping(entries), dict() if entries and value:
                yield self.rebuilt(node, self.members(entries, value, self.inner_margin(node)))
            case Sequence(items), list() if items and value:
                yield self.rebuilt(node, self.items(items, value, self.inner_margin(node)))
            case _ if write_json(self.value(node)) != write_json(value):
                yield Edit(node.span, self.style.spell(value, self.margin(node)))

    def rebuilt(self, node: Mapping | Sequence, members: Iterable[str]) -> Edit:
        """An object or array with other members, each between the same blanks as those before."""
        text, spans = self.document.text, member_spans(node)
        opening = text[node.start + 1 : spans[0].start]
        comma = f",{opening}" if opening else self.style.comma
        if len(spans) > 1:
            comma = text[spans[0].end : spans[1].start]
        head, tail = text[node.start : spans[0].start], text[spans[-1].end : node.end]
        return Edit(node.span, head + comma.join(members) + tail)

    def members(
        self, entries: Iterable[tuple[Node, Node]], value: dict[str, Json], margin: str
    ) -> Iterator[str]:
        known = {key[0]: (key, child) for key, child in entries}
        for name, member in value.items():
            if name in known:
                key, child = known[name]
                yield self.document.text[key.start : child.start] + self.revised(child, member)
            else:
                named = self.style.spell(name) + self.style.colon
                yield named + self.style.spell(member, margin)

    def items(self, items: Iterable[Node], value: list[Json], margin: str) -> Iterator[str]:
        known = {write_json(self.value(item)): item for item in items}
        wanted = [write_json(member) for member in value]
        # An item that is gone made room for one that is new.
        spare = (item for spelled, item in known.items() if spelled not in wanted)
        for spelled, member in zip(wanted, value, strict=True):
            item = known.get(spelled) or next(spare, None)
            yield self.revised(item, member) if item else self.style.spell(member, margin)

    def revised(self, node: Node, value: Json) -> str:
        """The text of a node, with its edits made."""
        edits = [
            Edit(Span(span.start - node.start, span.end - node.start), text)
            for span, text in self.edits(node, value)
        ]
        return splice(self.document.text[slice(*node.span)], edits)

    def value(self, node: Node) -> Json:
        return read_json(self.document.text[slice(*node.span)])

    def inner_margin(self, node: Mapping | Sequence) -> str:
        """The indentation of its members, where they stand on lines of their own."""
        opening = self.document.text[node.start + 1 : member_spans(node)[0].start]
        return opening.rpartition("\n")[2] if "\n" in opening else self.margin(node)

    def margin(self, node: Node) -> str:
        return margin_at(self.document.text, node.start)
