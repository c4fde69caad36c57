"""The source line that a finding shows."""

from typing import NamedTuple

_BEFORE = 60
_LENGTH = 100


class Excerpt(NamedTuple):
    """A line, or what of a long one stands around a place, and where in it the place is."""

    text: str
    caret: int


NO_EXCERPT = Excerpt("", 0)


def excerpt_at(text: str, offset: int) -> Excerpt:
    """The excerpt for an offset of a text."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - _BEFORE)
    end = text.find("\n", offset)
    end = min(len(text) if end < 0 else end, start + _LENGTH)
    return Excerpt(text[start:end].rstrip(), offset - start)
