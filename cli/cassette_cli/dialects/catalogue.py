"""All dialects, and the one that claims an exchange."""

from collections.abc import Iterator
from functools import cache

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.exchange import Exchange
from cassette_cli.plugins import iter_plugins

# Asked first, because most recordings speak one of them: the others then need no import.
_COMMON = ("openai.chat", "openai.responses", "anthropic.messages", "gemini.generate_content")


def dialects() -> Iterator[Dialect]:
    """All dialects, imported as they are reached; the order decides nothing."""
    return iter_plugins("cassette_cli.dialects", "DIALECT", Dialect, _COMMON)


def dialect_of(exchange: Exchange) -> Dialect | None:
    """The dialect that claims an exchange; None where it is no model call."""
    return next((dialect for dialect in dialects() if dialect.matches(exchange)), None)


@cache
def dialect_named(name: str) -> Dialect:
    """The dialect of this name; KeyError where there is none."""
    found = next((dialect for dialect in dialects() if dialect.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
