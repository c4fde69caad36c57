"""The work of `cassette redact`: secrets are taken out of the cassettes, and counted."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.commands.redact.print_findings import (
    FindingsFormat,
    Redacted,
    print_findings,
    print_unmatched,
)
from cassette_cli.commands.redact.redaction_settings import (
    RedactionSettings,
    check_settings,
    search_for,
)
from cassette_cli.commands.shared.edit_in_place import (
    Edited,
    EditInPlace,
    WriteMode,
    exit_code,
    summary,
)
from cassette_cli.commands.shared.for_each_cassette import for_each_source
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.selection import ALL, Selection
from cassette_cli.counted import counted
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette
from cassette_cli.recorders.matching import BY_DEFAULT, Matching
from cassette_cli.redaction.redact import redact


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
        return redaction.text, Redacted(redaction.findings, name, redaction.losses)


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
    sys.stderr.write(f"{_found(edited, failed)}; {summary(edited, mode, failed)}\n")
    left = ExitCode.FINDINGS if _left(edited) else ExitCode.OK
    return exit_code(edited, mode, failed) or left


def _found(edited: Sequence[Edited[Redacted]], failed: int) -> str:
    if failed and not edited:
        return "nothing was searched"
    count = sum(len(file.value.findings) for file in edited)
    left = _left(edited)
    remaining = f", {left} of them cannot be taken out" if left else ""
    return f"{counted(count, 'secret') if count else 'no secrets'} found{remaining}"


def _left(edited: Sequence[Edited[Redacted]]) -> int:
    """How many secrets stand where they cannot be taken out."""
    return sum(not finding.redacted for file in edited for finding in file.value.findings)
