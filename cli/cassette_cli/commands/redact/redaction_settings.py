"""What `cassette redact` was asked for, by the command line and the configuration, as rules."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from cassette_cli.commands.shared.secret_classes import read_classes
from cassette_cli.errors import CassetteError
from cassette_cli.ignores import PerFile, ignored_in
from cassette_cli.passages.passage import Search
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.placeholders import DEFAULT_PLACEHOLDER
from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.rule_set import RuleSet, compile_rules
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.redaction.sensitive import VARIABLE_PREFIX

_SHORTEST_VALUE = 4


@dataclass(frozen=True, slots=True)
class RedactionSettings:
    """What is to be redacted; `per_file` holds rules that are left out in the files of a glob."""

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

    def in_file(self, path: str) -> "RedactionSettings":
        """The settings for one file."""
        ignored = ignored_in(path, self.per_file)
        return replace(self, ignore=(*self.ignore, *ignored), per_file=())


def check_settings(settings: RedactionSettings) -> None:
    """Raise CassetteError for options that make no sense, before any file is read."""
    ignored = [name for _, names in settings.per_file for name in names]
    search_for(replace(settings, ignore=(*settings.ignore, *ignored), per_file=()))


@cache
def search_for(settings: RedactionSettings, *, masked: bool = False) -> Search:
    """The search for what is to be redacted. Raises CassetteError for senseless options."""
    return search_for_secrets(rule_set_for(settings), settings.body_paths, masked=masked)


@cache
def rule_set_for(settings: RedactionSettings) -> RuleSet:
    """The rules in force. Raises CassetteError for senseless options."""
    own = tuple(_own_rules(settings))
    return compile_rules(
        (*rules(), *own),
        select=settings.select and (*settings.select, *(rule.id for rule in own)),
        ignore=settings.ignore,
        classes=read_classes(settings.classes),
        placeholder=settings.placeholder or DEFAULT_PLACEHOLDER,
    )


def _own_rules(settings: RedactionSettings) -> Iterator[Rule]:
    credential = SecretClass.CREDENTIAL
    for name in settings.headers:
        yield Rule(
            f"header:{name}", credential, "--header", headers=(name.lower(),), any_value=True
        )
    for name in settings.query:
        yield Rule(f"query:{name}", credential, "--query", query=(name.lower(),), any_value=True)
    for regex in settings.patterns:
        yield Rule(f"pattern:{regex}", credential, "--pattern", _pattern(regex), any_value=True)
    for name in settings.variables:
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
