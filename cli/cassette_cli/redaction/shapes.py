"""What keys are made of: token boundaries, alphabets, and whether characters look random."""

import re

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, BASE64, HEX, UPPER, URLSAFE, fake

# Where a token may begin: not inside of a longer word or of base64, but after an escape of JSON or
# of a URL, whose last character is a letter or a digit.
START = (
    r"(?:(?<![A-Za-z0-9_-])|(?<=\\[bfnrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\u00[0-9A-Fa-f]{2})"
    r"|(?<=\x1b\[\dm)|(?<=\x1b\[\d\dm))"
)

_CHARACTER_CLASS = {
    HEX: "[0-9a-f]",
    UPPER: "[A-Z0-9]",
    ALNUM: "[A-Za-z0-9]",
    URLSAFE: "[A-Za-z0-9_-]",
    BASE64: "[A-Za-z0-9+/]",
}

# Words, CamelCase and acronyms, with a number at the end; groups of digits; "4o", "18T10".
_WORDY = re.compile(
    r"(?:[A-Z]?[a-z]{2,}+|[A-Z][a-z](?=[A-Z][a-z]{2})|[A-Z]{2,}+)++\d{0,4}"
    r"|\d{1,8}|[A-Za-z]{0,2}\d{1,3}[A-Za-z]{0,2}|[A-Za-z]"
)
_SEGMENT = re.compile(r"[A-Za-z0-9+/]+")
_LEAST_RANDOM = 8
# The average length of the words in a long name: random letters change case more often, or never.
_HUMP = re.compile(r"[a-z](?=[A-Z])")
_LONG_SEGMENT = 16
_SHORT_WORD = 4
_LONG_WORD = 24
_NO_WORD = 30
# Capitals first, then small letters: AIza.
_STRANGE_START = re.compile(r"[A-Z]{2,}[a-z]")


def looks_random(text: str) -> bool:
    """Whether the text holds letters and digits in an order that words, dates and versions lack."""
    segments = [part for segment in _SEGMENT.findall(text) for part in segment.split("/")]
    return sum(len(part) for part in segments if not _is_wordy(part)) >= _LEAST_RANDOM


def _is_wordy(segment: str) -> bool:
    if not _WORDY.fullmatch(segment):
        return False
    if len(segment) < _LONG_SEGMENT:
        return True
    words = 1 + len(_HUMP.findall(segment))
    return _SHORT_WORD * words <= len(segment) <= _LONG_WORD * words


def key_rule(
    rule_id: str,
    description: str,
    *prefixes: str,
    length: int,
    alphabet: str = ALNUM,
    padding: str = "",
    secret_class: SecretClass = SecretClass.CREDENTIAL,
) -> Rule:
    """Make the rule for keys of a fixed prefix and at least `length` characters of an alphabet.

    `padding` is a regular expression of what may follow, such as "={0,2}".
    """
    alternatives = "|".join(re.escape(prefix) for prefix in prefixes)
    characters = _CHARACTER_CLASS[alphabet]
    return Rule(
        rule_id,
        secret_class,
        description,
        pattern=Regex(f"{START}(?:{alternatives}){characters}{{{length},}}{padding}"),
        keywords=tuple(prefix.lower() for prefix in prefixes),
        hits=tuple(fake(prefix, length, alphabet) for prefix in prefixes),
        misses=(
            *prefixes,
            *(fake(prefix, length - 1, alphabet) for prefix in prefixes),
            *("a" + fake(prefix, length, alphabet) for prefix in prefixes),
        ),
        # Nobody writes thirty letters without a break but in a key, nor a word that starts so.
        random=(alphabet in {URLSAFE, BASE64} or length < _NO_WORD)
        and not all(_STRANGE_START.match(prefix) for prefix in prefixes),
    )
