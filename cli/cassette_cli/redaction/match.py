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
    """Leave no overlaps: what overlaps grows into one, and credentials win over identifiers.

    What grew together is called by the rule that found the longest part.
    """
    everything = list(matches)
    credentials = _grow([match for match in everything if not _is_identifier(match)])
    identifiers = _grow([match for match in everything if _is_identifier(match)])
    return tuple(sorted([*credentials, *_apart(identifiers, credentials)], key=_span))


def _grow(matches: list[Match]) -> list[Match]:
    grown: list[list[Match]] = []
    end = 0
    for match in sorted(matches, key=_span):
        if grown and match.span.start < end:
            grown[-1].append(match)
        else:
            grown.append([match])
        end = max(end, match.span.end)
    return [_as_one(group) for group in grown]


def _as_one(group: list[Match]) -> Match:
    longest = min(group, key=lambda match: (match.span.start - match.span.end, match.rule.id))
    return Match(longest.rule, Span(group[0].span.start, max(match.span.end for match in group)))


def _apart(matches: list[Match], taken: list[Match]) -> list[Match]:
    apart, others = [], iter(taken)
    other = next(others, None)
    for match in matches:
        while other and other.span.end <= match.span.start:
            other = next(others, None)
        if not other or match.span.end <= other.span.start:
            apart.append(match)
    return apart


def _is_identifier(match: Match) -> bool:
    return match.rule.secret_class is SecretClass.IDENTIFIER


def _span(match: Match) -> Span:
    return match.span
