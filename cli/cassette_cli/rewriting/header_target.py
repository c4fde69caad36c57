"""Which header an option names, and on which side: `[request:|response:]NAME`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.errors import CassetteError
from cassette_cli.model import SIDES, Interaction
from cassette_cli.rewriting.header_fields import HeaderField, header_fields

# https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_LINE_BREAK = re.compile(r"[\r\n\0]")


@dataclass(frozen=True, slots=True)
class HeaderTarget:
    """A header by name; without a `side` it is meant on both."""

    name: str
    side: str | None = None

    @property
    def sides(self) -> tuple[str, ...]:
        return (self.side,) if self.side else SIDES

    def fields(self, interaction: Interaction) -> Iterator[HeaderField]:
        """The fields of this name in an interaction."""
        for side in self.sides:
            yield from self.fields_on(side, interaction)

    def fields_on(self, side: str, interaction: Interaction) -> Iterator[HeaderField]:
        """The fields of this name on one side of an interaction."""
        for field in header_fields(interaction.sources.get(f"{side}.headers")):
            if field.is_called(self.name):
                yield field


def read_target(text: str) -> HeaderTarget:
    """Read `NAME` or `response:NAME`. Raises CassetteError for what is no name of a header."""
    side, colon, name = text.partition(":")
    if not colon or side not in SIDES:
        side, name = "", text
    if not _TOKEN.fullmatch(name):
        raise CassetteError(
            f"{text!r} names no header",
            hint="write it like Content-Type or response:Content-Type",
        )
    return HeaderTarget(name, side or None)


def read_value(name: str, value: str) -> str:
    """A value for a header. Raises CassetteError for a line break, which would begin another."""
    if _LINE_BREAK.search(value):
        raise CassetteError(f"the value of {name!r} has a line break")
    return value


def read_setting(text: str) -> tuple[HeaderTarget, str]:
    """Read `NAME=VALUE` or `request:NAME=VALUE`. Raises CassetteError for anything else."""
    target, equals, value = text.partition("=")
    if not equals:
        raise CassetteError(f"{text!r} sets no header", hint="write it like Accept=text/html")
    return read_target(target), read_value(target, value)
