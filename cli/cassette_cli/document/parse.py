"""Compose a YAML or JSON text into nodes with spans. No tag is ever constructed, no alias expanded.

libyaml's events, through ruamel.yaml, carry the offsets; the nodes are our own, because every
composer recurses into nesting without bound and throws the places of aliases away.
"""

import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import Protocol

from cassette_cli.document.compose import Event, Mark, compose
from cassette_cli.document.document import Document, Syntax, is_json_name
from cassette_cli.document.json_document import compose_json, compose_json_lines
from cassette_cli.document.nodes import Scalar, walk
from cassette_cli.document.not_data import instead
from cassette_cli.errors import ParseError

MAX_DEPTH = 200
# ruamel's own parser reads YAML 1.2 where libyaml refuses it, at a hundredth of the speed.
_MAX_SECOND_TRY = 500_000


class EventSource(Protocol):
    """A parser of libyaml."""

    def get_event(self) -> Event | None: ...


def parse(name: str, text: str) -> Document:
    """Parse the text of a file, without its byte order mark; `name` is for error messages.

    A text that begins like JSON is read as JSON if it is that, else as YAML, unless the name says
    that it is JSON. A trace of raw HTTP says in its first line that it is one. Raises ParseError
    with the line and the reason, or what the file is instead.
    """
    try:
        return _parse(name, text)
    except ParseError as error:
        raise (instead(name, text) or error) from None


def _parse(name: str, text: str) -> Document:
    if text.startswith("httprr trace "):
        return _parse_trace(name, text)
    if text.lstrip()[:1] in ("{", "["):
        try:
            return _parse_json_values(name, text)
        except ParseError as json_error:
            if is_json_name(name):
                raise
            try:
                return _parse_yaml(name, text)
            except ParseError:
                raise json_error from None
    return _parse_yaml(name, text)


def _parse_trace(name: str, text: str) -> Document:
    from cassette_cli.document.http_trace import FIRST_LINE, parse_trace  # noqa: PLC0415 -- rare

    if not text.startswith(FIRST_LINE):
        raise ParseError("another version of httprr than the first", where=f"{name}:1")
    return parse_trace(name, text)


def _parse_json_values(name: str, text: str) -> Document:
    """One JSON value, or one a line (https://jsonlines.org). Raises ParseError for other texts."""
    try:
        return parse_json(name, text)
    except ParseError:
        roots = compose_json_lines(text, MAX_DEPTH)
        if roots is None:
            raise
    return Document(name, text, Syntax.JSON, roots)


def parse_json(name: str, text: str) -> Document:
    """Parse one JSON value, whatever it begins with. Raises ParseError where it is none."""
    return Document(name, text, Syntax.JSON, (compose_json(name, text, MAX_DEPTH),))


def _parse_yaml(name: str, text: str) -> Document:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 -- not for JSON

    try:
        return _compose(name, text, _events_of_libyaml(text))
    except YAMLError as error:
        first = error
    if len(text) <= _MAX_SECOND_TRY and isinstance(first, MarkedYAMLError):
        try:
            document = _compose(name, text, _events_of_ruamel(text))
            if _is_read_as_spelled(document):
                return document
        except MarkedYAMLError as error:
            # Each refuses something that the other reads: the fault is where the better one stops.
            first = max(first, error, key=_progress)
        except (YAMLError, RecursionError, ValueError, OverflowError):
            pass
    raise ParseError(
        f"not readable as YAML: {_reason(first)}",
        where=_where(name, text, first),
        hint="look for a tab or a broken quote near that line",
    ) from None


def _compose(name: str, text: str, events: Iterator[Event]) -> Document:
    roots, aliased = compose(name, events, MAX_DEPTH)
    return Document(name, text, Syntax.YAML, roots, aliased)


def _events_of_libyaml(text: str) -> Iterator[Event]:
    parser = _libyaml_parser()
    if parser is None:
        return _events_of_ruamel(text)
    return iter(parser(text).get_event, None)


@cache
def _libyaml_parser() -> Callable[[str], EventSource] | None:
    try:
        from _ruamel_yaml import CParser  # noqa: PLC0415 -- there may be none
    except ImportError:
        warnings.warn(
            "ruamel.yaml.clib is not installed: YAML is read a hundred times slower", stacklevel=1
        )
        return None
    parser: Callable[[str], EventSource] = CParser
    return parser


def _events_of_ruamel(text: str) -> Iterator[Event]:
    from ruamel.yaml import YAML  # noqa: PLC0415 -- the second try is rare

    for event in YAML(typ="safe", pure=True).parse(text):
        if type(event).__name__ == "ScalarEvent":
            # It reads a pair of escaped surrogates as two characters.
            units = event.value.encode("utf-16-le", "surrogatepass")
            event.value = units.decode("utf-16-le", "surrogatepass")
        yield event


def _is_read_as_spelled(document: Document) -> bool:
    """Whether each value is what its source text spells by the rules of YAML 1.1.

    ruamel's own parser takes an unindented line behind U+2028 for a part of a block scalar.
    """
    from cassette_cli.document.offsets import spelled_value  # noqa: PLC0415 -- this is rare

    return all(
        spelled_value(document, node) == node.value
        for root in document.roots
        for node in walk(root)
        if isinstance(node, Scalar)
    )


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
    position: int = getattr(error, "position", 0)
    return f"{name}:{text.count(chr(10), 0, position) + 1}"
