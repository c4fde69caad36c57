"""A list of findings that are known and left alone: by fingerprint, nothing of the recordings."""

import json
from collections.abc import Iterable, Sequence

from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding
from cassette_cli.json_values import read_json

_VERSION = 1


def write_baseline(findings: Iterable[Finding]) -> str:
    """The text of a baseline file; checks and paths are there for people to read."""
    known = sorted((finding.path, finding.check, finding.fingerprint) for finding in findings)
    rows = [
        {"check": check, "path": path, "fingerprint": fingerprint}
        for path, check, fingerprint in known
    ]
    return json.dumps({"version": _VERSION, "findings": rows}, indent=2) + "\n"


def read_baseline(name: str, text: str) -> frozenset[str]:
    """The fingerprints in a baseline file. Raises CassetteError for a file that is none."""
    match read_json(text):
        case {"version": int(version), "findings": list(rows)} if version == _VERSION:
            return frozenset(
                str(row["fingerprint"])
                for row in rows
                if isinstance(row, dict) and "fingerprint" in row
            )
    raise CassetteError("no baseline", where=name, hint="write one with --write-baseline")


def without_known(findings: Sequence[Finding], known: frozenset[str]) -> tuple[Finding, ...]:
    """The findings that a baseline does not list."""
    return tuple(finding for finding in findings if finding.fingerprint not in known)
