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
    or both.

    A regular expression costs more than looking for a literal, so the pattern is tried only where
    one of the `keywords` (in lower case) stands in the text in any letter case: each match begins
    with a keyword. With `keyword_inside` the keyword may stand anywhere in the match, and without
    keywords every text is searched.

    Names are in lower case: `headers` of HTTP fields, `query` of query and form parameters,
    `fields` of JSON members with "-" and "_" left out ("clientsecret" means clientSecret and
    client_secret). `names` matches a name of any of the three in full, its words in lower case and
    joined by "-" ("client-secret").

    With `random`, what was found is a secret only if it looks like random characters. With
    `any_value`, even what looks like a placeholder of another tool goes.

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
    names: re.Pattern[str] | None = None
    keyword_inside: bool = False
    random: bool = False
    any_value: bool = False
