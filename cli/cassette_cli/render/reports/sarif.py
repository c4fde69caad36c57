"""Findings as SARIF 2.1.0, which code scanning reads.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote

from cassette_cli.checks.catalogue import checks, documentation
from cassette_cli.checks.check import Check
from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.json_values import Json
from cassette_cli.render.reports.report import Report
from cassette_cli.render.safe_text import safe_json
from cassette_cli.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_report(report: Report) -> str:
    """One run with all checks as its rules."""
    rules = checks()
    indexes = {check.id: index for index, check in enumerate(rules)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "cassette",
                "version": __version__,
                "rules": [_rule(check) for check in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.errors)],
        "results": [_result(finding, indexes[finding.check]) for finding in report.findings],
    }
    return safe_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def file_uri(path: str) -> str:
    """A path as the reference of an artifact: relative where it is, else a file URI."""
    pure = PurePath(path)
    spelled = quote(pure.as_posix(), safe="/")
    return f"file://{spelled}" if pure.is_absolute() else spelled


def _rule(check: Check) -> Json:
    return {
        "id": check.id,
        "shortDescription": {"text": check.summary},
        "help": {"text": documentation(check)},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _result(finding: Finding, rule_index: int) -> Json:
    place = finding.place
    location: dict[str, Json] = {
        "physicalLocation": {
            "artifactLocation": {"uri": file_uri(finding.path)},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }
    if place.location:
        index = "" if place.interaction is None else f"#{place.interaction} "
        location["logicalLocations"] = [{"fullyQualifiedName": f"{index}{place.location}"}]
    return {
        "ruleId": finding.check,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"cassette/v1": finding.fingerprint},
    }


def _invocation(errors: Iterable[CassetteError]) -> Json:
    notifications: list[Json] = [
        {"level": "error", "message": {"text": str(error)}} for error in errors
    ]
    return {
        "executionSuccessful": not notifications,
        "toolExecutionNotifications": notifications,
    }
