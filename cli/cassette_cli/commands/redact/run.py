"""The work of `cassette redact`: what was found in the cassettes, and what became of them."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cassette_cli.commands.shared.inputs import report_error, run_with_source
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.output import console_for, screen_for, stdout_or_pager
from cassette_cli.commands.shared.redaction_options import Wanted, rule_set_for, search_for
from cassette_cli.commands.shared.writing import Edited, Editing, WriteMode, exit_code, summary
from cassette_cli.errors import ExitCode
from cassette_cli.files import STDIN, Source
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.recorders.catalogue import recorder_of, recorders
from cassette_cli.recorders.matching import Unmatched
from cassette_cli.recorders.recorder import Sensitive
from cassette_cli.redaction.redact import SecretFinding, finding_json, redact
from cassette_cli.redaction.sensitive import sensitive_in, together
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.text.redactions import finding_lines, unmatched_line

_MOST_UNMATCHED_FILES = 10


class Redacted(NamedTuple):
    """What was found in one file, and what its recorder will miss."""

    findings: tuple[SecretFinding, ...]
    recorder: str
    unmatched: tuple[Unmatched, ...]


@dataclass(frozen=True, slots=True)
class Redacting:
    """Redacts one cassette."""

    wanted: Wanted

    def __call__(self, cassette: Cassette) -> tuple[str, Redacted]:
        redaction = redact(cassette, search_for(self.wanted.in_file(cassette.path)))
        recorder = recorder_of(cassette)
        name = recorder.name if recorder else ""
        return redaction.text, Redacted(redaction.findings, name, redaction.unmatched)


@dataclass(frozen=True, slots=True)
class Masking:
    """Gives the text of a cassette with its secrets cut short: what a diff may show of it."""

    wanted: Wanted

    def __call__(self, cassette: Cassette) -> str:
        return redact(cassette, search_for(self.wanted.in_file(cassette.path), masked=True)).text


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads what a recorder has to take out of what one cassette holds."""

    wanted: Wanted

    def __call__(self, _: Source, cassette: Cassette) -> Sensitive:
        wanted = self.wanted.in_file(cassette.path)
        return sensitive_in(cassette, rule_set_for(wanted), search_for(wanted))


@dataclass(frozen=True, slots=True)
class Reporting:
    """How to say what was found."""

    as_json: bool
    color: Color


def redact_paths(
    paths: Sequence[str],
    wanted: Wanted,
    mode: WriteMode,
    reporting: Reporting,
    jobs: int | None,
    *,
    skip_others: bool = False,
) -> ExitCode:
    """Redact the cassettes behind the paths, and print what was found in them."""
    _check(wanted)
    edited: list[Edited[Redacted]] = []
    failed = 0
    work = Editing(Redacting(wanted), mode, Masking(wanted))
    for outcome in run_with_source(paths, work, jobs, skip_others=skip_others):
        if outcome.error is not None:
            failed += 1
            report_error(outcome.error)
        if outcome.result is not None:
            edited.append(outcome.result)
    with stdout_or_pager(pager=False) as out:
        if STDIN in paths and mode.writes:
            # The text of the file is on stdout already.
            sys.stderr.write(_json(edited) if reporting.as_json else _plain(edited))
        else:
            out.write(_json(edited) if reporting.as_json else _text(edited, reporting.color))
    _report_unmatched(edited, mode)
    sys.stderr.write(f"{_count(edited)} found; {summary(edited, mode, failed)}\n")
    return exit_code(edited, mode, failed)


def print_recorder_config(
    paths: Sequence[str], wanted: Wanted, name: str, jobs: int | None, *, skip_others: bool = False
) -> ExitCode:
    """Print the code that makes a recorder redact what there is to redact in the cassettes."""
    _check(wanted)
    writers = {one.name: one.write_config for one in recorders() if one.write_config}
    code = ExitCode.OK
    found: list[Sensitive] = []
    for outcome in run_with_source(paths, Reading(wanted), jobs, skip_others=skip_others):
        if outcome.error is not None:
            code = ExitCode.USAGE
            report_error(outcome.error)
        if outcome.result is not None:
            found.append(outcome.result)
    sys.stdout.write(writers[name](together(found, rule_set_for(wanted).placeholder)))
    return code


def _check(wanted: Wanted) -> None:
    """What is wrong with the options is said once, before any file."""
    ignored = [name for _, names in wanted.per_file for name in names]
    search_for(replace(wanted, ignore=(*wanted.ignore, *ignored), per_file=()))


def _count(edited: Sequence[Edited[Redacted]]) -> str:
    count = sum(len(file.value.findings) for file in edited)
    return "1 secret" if count == 1 else f"{count or 'no'} secrets"


def _plain(edited: Sequence[Edited[Redacted]]) -> str:
    return "".join(
        "".join(f"{line}\n" for line in finding_lines(file.path, file.value.findings)) + file.diff
        for file in edited
    )


def _text(edited: Sequence[Edited[Redacted]], color: Color) -> str:
    screen = screen_for(color)
    if screen is None:
        return _plain(edited)
    from cassette_cli.render.text.redactions_terminal import print_diff, print_findings

    console, buffer = console_for(screen)
    for file in edited:
        if file.value.findings:
            print_findings(console, file.path, file.value.findings)
        print_diff(console, file.diff)
    return buffer.getvalue()


def _report_unmatched(edited: Sequence[Edited[Redacted]], mode: WriteMode) -> None:
    verb = "will" if mode.writes else "would"
    files = [file for file in edited if file.value.unmatched]
    for file in files[:_MOST_UNMATCHED_FILES]:
        _, recorder, unmatched = file.value
        sys.stderr.write(f"note: {unmatched_line(file.path, recorder, unmatched, verb)}\n")
    if len(files) > _MOST_UNMATCHED_FILES:
        rest = len(files) - _MOST_UNMATCHED_FILES
        sys.stderr.write(f"note: and so in {rest} more; --output-format json lists all of them\n")
    configurable = {one.name for one in recorders() if one.write_config}
    for name in sorted(configurable & {file.value.recorder for file in files}):
        sys.stderr.write(
            f"hint: have {name} redact the same: "
            f"cassette redact --print-recorder-config {name} PATH...\n"
        )


def _json(edited: Sequence[Edited[Redacted]]) -> str:
    return f"{safe_json({'files': [_file_json(file) for file in edited]})}\n"


def _file_json(file: Edited[Redacted]) -> Json:
    return {
        "path": file.path,
        "changed": file.changed,
        "findings": [finding_json(finding) for finding in file.value.findings],
        "unmatched": [
            {"interaction": one.interaction, "changed": list(one.changed)}
            for one in file.value.unmatched
        ],
    }
