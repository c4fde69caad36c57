"""The record of a redaction rule: what a secret looks like, or in which field it stands."""

import re
from dataclasses import dataclass
from enum import StrEnum


class SecretClass(StrEnum):
    """A credential opens a door; an identifier only tells whose door it is."""

    CREDENTIAL = "credential"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of secret.

    A rule has a `pattern` that finds the secret in any text (its group "secret" is what has to go,
    or all of the match where it has no such group), or names of fields whose whole value is secret,
    or both. `keywords` are literals of which one occurs, in any letter case, in every text that the
    pattern can match: they are looked for first, because a regular expression costs more. Names are
    in lower case: `headers` of HTTP fields, `query` of query and form parameters, `fields` of JSON
    members with "-" and "_" left out ("clientsecret" means clientSecret and client_secret).
    `hits` and `misses` are texts that the tests run the pattern on.
    """

    id: str
    secret_class: SecretClass
    description: str
    pattern: re.Pattern[str] | None = None
    keywords: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
