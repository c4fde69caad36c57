"""Compose a YAML or JSON text into nodes with spans. No tag is ever constructed, no alias expanded.

libyaml's events, through ruamel.yaml, carry the offsets; the nodes are our own, because every
composer recurses into nesting without bound and throws the places of aliases away.
"""

import warnings
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Protocol, TypeAlias

from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.json_document import compose_json
from cassette_cli.document.nodes import Alias, Mapping, Node, Scalar, Sequence
from cassette_cli.errors import ParseError

MAX_DEPTH = 200
# ruamel's own parser reads YAML 1.2 where libyaml refuses it, at a hundredth of the speed.
_MAX_SECOND_TRY = 500_000


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


class EventSource(Protocol):
    """A parser of libyaml."""

    def get_event(self) -> Event | None: ...


NextEvent: TypeAlias = Callable[[], Event]


def parse(name: str, text: str) -> Document:
    """Parse the text of a file, without its byte order mark; `name` is for error messages.

    A text that begins like JSON is read as JSON if it is that, else as YAML, unless the name says
    that it is JSON. Raises ParseError with the line and the reason.
    """
    if text.lstrip()[:1] in ("{", "["):
        try:
            return Document(name, text, Syntax.JSON, (compose_json(name, text, MAX_DEPTH),))
        except ParseError as json_error:
            if name.lower().endswith(".json"):
                raise
            try:
                return _parse_yaml(name, text)
            except ParseError:
                raise json_error from None
    return _parse_yaml(name, text)


def _parse_yaml(name: str, text: str) -> Document:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 -- not for JSON

    try:
        return _compose(name, text, _events_of_libyaml(text))
    except YAMLError as error:
        first = error
    if len(text) <= _MAX_SECOND_TRY and isinstance(first, MarkedYAMLError):
        try:
            return _compose(name, text, _events_of_ruamel(text))
        except MarkedYAMLError as error:
            # Each refuses something that the other reads: the fault is where the better one stops.
            first = max(first, error, key=_progress)
        except (YAMLError, RecursionError, ValueError, OverflowError):
            pass
    raise ParseError(
        f"not readable as YAML: {_reason(first)}",
        where=_where(name, text, first),
        hint="look for a merge conflict, a tab, or a broken quote near that line",
    ) from None


def _compose(name: str, text: str, events: Iterator[Event]) -> Document:
    builder = _Builder(name, text, events.__next__)
    roots = builder.documents()
    return Document(name, text, Syntax.YAML, roots, builder.aliased)


class _Builder:
    """Turns a run of events into nodes; `depth` is what keeps hostile nesting bounded."""

    def __init__(self, name: str, text: str, next_event: NextEvent) -> None:
        from ruamel.yaml import events  # noqa: PLC0415 -- not for JSON

        self.name = name
        self.text = text
        self.next_event = next_event
        self.depth = 0
        self.aliased = False
        self.kinds: ModuleType = events

    def documents(self) -> tuple[Node, ...]:
        roots: list[Node] = []
        while True:
            event = self.next_event()
            kind = type(event)
            if kind is self.kinds.StreamEndEvent:
                return tuple(roots)
            if kind is self.kinds.DocumentStartEvent:
                roots.append(self.node(self.next_event()))

    def node(self, event: Event) -> Node:
        kind = type(event)
        if kind is self.kinds.ScalarEvent:
            return Scalar(
                event.value,
                event.style or "",
                event.start_mark.index,
                event.end_mark.index,
                event.tag,
                event.anchor,
            )
        if kind is self.kinds.AliasEvent:
            self.aliased = True
            return Alias(event.anchor, event.start_mark.index, event.end_mark.index)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ParseError(
                f"nested more than {MAX_DEPTH} levels deep",
                where=f"{self.name}:{event.start_mark.line + 1}",
                hint="no recorder writes such a file",
            )
        node = self.mapping(event) if kind is self.kinds.MappingStartEvent else self.sequence(event)
        self.depth -= 1
        return node

    def mapping(self, start: Event) -> Mapping:
        entries = []
        end_of_mapping = self.kinds.MappingEndEvent
        while type(event := self.next_event()) is not end_of_mapping:
            key = self.node(event)
            entries.append((key, self.node(self.next_event())))
        end = _end(start, event, entries[-1][1].end if entries else None)
        return Mapping(
            tuple(entries), start.flow_style, start.start_mark.index, end, start.tag, start.anchor
        )

    def sequence(self, start: Event) -> Sequence:
        items = []
        end_of_sequence = self.kinds.SequenceEndEvent
        while type(event := self.next_event()) is not end_of_sequence:
            items.append(self.node(event))
        end = _end(start, event, items[-1].end if items else None)
        return Sequence(
            tuple(items), start.flow_style, start.start_mark.index, end, start.tag, start.anchor
        )


def _end(start: Event, end: Event, last_child: int | None) -> int:
    # A block collection "ends" at the next token, past comments and blank lines.
    offset: int = end.end_mark.index
    return offset if start.flow_style or last_child is None else last_child


def _events_of_libyaml(text: str) -> Iterator[Event]:
    parser = _libyaml_parser()
    if parser is None:
        return _events_of_ruamel(text)
    return iter(parser(text).get_event, None)


@cache
def _libyaml_parser() -> Callable[[str], EventSource] | None:
    try:
        from _ruamel_yaml import (  # type: ignore[import-not-found] # noqa: PLC0415 -- or none
            CParser,
        )
    except ImportError:
        warnings.warn(
            "ruamel.yaml.clib is not installed: YAML is read a hundred times slower", stacklevel=1
        )
        return None
    parser: Callable[[str], EventSource] = CParser
    return parser


def _events_of_ruamel(text: str) -> Iterator[Event]:
    from ruamel.yaml import YAML  # noqa: PLC0415 -- the second try is rare

    return iter(YAML(typ="safe", pure=True).parse(text))


def _progress(error: Exception) -> int:
    mark: Mark | None = getattr(error, "problem_mark", None)
    return 0 if mark is None else mark.index


def _reason(error: Exception) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return str(problem).partition("\n")[0].partition(", but ")[0]


def _where(name: str, text: str, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        # The end of the text may be marked as a line of its own.
        return f"{name}:{min(mark.line, text.count(chr(10), 0, len(text) - 1)) + 1}"
    position = getattr(error, "position", None)
    if isinstance(position, int):
        return f"{name}:{text.count(chr(10), 0, position) + 1}"
    return name
