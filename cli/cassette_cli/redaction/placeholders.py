"""Tell what people and tools leave in place of a secret from a secret."""

import re
from urllib.parse import unquote

from cassette_cli.redaction.cookies import cookie_spans
from cassette_cli.redaction.shapes import looks_random

DEFAULT_PLACEHOLDER = "REDACTED"

_SCHEME = re.compile(r"(?:bearer|basic|token|bot|key|api-?key)\s+", re.IGNORECASE)
# <KEY>, {{key}}, ${KEY}, $KEY, %KEY%, %{KEY}, {KEY}, [KEY], ((KEY)), <%= key %>, #{key}
_TEMPLATE = re.compile(
    r"<{1,3}[^<>]*>{1,3}|[$#%]?\{[^{}]*\}|\{\{[^{}]*\}\}|\$\(?[A-Za-z_]\w*\)?|%\w+%|\[[^\[\]]*\]|\(\(.*\)\)"
)
# Long words that hardly turn up by chance, wherever they stand.
_TELLING = re.compile(
    r"redacted|filtered|censored|scrubbed|sanitiz|anonymi[sz]ed|placeholder|changeme|change[_-]me"
    r"|example|not[_-]?a?[_-]?real|your[_-](?:\w+[_-])?(?:key|token|secret|password)"
    r"|x{6}|\*{3}|•{3}|…",
    re.IGNORECASE,
)
# What a sanitiser leaves in the midst of a body.
_LEFT_IN_TEXT = re.compile(
    r"redacted|filtered\]|censored|scrubbed|sanitized|<[A-Z][A-Z0-9_ -]{2,}>"
    r"|\[[A-Z][A-Z0-9_]{3,}\]|\{\{[A-Z][A-Z0-9_]+\}\}|(?<!\*)\*{3}(?!\*)|x{8}|0{8}-0{4}-",
    re.IGNORECASE,
)
# The address of an object, such as $PROJECT:vstfs:///Classification/TeamProject/…
_ADDRESS = re.compile(r"\$?[\w.-]+:(?:[\w.+-]+:)?///")
_ZEROS = re.compile(r"(?:[A-Za-z]{1,8}[_-])?0{12,}[0-9A-Fa-f]{0,4}")
_FILLER = re.compile(r"[xX0*#.•_\-\s]+")
_SEGMENT = re.compile(r"[A-Za-z0-9]+")
_WORD = re.compile(r"[a-z]{1,15}|[A-Z]{1,15}|[A-Z][a-z]{1,14}|\d{1,6}")
_MARKER = re.compile(
    r"(?:x{3,}|0{3,}|(?:dummy|fake|test|testing|mock|mocked|sample|example|demo|your|hidden|masked|removed"
    r"|omitted|redact|filter|invalid|insert|replace|todo|bogus|foo|foobar)"
    r"(?:key|token|secret|password|pass|value|user|cookie|id)?\d{0,6})",
    re.IGNORECASE,
)
_ENVIRONMENT_NAME = re.compile(r"[A-Z][A-Z0-9]*_(?:\w+_)?(?:KEY|TOKEN|SECRET|PASSWORD|PASS|ID)")
_NOTHING = {"", "none", "null", "nil", "undefined", "true", "false", "yes", "no", "na", "n/a"}
_OWN_NAME = re.compile(
    "a|an|access|api|apikey|auth|authorization|bearer|client|cookie|credential|credentials|"
    "here|id|key|my|pass|passwd|password|private|pwd|refresh|secret|session|some|string|"
    "super|the|token|value|your|username|user",
    re.IGNORECASE,
)
_LONG_ENOUGH_TO_TELL = 6
_LONGEST = 256


def is_placeholder(text: str, own: str = DEFAULT_PLACEHOLDER) -> bool:
    """Whether this stands in place of a secret: `own` is what this program writes there."""
    value = text.strip().strip("\"'`")
    value = _SCHEME.sub("", value, count=1) if _SCHEME.match(value) else value
    if _is_own(value, own) or value.lower() in _NOTHING:
        return True
    if len(value) > _LONGEST:
        return False
    if _FILLER.fullmatch(value) or _ZEROS.fullmatch(value) or _TELLING.search(value):
        return True
    if _ADDRESS.match(unquote(value)):
        return True
    if _TEMPLATE.fullmatch(value):
        return not looks_random(value)
    if _is_abbreviated(value) or _ENVIRONMENT_NAME.fullmatch(value) or _is_made_of_words(value):
        return True
    return "=" in value and _are_all_placeholders(value, own)


def has_placeholder(text: str) -> bool:
    """Whether something in a text was put there in place of a secret, by its looks."""
    return _LEFT_IN_TEXT.search(text) is not None


def _are_all_placeholders(cookies: str, own: str) -> bool:
    values = [cookies[span.start : span.end] for span in cookie_spans(cookies)]
    # What base64 has after an equals sign is no value.
    return bool(values) and all(
        _SEGMENT.search(value) and is_placeholder(value, own) for value in values
    )


def _is_own(value: str, own: str) -> bool:
    if not own or not value:
        return False
    return value == own or (
        min(len(own), len(value)) >= _LONG_ENOUGH_TO_TELL and (own in value or value in own)
    )


def _is_abbreviated(value: str) -> bool:
    """What a provider shows of a key, such as the first and last letters with dots between."""
    head, dots, tail = value.partition("...")
    return bool(dots) and len(head) + len(tail) <= 24  # noqa: PLR2004 -- less than any whole key


def _is_made_of_words(value: str) -> bool:
    segments = _SEGMENT.findall(value)
    if not segments:
        return True
    if all(_OWN_NAME.fullmatch(segment) for segment in segments):
        return True
    marked = [_MARKER.fullmatch(segment) is not None for segment in segments]
    return any(marked) and all(
        known or _WORD.fullmatch(segment) for known, segment in zip(marked, segments, strict=True)
    )
