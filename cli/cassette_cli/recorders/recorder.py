"""The record of a recorder: what it compares by default, and how to have it redact."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cassette_cli.model import Cassette


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


@dataclass(frozen=True, slots=True)
class Recorder:
    """One recorder.

    It plays cassettes of the `formats` (of these `versions`, where there are any), and by default
    `compares` these parts of a request. `write_config(sensitive)` gives the lines of source code
    that make it redact the same; a recorder without it has no such thing, or none that is known.
    """

    name: str
    formats: tuple[str, ...]
    compares: tuple[Compared, ...]
    versions: tuple[str, ...] = ()
    write_config: Callable[[Sensitive], str] | None = None

    def plays(self, cassette: Cassette) -> bool:
        """Whether a cassette was written by this recorder."""
        known = not self.versions or cassette.format_version in self.versions
        return known and cassette.format in self.formats
