"""Print what was redacted, and what the recorders will miss for it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TextIO

from cassette_cli.commands.shared.edit_in_place import Edited, WriteMode
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.pager import write_utf_8
from cassette_cli.commands.shared.report_edit import print_losses
from cassette_cli.commands.shared.screen import drawn, is_colored, screen_for
from cassette_cli.json_values import Json
from cassette_cli.recorders.catalogue import recorders
from cassette_cli.recorders.lost import Losses
from cassette_cli.redaction.masking import mask_text
from cassette_cli.redaction.redact import SecretFinding, finding_json
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.text.losses import losses_json
from cassette_cli.render.text.painted import FINDINGS, painted
from cassette_cli.render.text.redactions import finding_lines

if TYPE_CHECKING:
    from rich.console import Console


class Redacted(NamedTuple):
    """What was found in one file, and what its recorder will miss."""

    findings: tuple[SecretFinding, ...]
    recorder: str
    losses: Losses


@dataclass(frozen=True, slots=True)
class FindingsFormat:
    """How to print what was found."""

    as_json: bool
    color: Color


def print_findings(
    edited: Sequence[Edited[Redacted]], findings_format: FindingsFormat, stream: TextIO
) -> None:
    """Print the findings of all files, each with its diff if that was asked for."""
    if findings_format.as_json:
        text = f"{safe_json({'files': [_file_json(file) for file in edited]})}\n"
    elif stream is sys.stdout:
        text = _text(edited, findings_format.color)
    else:
        text = _plain(edited)
    write_utf_8()
    stream.write(mask_text(text))


def print_unmatched(edited: Sequence[Edited[Redacted]], mode: WriteMode) -> None:
    """Note which interactions a recorder no longer finds, and how to have it redact the same."""
    files = [file for file in edited if file.value.losses]
    for file in files:
        print_losses(file.path, file.value.losses, mode)
    configurable = {one.name for one in recorders() if one.write_config}
    for name in sorted(configurable & {file.value.recorder for file in files}):
        sys.stderr.write(
            f"hint: have {name} redact the same: "
            f"cassette redact --print-recorder-config {name} PATH...\n"
        )


def _plain(edited: Sequence[Edited[Redacted]], *, colored: bool = False) -> str:
    """Findings, in colour where that is asked for, and diffs, which `patch` may read."""
    paint = FINDINGS if colored else {}
    return "".join(f"{painted(_lines(file), paint)}{file.diff}" for file in edited)


def _lines(file: Edited[Redacted]) -> str:
    return "".join(f"{line}\n" for line in finding_lines(file.path, file.value.findings))


def _text(edited: Sequence[Edited[Redacted]], color: Color) -> str:
    screen = screen_for(color)
    if screen is None:
        return _plain(edited, colored=is_colored(color))
    return drawn(screen, _draw, edited)


def _draw(console: "Console", edited: Sequence[Edited[Redacted]]) -> None:
    from cassette_cli.render.text import redactions_terminal

    for file in edited:
        if file.value.findings:
            redactions_terminal.print_findings(console, file.path, file.value.findings)
        redactions_terminal.print_diff(console, file.diff)


def _file_json(file: Edited[Redacted]) -> Json:
    return {
        "path": file.path,
        "changed": file.changed,
        "findings": [finding_json(finding) for finding in file.value.findings],
        **losses_json(file.value.losses),
    }
