"""The rules that `cassette redact` was asked for, by the command line and the configuration."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from cassette_cli.errors import CassetteError
from cassette_cli.ignores import PerFile, ignored_in, read_per_file
from cassette_cli.passages.passage import Search
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.placeholders import DEFAULT_PLACEHOLDER
from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.rule_set import RuleSet, compile_rules
from cassette_cli.redaction.secrets import BODY_PATH, search_for_secrets
from cassette_cli.redaction.sensitive import VARIABLE_PREFIX

_SHORTEST_VALUE = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be redacted. `per_file` holds globs of paths, with rules that are not."""

    headers: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    body_paths: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    classes: tuple[str, ...] = ("credential",)
    placeholder: str | None = None
    per_file: PerFile = ()

    def in_file(self, path: str) -> "Wanted":
        """What is to be redacted in one file."""
        ignored = ignored_in(path, self.per_file)
        return replace(self, ignore=(*self.ignore, *ignored), per_file=())


def per_file_ignores(values: Iterable[str]) -> PerFile:
    """Read `GLOB:RULE,RULE`, and leave out the checks of `validate`: the table is for both.

    Raises CassetteError for what is written otherwise, and for what is neither rule nor check.
    """
    try:
        per_file = read_per_file(values)
    except ValueError as error:
        raise CassetteError(
            f"{str(error)!r} names no rules", hint="write it like 'tests/old/*:openai-key,cookie'"
        ) from None
    known = {rule.id for rule in rules()} | {BODY_PATH.id}
    others = {name for _, names in per_file for name in names} - known
    if others:
        from cassette_cli.checks.catalogue import checks

        others -= {check.id for check in checks()}
    if others:
        raise CassetteError(
            f"no redaction rule and no check is called {min(others)!r}",
            hint="`cassette rules` and `cassette checks` list them",
        )
    return tuple((glob, tuple(name for name in names if name in known)) for glob, names in per_file)


@cache
def search_for(wanted: Wanted, *, masked: bool = False) -> Search:
    """The search for what is wanted. Raises CassetteError for options that make no sense."""
    return search_for_secrets(rule_set_for(wanted), wanted.body_paths, masked=masked)


def read_classes(names: Iterable[str]) -> tuple[SecretClass, ...]:
    """The classes of these names. Raises CassetteError for one that there is not."""
    known = {one.value: one for one in SecretClass}
    for name in names:
        if name not in known:
            raise CassetteError(
                f"no class is called {name!r}", hint=f"there are {' and '.join(known)}"
            )
    return tuple(known[name] for name in names)


@cache
def rule_set_for(wanted: Wanted) -> RuleSet:
    """The rules in force. Raises CassetteError for options that make no sense."""
    own = tuple(_own_rules(wanted))
    return compile_rules(
        (*rules(), *own),
        select=wanted.select and (*wanted.select, *(rule.id for rule in own)),
        ignore=wanted.ignore,
        classes=read_classes(wanted.classes),
        placeholder=wanted.placeholder or DEFAULT_PLACEHOLDER,
    )


def _own_rules(wanted: Wanted) -> Iterator[Rule]:
    credential = SecretClass.CREDENTIAL
    for name in wanted.headers:
        yield Rule(
            f"header:{name}", credential, "--header", headers=(name.lower(),), any_value=True
        )
    for name in wanted.query:
        yield Rule(f"query:{name}", credential, "--query", query=(name.lower(),), any_value=True)
    for regex in wanted.patterns:
        yield Rule(f"pattern:{regex}", credential, "--pattern", _pattern(regex), any_value=True)
    for name in wanted.variables:
        value = _value_of(name)
        rule_id, found = f"{VARIABLE_PREFIX}{name}", Regex(re.escape(value))
        yield Rule(rule_id, credential, "--value-from-env", found, (value.lower(),), any_value=True)


def _pattern(source: str) -> Regex:
    regex = Regex(source)
    try:
        regex.compiled  # noqa: B018 -- what is wrong with it is said before any file is read
    except re.error as error:
        raise CassetteError(f"{source!r} is no regular expression: {error}") from None
    return regex


def _value_of(name: str) -> str:
    value = os.environ.get(name, "")
    if len(value) < _SHORTEST_VALUE:
        raise CassetteError(
            f"the environment variable {name} holds no value to look for",
            hint=f"set it to at least {_SHORTEST_VALUE} characters",
        )
    return value
