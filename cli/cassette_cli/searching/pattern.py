"""What `cassette grep` looks for: a regular expression or a fixed text, as a search of texts."""

import re
import warnings
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from cassette_cli.errors import CassetteError
from cassette_cli.text import Span
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search

_ESCAPED = re.compile(r"\\(?:[pPxuUN]\{[^}]*\}|.)", re.DOTALL)
# What may match in a text, and not where others stand before and after it.
_KNOWS_THE_ENDS = ("\\A", "\\Z", "\\z", "(?!", "(?<!", "(?>", "++", "*+", "?+", "}+")


class Case(Enum):
    """Whether case counts; `SMART`: where the pattern has an upper-case letter."""

    SMART = auto()
    COUNTS = auto()
    IGNORED = auto()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression of Python's `re`, or a `fixed` text. `^` and `$` are ends of lines."""

    source: str
    fixed: bool = False
    case: Case = Case.SMART


def compile_pattern(pattern: Pattern) -> re.Pattern[str]:
    """The pattern to match with. Raises CassetteError where it is no regular expression."""
    source = re.escape(pattern.source) if pattern.fixed else pattern.source
    ignored = re.IGNORECASE if _ignores_case(pattern) else re.NOFLAG
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            return re.compile(source, re.MULTILINE | ignored)
    except (re.error, OverflowError, RecursionError) as error:
        raise CassetteError(
            f"{pattern.source!r} is not a regular expression: {error}",
            hint="with -F, the pattern is a fixed text",
        ) from None


@cache
def search_for(pattern: Pattern) -> Search:
    """The search for a pattern in texts of any kind and name; empty matches are none."""
    compiled = compile_pattern(pattern)

    def find(kind: Kind, name: str, text: str) -> list[Hit]:  # noqa: ARG001 -- found anywhere
        spans = (Span(*match.span()) for match in compiled.finditer(text))
        return [Hit(span, None) for span in spans if span.start < span.end]

    together = pattern.fixed or not any(sign in pattern.source for sign in _KNOWS_THE_ENDS)
    return Search(find, names=lambda _: False, together=together, as_spelled=True)


def _ignores_case(pattern: Pattern) -> bool:
    if pattern.case is not Case.SMART:
        return pattern.case is Case.IGNORED
    letters = pattern.source if pattern.fixed else _ESCAPED.sub("", pattern.source)
    return not any(letter.isupper() for letter in letters)
