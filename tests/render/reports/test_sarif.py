import json
from dataclasses import replace

import pytest
from jsonschema import Draft7Validator

from cassette_cli.checks.catalogue import checks
from cassette_cli.render.reports.report import Report
from cassette_cli.render.reports.sarif import file_uri, sarif_report


def test_the_report_keeps_to_the_published_schema(
    report: Report, sarif_validator: Draft7Validator
) -> None:
    for one in (report, Report((), ())):
        assert [*sarif_validator.iter_errors(json.loads(sarif_report(one)))] == []


def test_the_published_schema_is_strict(report: Report, sarif_validator: Draft7Validator) -> None:
    first = report.findings[0]
    nowhere = replace(first, place=replace(first.place, line=0))
    (error,) = sarif_validator.iter_errors(
        json.loads(sarif_report(replace(report, findings=(nowhere,))))
    )
    assert error.json_path.endswith(".region.startLine")


def test_results(report: Report) -> None:
    (run,) = json.loads(sarif_report(report))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.id for check in checks()]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a%20b.yaml"},
                "region": {"startLine": 4, "startColumn": 9},
            },
            "logicalLocations": [{"fullyQualifiedName": "#0 request.url"}],
        }
    ]
    assert "logicalLocations" not in run["results"][2]["locations"][0]


def test_what_could_not_be_read_is_told(report: Report) -> None:
    (run,) = json.loads(sarif_report(report))["runs"]
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {"level": "error", "message": {"text": "d.yaml:7: not readable as YAML"}}
            ],
        }
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("a/b.yaml", "a/b.yaml", id="relative"),
        pytest.param("a b[x].yaml", "a%20b%5Bx%5D.yaml", id="characters that no URI has"),
        pytest.param("/a/b.yaml", "file:///a/b.yaml", id="absolute"),
    ],
)
def test_file_uri(path: str, uri: str) -> None:
    assert file_uri(path) == uri
