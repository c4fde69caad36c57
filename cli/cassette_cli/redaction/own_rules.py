"""Rules that a user makes: for a header, a parameter, a pattern, or a value that is known."""

import re

from cassette_cli.errors import CassetteError
from cassette_cli.redaction.rule import Regex, Rule, SecretClass

_SHORTEST_VALUE = 4
_CREDENTIAL = SecretClass.CREDENTIAL


def header_rule(name: str) -> Rule:
    """The rule that every value of a header field is secret."""
    return Rule(f"header:{name}", _CREDENTIAL, "--header", headers=(name.lower(),), any_value=True)


def query_rule(name: str) -> Rule:
    """The rule that every value of a query or form parameter is secret."""
    return Rule(f"query:{name}", _CREDENTIAL, "--query", query=(name.lower(),), any_value=True)


def pattern_rule(source: str) -> Rule:
    """The rule that what a regular expression matches is secret.

    Raises CassetteError where `source` is not a regular expression.
    """
    regex = Regex(source)
    try:
        regex.compiled  # noqa: B018 -- what is wrong with it is said before any file is read
    except re.error as error:
        raise CassetteError(f"{source!r} is not a regular expression: {error}") from None
    return Rule(f"pattern:{source}", _CREDENTIAL, "--pattern", regex, any_value=True)


def value_rule(rule_id: str, value: str, origin: str) -> Rule:
    """The rule that a known value is secret wherever it stands.

    Raises CassetteError for a value so short that it would be found everywhere; the message names
    its `origin`, never the value.
    """
    if len(value) < _SHORTEST_VALUE:
        raise CassetteError(
            f"{origin} holds no value to look for",
            hint=f"set it to at least {_SHORTEST_VALUE} characters",
        )
    found, keywords = Regex(re.escape(value)), (value.lower(),)
    return Rule(rule_id, _CREDENTIAL, "--value-from-env", found, keywords, any_value=True)
