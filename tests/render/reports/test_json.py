import json

from cassette_cli.render.reports.json import finding_json, json_report
from cassette_cli.render.reports.report import Report


def test_finding_json(report: Report) -> None:
    assert finding_json(report.findings[1]) == {
        "check": "content-length",
        "severity": "warning",
        "path": "a b.yaml",
        "line": 12,
        "column": 3,
        "interaction": 1,
        "location": "response.content_length",
        "message": "the recorded length is 9, the body has 8 bytes",
        "fixable": True,
        "fingerprint": "f2",
    }


def test_json_report(report: Report) -> None:
    written = json.loads(json_report(report))
    assert written["files"] == 2
    assert [finding["fingerprint"] for finding in written["findings"]] == ["f1", "f2", "f3"]
