"""Print what was redacted, and what the recorders will miss for it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from cassette_cli.commands.redact.summary import Redacted, statistics, statistics_lines
from cassette_cli.commands.shared.edit_in_place import Edited, WriteMode
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.pager import write_utf_8
from cassette_cli.commands.shared.report_edit import print_losses
from cassette_cli.commands.shared.screen import drawn, is_colored, screen_for
from cassette_cli.json_values import Json
from cassette_cli.recorders.catalogue import recorders
from cassette_cli.redaction.masking import mask_text
from cassette_cli.redaction.redact import finding_json
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.text.losses import losses_json
from cassette_cli.render.text.painted import FINDINGS, painted
from cassette_cli.render.text.redactions import finding_lines

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class FindingsFormat:
    """How to print what was found."""

    as_json: bool
    color: Color
    statistics: bool = False


def print_findings(
    edited: Sequence[Edited[Redacted]], findings_format: FindingsFormat, stream: TextIO
) -> None:
    """Print the findings of all files, each with its diff if that was asked for."""
    if findings_format.as_json:
        text = f"{safe_json(_document(edited, findings_format))}\n"
    elif findings_format.statistics:
        text = "".join(f"{line}\n" for line in statistics_lines(edited))
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


def _document(edited: Sequence[Edited[Redacted]], findings_format: FindingsFormat) -> Json:
    values = _number_values(edited)
    files: dict[str, Json] = {"files": [_file_json(file, values) for file in edited]}
    return files | ({"statistics": statistics(edited)} if findings_format.statistics else {})


def _number_values(edited: Sequence[Edited[Redacted]]) -> dict[str, int]:
    """Numbers for the distinct secrets, by their digests, in the order of the files."""
    digests = dict.fromkeys(one.digest for file in edited for one in file.value.findings)
    return {digest: number for number, digest in enumerate(digests, 1)}


def _file_json(file: Edited[Redacted], values: dict[str, int]) -> Json:
    return {
        "path": file.path,
        "changed": file.changed,
        "findings": [
            finding_json(finding, values[finding.digest]) for finding in file.value.findings
        ],
        **losses_json(file.value.losses),
    }
