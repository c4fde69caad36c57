"""The search for secrets: the rules in force, asked about every text of an interaction."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from cassette_cli.json_path import JsonPath, compile_query
from cassette_cli.json_values import Json
from cassette_cli.redaction.match import Match
from cassette_cli.redaction.rule import Rule, SecretClass
from cassette_cli.redaction.rule_set import RuleSet, rules_for_field
from cassette_cli.redaction.scan import (
    scan_field,
    scan_form,
    scan_header,
    scan_parameter,
    scan_text,
    scan_url,
)
from cassette_cli.text import Span
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search

if TYPE_CHECKING:
    from cassette_cli.json_path import Query

BODY_PATH = Rule("body-path", SecretClass.CREDENTIAL, "a member named with --body-path")

_SHORTEST_MASKED = 12
_LONGEST_REMEMBERED = 256


def search_for_secrets(
    rule_set: RuleSet, body_paths: tuple[str, ...] = (), *, masked: bool = False
) -> Search:
    """What `redact` looks for: the rules, and the members at these JSONPaths (RFC 9535).

    Labels of hits are rules. With `masked`, a secret gives way to what may be shown of it instead
    of the placeholder. Raises CassetteError for what is not a JSONPath.
    """
    queries = [compile_query(path) for path in body_paths]

    def replacement(secret: str) -> str:
        return mask(secret) if masked and secret != rule_set.placeholder else rule_set.placeholder

    return Search(
        find=partial(_find, rule_set, replacement),
        names=cache(lambda name: bool(rules_for_field(rule_set, name))),
        paths=partial(_paths, queries) if queries else None,
        whole=lambda text: Hit(Span(0, len(text)), replacement(text), BODY_PATH),
        # What a keyword begins needs no more than the keyword; other patterns may have anchors.
        together=not rule_set.without_keywords,
    )


def without_rules(search: Search, silenced: Callable[[Rule], bool]) -> Search:
    """The same search without what some rules find."""

    def find(kind: Kind, name: str, text: str) -> list[Hit]:
        hits = search.find(kind, name, text)
        return [hit for hit in hits if not (isinstance(hit.label, Rule) and silenced(hit.label))]

    return replace(search, find=find, paths=None if silenced(BODY_PATH) else search.paths)


def mask(secret: str) -> str:
    """What may be shown of a secret: how it begins, and of a short one nothing."""
    if len(secret) < _SHORTEST_MASKED:
        return "…"
    return f"{secret[:4]}…"


def _find(
    rule_set: RuleSet, replacement: Callable[[str], str], kind: Kind, name: str, text: str
) -> list[Hit]:
    scan = _scan_short if len(text) <= _LONGEST_REMEMBERED else _scan
    hits = []
    for rule, span in scan(rule_set, kind, name, text):
        new = replacement(text[slice(*span)])
        hits.append(Hit(span, quote(new, safe="") if kind in (Kind.URL, Kind.FORM) else new, rule))
    return hits


@lru_cache(maxsize=16384)
def _scan_short(rule_set: RuleSet, kind: Kind, name: str, text: str) -> tuple[Match, ...]:
    # Most texts of a cassette are short, and most of them come again and again.
    return _scan(rule_set, kind, name, text)


def _scan(rule_set: RuleSet, kind: Kind, name: str, text: str) -> tuple[Match, ...]:
    match kind:
        case Kind.URL:
            return scan_url(text, rule_set)
        case Kind.HEADER:
            return scan_header(name, text, rule_set)
        case Kind.FORM:
            return scan_form(text, rule_set)
        case Kind.PARAMETER:
            return scan_parameter(name, text, rule_set)
        case Kind.FIELD:
            return scan_field(name, text, rule_set)
        case Kind.TEXT:
            return scan_text(text, rule_set)


def _paths(queries: list["Query"], value: Json) -> frozenset[JsonPath]:
    return frozenset(tuple(match.parts) for query in queries for match in query.finditer(value))
