"""The work of `cassette redact`: the rules that were asked for, and what they found."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cassette_cli.commands.editing import Edited, Editing, WriteMode, exit_code, summary
from cassette_cli.commands.inputs import report_error, run_with_source
from cassette_cli.errors import CassetteError, ExitCode
from cassette_cli.files import STDIN
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.passages.passage import Search
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.placeholders import DEFAULT_PLACEHOLDER
from cassette_cli.redaction.redact import SecretFinding, finding_json, redact
from cassette_cli.redaction.rule import Rule, SecretClass
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.render.safe_text import safe_json, safe_line

Findings = tuple[SecretFinding, ...]

_SHORTEST_VALUE = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be redacted, as the command line and the configuration say it."""

    headers: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    body_paths: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    classes: tuple[str, ...] = ("credential",)
    placeholder: str | None = None


@dataclass(frozen=True, slots=True)
class Redacting:
    """Redacts one cassette."""

    wanted: Wanted

    def __call__(self, cassette: Cassette) -> tuple[str, Findings]:
        redaction = redact(cassette, _search(self.wanted))
        return redaction.text, redaction.findings


@dataclass(frozen=True, slots=True)
class Masking:
    """Gives the text of a cassette with its secrets cut short: what a diff may show of it."""

    wanted: Wanted

    def __call__(self, cassette: Cassette) -> str:
        return redact(cassette, _search(self.wanted, masked=True)).text


def redact_paths(
    paths: Sequence[str], wanted: Wanted, mode: WriteMode, jobs: int | None, *, as_json: bool
) -> ExitCode:
    """Redact the cassettes behind the paths, and print what was found in them."""
    _search(wanted)  # what is wrong with the options is said once, before any file
    edited: list[Edited[Findings]] = []
    failed = False
    work = Editing(Redacting(wanted), mode, Masking(wanted))
    for outcome in run_with_source(paths, work, jobs):
        if outcome.error is not None:
            failed = True
            report_error(outcome.error)
        if outcome.result is not None:
            edited.append(outcome.result)
    if as_json:
        sys.stdout.write(f"{safe_json({'files': [_file_json(file) for file in edited]})}\n")
    else:
        # The text of a file that came from stdin is on stdout already.
        report = sys.stderr if STDIN in paths else sys.stdout
        for file in edited:
            report.write("".join(f"{line}\n" for line in _lines(file)))
            report.write(file.diff)
    count = sum(len(file.value) for file in edited)
    secrets = "1 secret" if count == 1 else f"{count} secrets"
    sys.stderr.write(f"{secrets} found; {summary(edited, mode)}\n")
    return exit_code(edited, mode, failed=failed)


@cache
def _search(wanted: Wanted, *, masked: bool = False) -> Search:
    try:
        classes = [SecretClass(name) for value in wanted.classes for name in value.split(",")]
    except ValueError as error:
        raise CassetteError(str(error), hint="classes are credential and identifier") from None
    rule_set = compile_rules(
        (*rules(), *_own_rules(wanted)),
        select=wanted.select and (*wanted.select, *(rule.id for rule in _own_rules(wanted))),
        ignore=wanted.ignore,
        classes=classes,
        placeholder=wanted.placeholder or DEFAULT_PLACEHOLDER,
    )
    return search_for_secrets(rule_set, wanted.body_paths, masked=masked)


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
        found = re.compile(re.escape(value))
        yield Rule(
            f"env:{name}", credential, "--value-from-env", found, (value.lower(),), any_value=True
        )


def _pattern(regex: str) -> re.Pattern[str]:
    try:
        return re.compile(regex)
    except re.error as error:
        raise CassetteError(f"{regex!r} is no regular expression: {error}") from None


def _value_of(name: str) -> str:
    value = os.environ.get(name, "")
    if len(value) < _SHORTEST_VALUE:
        raise CassetteError(
            f"the environment variable {name} holds no value to look for",
            hint=f"set it to at least {_SHORTEST_VALUE} characters",
        )
    return value


def _lines(file: Edited[Findings]) -> Iterator[str]:
    for finding in file.value:
        place = finding.place
        yield (
            f"{safe_line(file.path)}:{place.line}:{place.column}: {finding.rule} "
            f"{safe_line(finding.masked)} in #{place.interaction} {safe_line(place.location)}"
        )


def _file_json(file: Edited[Findings]) -> Json:
    return {
        "path": file.path,
        "changed": file.changed,
        "findings": [finding_json(finding) for finding in file.value],
    }
