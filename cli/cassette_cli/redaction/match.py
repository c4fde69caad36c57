"""What a scan finds, and which of overlapping finds stay."""

from collections.abc import Iterable
from typing import NamedTuple

from cassette_cli.redaction.rule import Rule, SecretClass
from cassette_cli.text import Span


class Match(NamedTuple):
    """A secret in a text, and the rule that knows it."""

    rule: Rule
    span: Span


def merge(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Leave no overlaps: credentials win over identifiers, and grow into one where they overlap.

    What grew together is called by the rule that found the longest part.
    """
    merged: list[Match] = []
    for match in sorted(matches, key=_precedence):
        touching = [other for other in merged if _overlap(match.span, other.span)]
        if not touching:
            merged.append(match)
        elif match.rule.secret_class == touching[0].rule.secret_class:
            spans = [match.span, *(other.span for other in touching)]
            whole = Span(min(span.start for span in spans), max(span.end for span in spans))
            merged = [other for other in merged if other not in touching]
            merged.append(Match(touching[0].rule, whole))
    return tuple(sorted(merged, key=lambda match: match.span))


def _precedence(match: Match) -> tuple[bool, int, int, str]:
    span = match.span
    is_identifier = match.rule.secret_class is SecretClass.IDENTIFIER
    return is_identifier, span.start - span.end, span.start, match.rule.id


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
