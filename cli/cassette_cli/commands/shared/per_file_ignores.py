"""Exceptions by file, for redaction rules and for checks: one table serves both."""

from collections.abc import Iterable

from cassette_cli.errors import CassetteError
from cassette_cli.ignores import PerFile, read_per_file
from cassette_cli.nearest import did_you_mean
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.secrets import BODY_PATH


def read_per_file_ignores(values: Iterable[str]) -> PerFile:
    """Read `GLOB:NAME,NAME`, where each name is a rule or a check.

    Raises CassetteError for what is written otherwise, and for a name that neither has.
    """
    try:
        per_file = read_per_file(values)
    except ValueError as error:
        raise CassetteError(
            f"{str(error)!r} names no rules or checks",
            hint="write it like 'tests/old/*:openai-key,status'",
        ) from None
    known = rule_names()
    if not _names(per_file) <= known:
        # Most files name rules alone, and importing the checks takes time.
        from cassette_cli.checks.catalogue import checks

        known |= {check.id for check in checks()}
    if unknown := sorted(_names(per_file) - known):
        raise CassetteError(
            f"no redaction rule and no check is called {unknown[0]!r}",
            hint=did_you_mean(
                unknown[0], sorted(known), "`cassette rules` and `cassette checks` list them"
            ),
        )
    return per_file


def rules_alone(per_file: PerFile) -> PerFile:
    """The exceptions without the checks in them."""
    known = rule_names()
    return tuple((glob, tuple(name for name in names if name in known)) for glob, names in per_file)


def rule_names() -> set[str]:
    """Every redaction rule that can be named, also the one of --body-path."""
    return {rule.id for rule in rules()} | {BODY_PATH.id}


def _names(per_file: PerFile) -> set[str]:
    return {name for _, names in per_file for name in names}
