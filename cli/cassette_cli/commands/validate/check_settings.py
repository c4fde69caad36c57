"""The options of `validate` that choose what is checked, as settings of the checks."""

import os
from collections.abc import Sequence

from cassette_cli.checks.catalogue import choose
from cassette_cli.checks.engine import CheckSettings
from cassette_cli.commands.shared.options import split_names
from cassette_cli.commands.shared.per_file_ignores import read_per_file_ignores
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.redaction.secret_classes import read_classes


def read_check_settings(
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    per_file: Sequence[str] | None = None,
    classes: Sequence[str] | None = None,
) -> CheckSettings:
    """The settings that the options spell. Raises CassetteError for what they cannot mean."""
    settings = CheckSettings(
        select=split_names(select),
        ignore=split_names(ignore),
        per_file=read_per_file_ignores(per_file or ()),
        secret_classes=read_classes(split_names(classes) or (SecretClass.CREDENTIAL,)),
        root=os.getcwd(),  # noqa: PTH109 -- paths are strings here
    )
    choose(settings.select, settings.ignore)
    return settings
