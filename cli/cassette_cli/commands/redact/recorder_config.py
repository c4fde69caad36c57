"""The work of `cassette redact --print-recorder-config`: code that has a recorder redact alike."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.commands.redact.redaction_settings import (
    RedactionSettings,
    check_settings,
    rule_set_for,
    search_for,
)
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.errors import ExitCode
from cassette_cli.files import Source
from cassette_cli.model import Cassette
from cassette_cli.recorders.catalogue import recorders
from cassette_cli.recorders.recorder import Sensitive
from cassette_cli.redaction.sensitive import sensitive_in, together


@dataclass(frozen=True, slots=True)
class FindSensitive:
    """Finds what a recorder has to take out of what one cassette holds."""

    settings: RedactionSettings

    def __call__(self, _: Source, cassette: Cassette) -> Sensitive:
        settings = self.settings.in_file(cassette.path)
        return sensitive_in(cassette, rule_set_for(settings), search_for(settings))


def print_recorder_config(
    paths: Sequence[str],
    settings: RedactionSettings,
    name: str,
    jobs: int | None,
    *,
    skip_others: bool = False,
) -> ExitCode:
    """Print the code that makes a recorder redact what there is to redact in the cassettes."""
    check_settings(settings)
    writers = {one.name: one.write_config for one in recorders() if one.write_config}
    outcomes = for_each_source(paths, FindSensitive(settings), jobs, skip_others=skip_others)
    results = Results(outcomes)
    sensitive = together(list(results), rule_set_for(settings).placeholder)
    sys.stdout.write(writers[name](sensitive))
    return results.exit_code
