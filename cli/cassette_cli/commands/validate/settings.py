"""The options of `validate` that choose what is checked, as settings of the checks."""

import os
from collections.abc import Iterable, Sequence

from cassette_cli.checks.catalogue import checks, choose
from cassette_cli.checks.engine import CheckSettings
from cassette_cli.commands.shared.redaction_options import read_classes
from cassette_cli.errors import CassetteError
from cassette_cli.ignores import PerFile, read_per_file
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule import SecretClass


def read_check_settings(
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    per_file: Sequence[str] | None = None,
    classes: Sequence[str] | None = None,
) -> CheckSettings:
    """The settings that the options spell. Raises CassetteError for what they cannot mean."""
    settings = CheckSettings(
        select=_names(select),
        ignore=_names(ignore),
        per_file=_per_file(per_file or ()),
        secret_classes=read_classes(_names(classes) or (SecretClass.CREDENTIAL,)),
        root=os.getcwd(),  # noqa: PTH109 -- paths are strings here
    )
    choose(settings.select, settings.ignore)
    return settings


def _names(values: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )


def _per_file(values: Iterable[str]) -> PerFile:
    try:
        per_file = read_per_file(values)
    except ValueError as error:
        raise CassetteError(
            f"{str(error)!r} names no checks", hint="write it like 'tests/old/*:secret,status'"
        ) from None
    # The table is for `redact`, too, and may name its rules.
    known = {check.id for check in checks()} | {rule.id for rule in rules()}
    for name in {name for _, names in per_file for name in names} - known:
        raise CassetteError(
            f"no check and no redaction rule is called {name!r}",
            hint="`cassette checks` and `cassette rules` list them",
        )
    return per_file
