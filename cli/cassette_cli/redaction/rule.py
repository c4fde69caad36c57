"""The record of a redaction rule: what a secret looks like, or in which field it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class SecretClass(StrEnum):
    """A credential opens a door; an identifier only tells whose door it is."""

    CREDENTIAL = "credential"
    IDENTIFIER = "identifier"


class Regex:
    """A regular expression that is compiled when it is first needed: most rules never are.

    `pattern` is its source; the other methods are those of `re.Pattern`.
    """

    __slots__ = ("_compiled", "_flags", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text)


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
    pattern: Regex | None = None
    keywords: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    names: Regex | None = None
    keyword_inside: bool = False
    random: bool = False
    any_value: bool = False
