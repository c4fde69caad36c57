"""Find secrets in texts, in headers, in URLs, in forms and in named fields.

All spans refer to the given text. What is already a placeholder is never found.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import unquote

from cassette_cli.redaction.authorization import credential_spans
from cassette_cli.redaction.cookies import cookie_spans
from cassette_cli.redaction.match import Match, merge
from cassette_cli.redaction.parameters import (
    Parameter,
    form_parameters,
    query_parameters,
    unescape,
)
from cassette_cli.redaction.placeholders import is_placeholder
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import (
    RuleSet,
    rules_for_field,
    rules_for_header,
    rules_for_parameter,
)
from cassette_cli.redaction.shapes import looks_random
from cassette_cli.text import Span

_SHORTEST_SECRET = 4
_SHORTEST_COOKIE = 8
_LONGEST_SCHEME = 16

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\"'<>]+")
_PROSE = re.compile(r"[^\W\d_]+(?:,? +[\w'-]+[,.:;]?){2,}")
# In more base64 than this, keywords stand by chance.
_LONGEST_TOKEN = 2048
_BASE64_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789+/"
_BASE64 = re.compile(f"[{_BASE64_LETTERS}]+")
_COMMON_SCHEMES = ("bearer ", "basic ", "token ", "apikey ", "digest ", "aws4-hmac-sha256 ")


# Sent to every browser: keys in the addresses that it reports to are public, unless their shape
# says otherwise.
_PUBLIC_HEADERS = frozenset(
    (
        "content-security-policy",
        "content-security-policy-report-only",
        "nel",
        "report-to",
        "reporting-endpoints",
    )
)
# What a rule of their own finds, so that it can be left out alone.
_COOKIE = "cookie"
_COOKIES_WITH_RULES = ("__cf_bm=", "_cfuvid=")
_GUESSES = frozenset(("secret-assignment", "token-assignment", "url-user-token"))


def scan_text(text: str, rule_set: RuleSet) -> tuple[Match, ...]:
    """Find secrets by their shape, wherever they stand in a text."""
    found = _candidates(text, rule_set)
    if not found:
        return ()
    return merge(match for match in found if _is_secret(match, text, rule_set))


def scan_header(name: str, value: str, rule_set: RuleSet) -> tuple[Match, ...]:
    """Find what is secret in an HTTP field: the token, not its scheme; cookies, not their path."""
    rules = rules_for_header(rule_set, name)
    if name.lower() in _PUBLIC_HEADERS:
        found = tuple(one for one in scan_text(value, rule_set) if one.rule.id not in _GUESSES)
    else:
        found = _scan_value(value, rule_set)
    return merge((*_named_matches(rules, name, value, rule_set), *found)) if rules else found


def scan_field(name: str, value: str, rule_set: RuleSet) -> tuple[Match, ...]:
    """Find what is secret in a string that is a member of a JSON object, by its name and shape."""
    rules = rules_for_field(rule_set, name)
    found = _scan_value(value, rule_set)
    return merge((*_named_matches(rules, name, value, rule_set), *found)) if rules else found


def scan_url(url: str, rule_set: RuleSet) -> tuple[Match, ...]:
    """Find what is secret in a URL: the password, parameters, and any part with a shape."""
    return merge(
        chain(_scan_parameters(url, query_parameters(url), rule_set), _scan_escaped(url, rule_set))
    )


def scan_form(text: str, rule_set: RuleSet) -> tuple[Match, ...]:
    """Find what is secret in a body of application/x-www-form-urlencoded."""
    return merge(
        chain(
            _scan_parameters(text, form_parameters(text), rule_set), _scan_escaped(text, rule_set)
        )
    )


def scan_parameter(name: str, value: str, rule_set: RuleSet) -> tuple[Match, ...]:
    """Find what is secret in the decoded value of a query or form parameter."""
    rules = rules_for_parameter(rule_set, name)
    found = _scan_value(value, rule_set)
    return merge((*_named_matches(rules, name, value, rule_set), *found)) if rules else found


def _candidates(text: str, rule_set: RuleSet) -> list[Match]:
    # The only letter that becomes longer in lower case would move the offsets.
    lowered = text.replace("\u0130", "I").lower()
    found: list[Match] = []
    searched = {rule.id: rule for rule in rule_set.without_keywords}
    # A rule goes on where its last match ended: what repeats itself would cost the square.
    ends: dict[tuple[str, str], int] = {}
    for start, keyword in rule_set.find_keywords(lowered):
        for rule in rule_set.by_keyword[keyword]:
            if rule.keyword_inside:
                searched[rule.id] = rule
            elif (
                rule.pattern is not None
                and start >= ends.get((keyword, rule.id), 0)
                and (match := rule.pattern.match(text, start))
            ):
                blob_end = _end_of_blob(lowered, start)
                ends[keyword, rule.id] = blob_end or match.end()
                if not blob_end:
                    found.append(_match(rule, match))
    for rule in searched.values():
        found += _searched(text, rule)
    return found


def _end_of_blob(lowered: str, position: int) -> int:
    """Where the base64 ends that a position is inside of; 0 where that is none, or a short one."""
    run = _BASE64.match(lowered, position)
    before = lowered[max(0, position - _LONGEST_TOKEN) : position]
    length = len(before) - len(before.rstrip(_BASE64_LETTERS))
    if run is None or run.end() - position + length < _LONGEST_TOKEN:
        return 0
    return run.end()


def _searched(text: str, rule: Rule) -> Iterator[Match]:
    if rule.pattern:
        yield from (_match(rule, found) for found in rule.pattern.finditer(text) if found[0])


def _match(rule: Rule, found: re.Match[str]) -> Match:
    return Match(rule, Span(*found.span("secret" if "secret" in found.re.groupindex else 0)))


def _scan_value(value: str, rule_set: RuleSet) -> tuple[Match, ...]:
    if "://" in value[:_LONGEST_SCHEME] and _URL.fullmatch(value):
        return scan_url(value, rule_set)
    return scan_text(value, rule_set)


def _scan_escaped(text: str, rule_set: RuleSet) -> Iterator[Match]:
    yield from scan_text(text, rule_set)
    if "%" in text:
        unescaped = unescape(text)
        for rule, span in scan_text(unescaped.text, rule_set):
            yield Match(rule, unescaped.source_span(span))


def _scan_parameters(
    text: str, parameters: Iterable[Parameter], rule_set: RuleSet
) -> Iterator[Match]:
    for name, span in parameters:
        value = text[span.start : span.end]
        for rule in rules_for_parameter(rule_set, name):
            if _is_secret_value(rule, unquote(value), rule_set):
                yield Match(rule, span)


def _named_matches(
    rules: tuple[Rule, ...], name: str, value: str, rule_set: RuleSet
) -> Iterator[Match]:
    for span in _secret_parts(name.lower(), value):
        for rule in rules:
            if rule.id == _COOKIE and value.endswith(_COOKIES_WITH_RULES, 0, span.start):
                continue
            if _is_secret_value(rule, value[span.start : span.end], rule_set):
                yield Match(rule, span)


def _secret_parts(name: str, value: str) -> tuple[Span, ...]:
    if name.endswith("cookie"):
        return tuple(span for span in cookie_spans(value) if _length(span) >= _SHORTEST_COOKIE)
    if "authorization" in name or value.lower().startswith(_COMMON_SCHEMES):
        return credential_spans(value)
    return (Span(0, len(value)),)


def _is_secret_value(rule: Rule, value: str, rule_set: RuleSet) -> bool:
    """Whether the value of a named field is a secret, and no flag, explanation or address."""
    if rule.any_value:
        return bool(value) and value != rule_set.placeholder
    if len(value) < _SHORTEST_SECRET or _URL.fullmatch(value) or _PROSE.match(value):
        return False
    return _passes(rule, value, rule_set)


def _is_secret(match: Match, text: str, rule_set: RuleSet) -> bool:
    return _passes(match.rule, text[match.span.start : match.span.end], rule_set)


def _passes(rule: Rule, secret: str, rule_set: RuleSet) -> bool:
    if rule.any_value:
        return bool(secret) and secret != rule_set.placeholder
    if rule.random and not looks_random(secret):
        return False
    return not is_placeholder(secret, rule_set.placeholder)


def _length(span: Span) -> int:
    return span.end - span.start
