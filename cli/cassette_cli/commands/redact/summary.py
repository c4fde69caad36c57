"""What a run of `redact` comes to: places, files, distinct values, and what to do next."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cassette_cli.commands.shared.edit_in_place import Edited, WriteMode
from cassette_cli.counted import counted
from cassette_cli.json_values import Json
from cassette_cli.recorders.lost import Losses
from cassette_cli.redaction.redact import SecretFinding


class Redacted(NamedTuple):
    """What was found in one file, what its recorder will miss, and how many secrets stay."""

    findings: tuple[SecretFinding, ...]
    recorder: str
    losses: Losses
    held_back: int = 0


def found_line(edited: Sequence[Edited[Redacted]], failed: int) -> str:
    """What was found: `392 places in 180 files, 41 distinct values`."""
    if failed and not edited:
        return "nothing was searched"
    findings = findings_of(edited)
    words = [_places(edited, findings)]
    if left := left_standing(edited):
        words.append(f"{left} of them cannot be taken out")
    if held_back := sum(file.value.held_back for file in edited):
        words.append(f"{held_back} kept by ignores")
    return ", ".join(words)


def left_standing(edited: Iterable[Edited[Redacted]]) -> int:
    """How many secrets stand where they cannot be taken out."""
    return sum(not finding.redacted for finding in findings_of(edited))


def next_steps(edited: Sequence[Edited[Redacted]], mode: WriteMode) -> str:
    """What a person has to do where secrets were found, in a hook above all; else nothing."""
    if not findings_of(edited):
        return ""
    first = "add the files and commit again" if mode.writes else "run `cassette redact` on them"
    return f"hint: {first}; a key that was pushed has to be revoked, whatever is redacted now\n"


def statistics(edited: Iterable[Edited[Redacted]]) -> list[Json]:
    """How many places and distinct values each rule found, the most places first."""
    findings = findings_of(edited)
    places = Counter(finding.rule for finding in findings)
    values = Counter(rule for rule, _ in {(one.rule, one.digest) for one in findings})
    return [
        {"rule": rule, "places": count, "values": values[rule]}
        for rule, count in sorted(places.items(), key=lambda item: (-item[1], item[0]))
    ]


def statistics_lines(edited: Iterable[Edited[Redacted]]) -> Iterator[str]:
    """The statistics in columns between tabs: places, distinct values, rule."""
    for row in statistics(edited):
        if isinstance(row, dict):
            yield f"{row['places']}\t{row['values']}\t{row['rule']}"


def findings_of(edited: Iterable[Edited[Redacted]]) -> list[SecretFinding]:
    """The findings of all files."""
    return [finding for file in edited for finding in file.value.findings]


def _places(edited: Sequence[Edited[Redacted]], findings: Sequence[SecretFinding]) -> str:
    if not findings:
        return "no secrets found"
    files = sum(bool(file.value.findings) for file in edited)
    values = len({finding.digest for finding in findings})
    return (
        f"{counted(len(findings), 'place')} in {counted(files, 'file')}, "
        f"{counted(values, 'distinct value')}"
    )
