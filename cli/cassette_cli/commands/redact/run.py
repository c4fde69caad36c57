"""The work of `cassette redact`: secrets are taken out of the cassettes, and counted."""

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from cassette_cli.commands.redact.print_findings import (
    FindingsFormat,
    print_findings,
    print_unmatched,
)
from cassette_cli.commands.redact.redaction_settings import (
    RedactionSettings,
    check_settings,
    search_for,
)
from cassette_cli.commands.redact.summary import (
    Redacted,
    found_line,
    left_standing,
    next_steps,
)
from cassette_cli.commands.shared.edit_in_place import (
    EditInPlace,
    WriteMode,
    exit_code,
    summary,
)
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.selection import ALL, Selection
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette
from cassette_cli.recorders.matching import BY_DEFAULT, Matching
from cassette_cli.redaction.held_back import count_held_back, has_ignores
from cassette_cli.redaction.redact import Redaction, redact


@dataclass(frozen=True, slots=True)
class Redacting:
    """Redacts one cassette."""

    settings: RedactionSettings
    matching: Matching = BY_DEFAULT
    selection: Selection = ALL

    def __call__(self, cassette: Cassette) -> tuple[str, Redacted]:
        search = search_for(self.settings.in_file(cassette.path))
        positions = self.selection.among(cassette) if self.selection.asked else None
        redaction = redact(cassette, search, self.matching, positions)
        recorder = self.matching.recorder_for(cassette)
        name = recorder.name if recorder else ""
        held_back = self._held_back(cassette, redaction, positions)
        return redaction.text, Redacted(redaction.findings, name, redaction.losses, held_back)

    def _held_back(
        self, cassette: Cassette, redaction: Redaction, positions: Collection[int] | None
    ) -> int:
        """How many secrets exceptions keep; files without any are not searched again."""
        everything = replace(self.settings, per_file=())
        if everything == self.settings.in_file(cassette.path) and not has_ignores(cassette):
            return 0
        return count_held_back(cassette, search_for(everything), redaction, positions)


@dataclass(frozen=True, slots=True)
class Masking:
    """Gives the text of a cassette with its secrets cut short: what a diff may show of it."""

    settings: RedactionSettings

    def __call__(self, cassette: Cassette) -> str:
        return redact(cassette, search_for(self.settings.in_file(cassette.path), masked=True)).text


def redact_paths(
    paths: Sequence[str],
    settings: RedactionSettings,
    matching: Matching,
    mode: WriteMode,
    findings_format: FindingsFormat,
    jobs: int | None,
    *,
    selection: Selection = ALL,
    skip_others: bool = False,
) -> ExitCode:
    """Redact the cassettes behind the paths, and print what was found in them."""
    check_settings(settings)
    work = EditInPlace(Redacting(settings, matching, selection), mode, Masking(settings))
    results = Results(for_each_source(paths, work, jobs, skip_others=skip_others))
    edited = list(results)
    print_findings(edited, findings_format, mode.report_stream(paths))
    print_unmatched(edited, mode)
    failed = len(results.errors)
    sys.stderr.write(f"{found_line(edited, failed)}; {summary(edited, mode, failed)}\n")
    sys.stderr.write(next_steps(edited, mode))
    left = ExitCode.FINDINGS if left_standing(edited) else ExitCode.OK
    return exit_code(edited, mode, failed) or left
