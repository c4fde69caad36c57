"""The record of a recorder: what it compares by default, and how to have it redact."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cassette_cli.model import Cassette, Interaction


class Compared(StrEnum):
    """What of a request a recorder can compare with a recorded one."""

    METHOD = "method"
    URL = "URL"
    SCHEME = "scheme"
    HOST = "host"
    PORT = "port"
    PATH = "path"
    QUERY = "query"
    HEADERS = "headers"
    BODY = "body"
    CONTENT_LENGTH = "content length"
    FORM = "form"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Sensitive:
    """What a recorder has to take out: `placeholder` stands there instead.

    `headers` of requests and responses, `parameters` of queries and forms, and `members` of JSON
    go by name; `patterns` are regular expressions (their group "secret", if there is one) that find
    the rest by its looks, and `variables` hold values, in the environment of whoever records.
    """

    placeholder: str
    headers: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recorder:
    """One recorder.

    It plays cassettes of the `formats` (of these `versions`, where there are any), and by default
    `compares` these parts of a request. `reads` says how it reads a part where it does not read it
    as most do (`recorders/parts.py`). Most recorders play an interaction once (`plays_once`); the
    others play the first that matches, again and again. Where a request `may_have_more_headers`
    than the recorded one, only those that were recorded are compared.

    `match_option` is how a user says what else is to be compared, and `repeat_option` how an
    interaction is played again and again; "" where a recorder has no such thing.

    `write_config(sensitive)` gives the lines of source code that make it redact the same; a
    recorder without it has no such thing, or none that is known.
    """

    name: str
    formats: tuple[str, ...]
    compares: tuple[Compared, ...]
    versions: tuple[str, ...] = ()
    reads: Mapping[Compared, Callable[[Interaction], Hashable]] = field(default_factory=dict)
    plays_once: bool = True
    may_have_more_headers: bool = False
    match_option: str = ""
    repeat_option: str = ""
    write_config: Callable[[Sensitive], str] | None = None

    def plays(self, cassette: Cassette) -> bool:
        """Whether a cassette was written by this recorder."""
        known = not self.versions or cassette.format_version in self.versions
        return known and cassette.format in self.formats
