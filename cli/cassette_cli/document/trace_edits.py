"""Edits of a trace of raw HTTP messages: texts as they are, and lengths that follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cassette_cli.document.document import Document
from cassette_cli.document.http_trace import FIRST_LINE, RAW, byte_length, records_of
from cassette_cli.document.intents import (
    Copy,
    Delete,
    Insert,
    Intent,
    ReplaceText,
    SetBytes,
    SetLiteral,
    SetText,
    SetValue,
)
from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.document.scalar_edits import ScalarPlan
from cassette_cli.document.verify import Changes, flat_children
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span, splice

_LINE_END = "\r\n"


def edit_trace(document: Document, intents: Iterable[Intent]) -> tuple[str, Changes]:
    """The new text, and the changes to prove. Raises EditError for what a trace cannot hold."""
    plan = _Plan()
    try:
        for intent in intents:
            plan.add(intent)
    except EditError as error:
        raise EditError(error.message, where=document.name) from None
    records = list(records_of(document.name, document.text))
    pieces = (
        _respelled(document.text, record.request, record.response, plan.edits)
        for record in (*records, *(records[index] for index in plan.copied))
        if record.start not in plan.dropped
    )
    return FIRST_LINE + "".join(pieces), plan.changes


@dataclass(frozen=True, slots=True)
class _Plan:
    """The edits of the text, the records that go or come twice, and what has to come of it."""

    edits: list[Edit] = field(default_factory=list)
    dropped: set[int] = field(default_factory=set)
    copied: list[int] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)

    def add(self, intent: Intent) -> None:
        match intent:
            case ReplaceText(scalar, edits):
                self.replace(scalar, edits)
            case SetValue(scalar, text) | SetLiteral(scalar, text) | SetText(scalar, text, _):
                self.replace(scalar, _whole(scalar, text))
            case SetBytes(scalar, data):
                self.replace(scalar, _whole(scalar, data.decode("utf-8", "surrogateescape")))
            case Delete(container, index):
                self.delete(container, index)
            case Insert(Mapping() as headers, index, str(name), str(value)) if headers.entries:
                self.insert(headers, index, name, value)
            case Copy(Sequence() as records, index, after) if after == len(records.items) - 1:
                self.copied.append(index)
                self.changes.children[id(records)] = (*records.items, records.items[index])
            case _:
                raise EditError("a trace of raw HTTP cannot be edited like this")

    def replace(self, scalar: Scalar, edits: tuple[Edit, ...]) -> None:
        if id(scalar) in self.changes.scalars:
            raise EditError("the value is edited twice")
        for span, text in edits:
            place = Span(scalar.start + span.start, scalar.start + span.end)
            self.edits.append(Edit(place, text))
        value = splice(scalar.value, edits)
        self.changes.scalars[id(scalar)] = ScalarPlan((), value, "string")

    def delete(self, container: Mapping | Sequence, index: int) -> None:
        if isinstance(container, Sequence):
            self.dropped.add(container.items[index].start)
            gone: tuple[Node, ...] = (container.items[index],)
        else:
            gone = container.entries[index]
            self.edits.append(Edit(Span(gone[0].start, gone[1].end + len(_LINE_END)), ""))
        # The indexes count the children that there were before any edit.
        left = self.changes.children.get(id(container), flat_children(container))
        self.changes.children[id(container)] = tuple(
            child for child in left if all(child is not each for each in gone)
        )

    def insert(self, headers: Mapping, index: int, name: str, value: str) -> None:
        if id(headers) in self.changes.children:
            raise EditError("headers are edited twice at once")
        place = headers.entries[index - 1][1].end
        self.edits.append(Edit(Span(place, place), f"{_LINE_END}{name}: {value}"))
        children = list(flat_children(headers))
        children[index * 2 : index * 2] = (Scalar(name, RAW, 0, 0), Scalar(value, RAW, 0, 0))
        self.changes.children[id(headers)] = tuple(children)


def _whole(scalar: Scalar, text: str) -> tuple[Edit, ...]:
    return (Edit(Span(0, len(scalar.value)), text),) if text != scalar.value else ()


def _respelled(text: str, request: Span, response: Span, edits: list[Edit]) -> str:
    messages = [_edited(text, span, edits) for span in (request, response)]
    return " ".join(str(byte_length(message)) for message in messages) + "\n" + "".join(messages)


def _edited(text: str, span: Span, edits: list[Edit]) -> str:
    return splice(text[span.start : span.end], _within(span, edits))


def _within(message: Span, edits: list[Edit]) -> Iterator[Edit]:
    """The edits of a message, with offsets in it; none stands between two of them."""
    for span, text in edits:
        # What is put in where one message ends and the next begins belongs to the body before.
        if message.start <= span.start and span.end <= message.end and span.end > message.start:
            yield Edit(Span(span.start - message.start, span.end - message.start), text)
