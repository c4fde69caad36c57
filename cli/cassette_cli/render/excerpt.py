"""The place at which two texts begin to differ, in its context."""

import re

from cassette_cli.json_values import Json
from cassette_cli.misses.difference import common_prefix
from cassette_cli.render.safe_text import safe_json

# Texts up to this length are shown whole; of others so much around what differs, and of that.
_WHOLE = 120
_AROUND = 40
_MOST = 240
_REST_OF_WORD = re.compile(r"\w{0,40}")


def excerpts(recorded: str, sent: str) -> tuple[str, str]:
    """Both texts around their first difference; `…` stands for what was left out."""
    if max(len(recorded), len(sent)) <= _WHOLE:
        return recorded, sent
    start = common_prefix(recorded, sent)
    same = common_prefix(recorded[start:][::-1], sent[start:][::-1])
    begin = _begin_of_word(recorded, max(0, start - _AROUND))
    return (
        _cut(recorded, begin, len(recorded) - same),
        _cut(sent, begin, len(sent) - same),
    )


def spelled(value: Json) -> str:
    """A value as text: strings as they are, others as JSON, "" for nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else safe_json(value)


def _begin_of_word(text: str, begin: int) -> int:
    before = _REST_OF_WORD.match(text[:begin][::-1])
    return begin - (len(before[0]) if before else 0)


def _cut(text: str, begin: int, end: int) -> str:
    end = min(end, begin + _MOST) + _AROUND
    rest = _REST_OF_WORD.match(text, end)
    end += len(rest[0]) if rest else 0
    return f"{'…' * (begin > 0)}{text[begin:end]}{'…' * (end < len(text))}"
