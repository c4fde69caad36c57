"""NDJSON: a JSON object on each line, https://github.com/ndjson/ndjson-spec."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from cassette_cli.json_values import read_json
from cassette_cli.streams.event import Cut, Event, Framing, new_tuple, read_events
from cassette_cli.streams.proof import check_replaced
from cassette_cli.text import Edit, Span, splice

# Not str.splitlines: JSON strings may hold U+2028 and other separators unescaped.
_LINE = re.compile(r"([^ \t\r\n][^\n]*)\n?")
_FIRST_KEY = re.compile(r'\{\s*"([^"\\]+)"\s*:')
_BLANKS = " \t\r"


def matches(content: str | bytes) -> bool:
    """Whether a text is two lines or more of a JSON object each; the last may be cut off.

    Of a large body the first two lines are parsed, of the others only both ends are looked at. The
    second of two may be the one that is cut off, if it goes on like the first.
    """
    if not isinstance(content, str) or not _starts_like_ndjson(content):
        return False
    *whole, last = (line[1].rstrip(_BLANKS) for line in _LINE.finditer(content))
    return (
        all(line.startswith("{") and line.endswith("}") for line in whole)
        and last.startswith("{")
        and all(_is_object(line) for line in islice(whole, 2))
        and (len(whole) > 1 or _is_object(last) or _begins_alike(whole[0], last))
    )


def decode(content: str | bytes) -> tuple[Event, ...]:
    """An event for each line that is not blank; a last line that is cut off is not dispatched."""
    return _events(_as_text(content))


def notes(content: str | bytes) -> tuple[str, ...]:
    """Which lines are no JSON object."""
    return tuple(_notes(decode(content)))


def replace(content: str | bytes, new_data: Mapping[int, str]) -> str:
    """Spell the lines with another object in those of these indexes."""
    text = _as_text(content)
    events = decode(text)
    result = splice(
        text, [Edit(events[index].data_spans[0], new_data[index]) for index in new_data]
    )
    check_replaced(events, decode(result), new_data)
    return result


def _as_text(content: str | bytes) -> str:
    if isinstance(content, bytes):
        raise TypeError("NDJSON is text")
    return content


def _starts_like_ndjson(content: str) -> bool:
    first = _LINE.search(content) if "\n" in content else None
    return (
        first is not None
        and first[1].startswith("{")
        and first[1].rstrip(_BLANKS).endswith("}")
        and _LINE.search(content, first.end()) is not None
    )


@lru_cache(1)
def _events(text: str) -> tuple[Event, ...]:
    """The events of a stream; who asks for them asks for its notes, too."""
    events = read_events([_cut(line) for line in _LINE.finditer(text)])
    if events and not isinstance(events[-1].value, dict):
        return (*events[:-1], events[-1]._replace(dispatched=False))
    return events


def _cut(line: re.Match[str]) -> Cut:
    data = line[1].rstrip(_BLANKS)
    start, end = line.span()
    data_span = new_tuple(Span, (start, start + len(data)))
    return data, new_tuple(Span, (start, end)), (data_span,), None, None, True


def _notes(events: tuple[Event, ...]) -> Iterator[str]:
    for index, event in enumerate(events):
        if not event.dispatched:
            yield f"event {index}: the stream is cut off in it"
        elif not isinstance(event.value, dict):
            yield f"event {index}: the line is no JSON object"


def _begins_alike(line: str, other: str) -> bool:
    """Whether two lines are objects with the same first key."""
    keys = [_FIRST_KEY.match(text) for text in (line, other)]
    return (
        None not in keys
        and keys[0] is not None
        and keys[1] is not None
        and (keys[0][1] == keys[1][1])
    )


def _is_object(line: str) -> bool:
    return isinstance(read_json(line), dict)


FRAMING = Framing(name="ndjson", matches=matches, decode=decode, replace=replace, notes=notes)
