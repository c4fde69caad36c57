"""Colours in plain text, for a pipe that is to have them: each line stays what it is.

Recorded text is indented in a transcript and in a difference, so that what begins a line is ours.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

# Patterns of what is to be coloured, and the parameters of its escape sequence (ECMA-48, SGR).
Paint: TypeAlias = Mapping[re.Pattern[str], str]

_BOLD = "1"
_RED = "31"
_GREEN = "32"
_YELLOW = "33"
_HEADING = re.compile(r"^#\d.*", re.MULTILINE)

TRANSCRIPT: Paint = MappingProxyType(
    {_HEADING: f"{_BOLD};{_YELLOW}", re.compile(r"^\w.*:$", re.MULTILINE): _BOLD}
)
DIFFERENCES: Paint = MappingProxyType(
    {
        _HEADING: f"{_BOLD};{_YELLOW}",
        re.compile(r"^ {4}-.*", re.MULTILINE): _RED,
        re.compile(r"^ {4}\+.*", re.MULTILINE): _GREEN,
    }
)
FINDINGS: Paint = MappingProxyType(
    {
        re.compile(r"(?<=\d: )error(?= )"): f"{_BOLD};{_RED}",
        re.compile(r"(?<=\d: )warning(?= )"): _YELLOW,
        re.compile(r"^\S.*?:\d+:\d+:(?= )", re.MULTILINE): _BOLD,
    }
)


def painted(text: str, paint: Paint) -> str:
    """The text with escape sequences around what the patterns match, and nothing else changed."""
    for pattern, parameters in paint.items():
        text = pattern.sub(f"\x1b[{parameters}m\\g<0>\x1b[0m", text)
    return text
