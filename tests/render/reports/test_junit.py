from xml.etree import ElementTree as ET

from cassette_cli.finding import Finding, Severity
from cassette_cli.place import Place
from cassette_cli.render.reports.junit import junit_report
from cassette_cli.render.reports.report import Report


def test_suites_are_files_and_cases_are_findings(report: Report) -> None:
    root = ET.fromstring(junit_report(report))  # noqa: S314 -- our own text
    assert [(suite.get("name"), suite.get("tests")) for suite in root] == [
        ("a b.yaml", "2"),
        ("c.yaml", "1"),
        ("d.yaml:7", "1"),
    ]
    assert [case.get("name") for case in root.iter("testcase")] == [
        "secret at 4:9",
        "content-length at 12:3",
        "version at 1:1",
        "read",
    ]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "2", "1")


def test_a_note_is_no_failure(report: Report) -> None:
    root = ET.fromstring(junit_report(Report(("c.yaml",), (report.findings[2],))))  # noqa: S314
    assert root.findall(".//failure") == []
    assert root.findtext(".//system-out") == "c.yaml:1:1: info version the version is missing"


def test_a_file_in_order_passes() -> None:
    root = ET.fromstring(junit_report(Report(("a.yaml",), ())))  # noqa: S314
    assert [case.get("name") for case in root.iter("testcase")] == ["validate"]


def test_what_xml_cannot_hold() -> None:
    finding = Finding("x", Severity.ERROR, "a\x00<&>\ufffe", "\x01.yaml", Place(0, "", 1, 1), "f")
    root = ET.fromstring(junit_report(Report(("\x01.yaml",), (finding,))))  # noqa: S314
    assert [failure.get("message") for failure in root.iter("failure")] == ["a\\x00<&>\ufffd"]
