"""A stream that is one JSON array, an object for each event.

Gemini's streamGenerateContent answers so where it is not asked for `alt=sse`.
"""

import re
from collections.abc import Mapping
from json import JSONDecoder
from typing import NamedTuple

from cassette_cli.streams.event import Event, Framing, read_events
from cassette_cli.streams.proof import check_replaced
from cassette_cli.text import Edit, Span, splice

_BEGINNING = re.compile(r"[ \t\r\n]*\[[ \t\r\n]*(?=\{)")
_SEPARATOR = re.compile(r"[ \t\r\n]*,[ \t\r\n]*(?=\{)")
_END = re.compile(r"[ \t\r\n]*\][ \t\r\n]*\Z")
_CUT_OFF = re.compile(r"[ \t\r\n]*(?:,[ \t\r\n]*(?:\{|\Z)|\Z)")
_DECODER = JSONDecoder()


class _Scan(NamedTuple):
    """The objects of an array up to the first that is broken, and where the last of them ends."""

    objects: tuple[Span, ...]
    end: int


def matches(content: str | bytes) -> bool:
    """Whether a text is an array of objects alone; it may be cut off after the first."""
    if not isinstance(content, str) or _BEGINNING.match(content) is None:
        return False
    scan = _scan(content)
    rest = (_END.match(content, scan.end), _CUT_OFF.match(content, scan.end))
    return bool(scan.objects) and any(rest)


def decode(content: str | bytes) -> tuple[Event, ...]:
    """An event for each object that is whole."""
    text = _as_text(content)
    return read_events(
        [(text[slice(*span)], span, (span,), None, None, True) for span in _scan(text).objects]
    )


def notes(content: str | bytes) -> tuple[str, ...]:
    """Whether the array is cut off, and after which event."""
    text = _as_text(content)
    scan = _scan(text)
    if _END.match(text, scan.end):
        return ()
    return (f"the array is cut off or broken after event {len(scan.objects) - 1}",)


def replace(content: str | bytes, new_data: Mapping[int, str]) -> str:
    """Spell the array with another object in the places of these indexes."""
    text = _as_text(content)
    events = decode(text)
    result = splice(text, [Edit(events[index].span, new_data[index]) for index in new_data])
    check_replaced(events, decode(result), new_data)
    return result


def _as_text(content: str | bytes) -> str:
    if isinstance(content, bytes):
        raise TypeError("a JSON array is text")
    return content


def _scan(content: str) -> _Scan:
    spans: list[Span] = []
    end = 0
    separator = _BEGINNING.match(content)
    while separator and (found := _object_at(content, separator.end())):
        spans.append(found)
        end = found.end
        separator = _SEPARATOR.match(content, end)
    return _Scan(tuple(spans), end)


def _object_at(content: str, start: int) -> Span | None:
    try:
        _, end = _DECODER.raw_decode(content, start)
    except (ValueError, RecursionError):
        return None
    return Span(start, end)


FRAMING = Framing(name="json-array", matches=matches, decode=decode, replace=replace, notes=notes)
