"""Compose the events of a YAML parser into nodes; this loop is where most of the time goes.

It keeps its own stack, so that nesting is bounded, and builds tuples without their constructors.
"""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Protocol, TypeAlias

from cassette_cli.document.nodes import Alias, Mapping, Node, Scalar, Sequence
from cassette_cli.errors import ParseError


class Mark(Protocol):
    """Where an event begins or ends, in code points and lines from 0."""

    index: int
    line: int


class Event(Protocol):
    """An event of ruamel.yaml: which of the fields it has depends on its class."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str | None
    flow_style: bool
    tag: str | None
    anchor: str


Composed: TypeAlias = tuple[tuple[Node, ...], bool]

_new: Callable[..., Node] = tuple.__new__


def compose(name: str, events: Iterator[Event], max_depth: int) -> Composed:
    """The root nodes of all documents, and whether there is an alias in any of them.

    Raises ParseError for what is nested deeper than `max_depth`.
    """
    from ruamel.yaml import events as classes  # noqa: PLC0415 -- not for JSON

    kinds: ModuleType = classes
    scalar, alias = kinds.ScalarEvent, kinds.AliasEvent
    starts = (kinds.MappingStartEvent, kinds.SequenceStartEvent)
    mapping_end, sequence_end = kinds.MappingEndEvent, kinds.SequenceEndEvent
    aliased = False
    children: list[Node] = []
    # The children of what is open further out, each with the event that opened the inner one.
    stack: list[tuple[list[Node], Event]] = []
    for event in events:
        kind = type(event)
        if kind is scalar:
            start, end = event.start_mark.index, event.end_mark.index
            fields = (event.value, event.style or "", start, end, event.tag, event.anchor)
            children.append(_new(Scalar, fields))
        elif kind in starts:
            stack.append((children, event))
            if len(stack) > max_depth:
                raise ParseError(
                    f"nested more than {max_depth} levels deep",
                    where=f"{name}:{event.start_mark.line + 1}",
                    hint="no recorder writes such a file",
                )
            children = []
        elif kind is mapping_end or kind is sequence_end:
            outer, start_event = stack.pop()
            outer.append(_collection(start_event, event, children, is_map=kind is mapping_end))
            children = outer
        elif kind is alias:
            aliased = True
            children.append(Alias(event.anchor, event.start_mark.index, event.end_mark.index))
    return tuple(children), aliased


def _collection(start: Event, end: Event, children: list[Node], *, is_map: bool) -> Node:
    flow = start.flow_style
    # A block collection "ends" at the next token, past comments and blank lines.
    stop = end.end_mark.index if flow or not children else children[-1].end
    rest = (flow, start.start_mark.index, stop, start.tag, start.anchor)
    if is_map:
        names = iter(children)
        return _new(Mapping, (tuple(zip(names, names, strict=True)), *rest))
    return _new(Sequence, (tuple(children), *rest))
