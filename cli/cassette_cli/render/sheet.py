"""What a shown interaction consists of, before it is decided how it is printed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class FragmentKind(StrEnum):
    """What a fragment is: each writer has its own way to set them apart."""

    TEXT = "text"
    REASONING = "reasoning"
    REFUSAL = "refusal"
    CALL = "call"
    RESULT = "result"
    JSON = "json"
    MEDIA = "media"
    HEADERS = "headers"
    EVENT = "event"
    NOTE = "note"
    ERROR = "error"


class Fragment(NamedTuple):
    """A run of lines of one kind. `title` stands before its text: the name of a tool, of an event.

    `marks` are pieces of `text` to bring out, by offsets.
    """

    kind: FragmentKind
    text: str
    title: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class Turn(NamedTuple):
    """What one role says, or one half of an exchange. `margin` is small print beside its end."""

    label: str
    fragments: tuple[Fragment, ...]
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One interaction: its request line, its outcome, what it is, and its turns."""

    index: int
    request_line: str
    status: str
    details: tuple[str, ...]
    turns: tuple[Turn, ...]
    failed: bool = False


class Sheet(NamedTuple):
    """One cassette: its path, what it is, and a section for each interaction shown."""

    path: str
    summary: str
    sections: tuple[Section, ...]
