"""Where the values of cookies stand in Cookie and Set-Cookie fields (RFC 6265)."""

import re
from collections.abc import Iterator

from cassette_cli.text import Span

_ATTRIBUTE = re.compile(
    "domain|expires|httponly|max-age|partitioned|path|priority|samesite|secure|version"
)
# Recorders join several Set-Cookie fields with commas, which also stand in dates.
_BREAK = re.compile(r";\s*|,\s*(?=[\w!#$%&'*+.^`|~-]+=)|\n")


def cookie_spans(value: str) -> tuple[Span, ...]:
    """Give the values of all cookies, or the whole text where it is no list of cookies."""
    if "=" not in value:
        return (Span(0, len(value)),)
    return tuple(_pairs(value))


def _pairs(value: str) -> Iterator[Span]:
    start = 0
    for end, following in [*(found.span() for found in _BREAK.finditer(value)), (len(value),) * 2]:
        name, equals, content = value[start:end].partition("=")
        if equals and not _ATTRIBUTE.fullmatch(name.strip().lower()):
            yield Span(end - len(content), end)
        start = following
