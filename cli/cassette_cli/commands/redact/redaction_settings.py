"""What `cassette redact` was asked for, by the command line and the configuration, as rules."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from cassette_cli.ignores import PerFile, ignored_in
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.own_rules import header_rule, pattern_rule, query_rule, value_rule
from cassette_cli.redaction.placeholders import DEFAULT_PLACEHOLDER
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import RuleSet, compile_rules
from cassette_cli.redaction.secret_classes import read_classes
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.redaction.sensitive import VARIABLE_PREFIX
from cassette_cli.texts.search import Search


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
    yield from map(header_rule, settings.headers)
    yield from map(query_rule, settings.query)
    yield from map(pattern_rule, settings.patterns)
    for name in settings.variables:
        origin = f"the environment variable {name}"
        yield value_rule(f"{VARIABLE_PREFIX}{name}", os.environ.get(name, ""), origin)
