"""Findings as test results: the XML that CI servers read as JUnit's.

https://github.com/testmoapp/junitxml
"""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.render.reports.report import Report
from cassette_cli.render.reports.text import finding_lines
from cassette_cli.render.safe_text import safe_text

# What XML 1.0 cannot hold, beyond the controls that are escaped anyway.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def junit_report(report: Report) -> str:
    """A suite for each file, with a case for each finding, or one that passes.

    Notes are no failures: they are the output of cases that pass.
    """
    root = Element("testsuites", name="cassette validate")
    for path in report.files:
        _add_suite(root, path, [one for one in report.findings if one.path == path])
    for error in report.errors:
        _add_error(root, error)
    for count, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        root.set(count, str(len(list(root.iter(tag)))))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add_suite(root: Element, path: str, findings: list[Finding]) -> None:
    failures = sum(finding.severity > Severity.INFO for finding in findings)
    suite = _suite(root, path, tests=max(1, len(findings)), failures=failures, errors=0)
    for finding in findings:
        name = f"{finding.check} at {finding.place.line}:{finding.place.column}"
        case = SubElement(suite, "testcase", classname=_text(path), name=name)
        details = _text("\n".join(finding_lines(finding)))
        if finding.severity > Severity.INFO:
            failure = SubElement(
                case, "failure", message=_text(finding.message), type=finding.severity.word
            )
            failure.text = details
        else:
            SubElement(case, "system-out").text = details
    if not findings:
        SubElement(suite, "testcase", classname=_text(path), name="validate")


def _add_error(root: Element, error: CassetteError) -> None:
    suite = _suite(root, error.where, tests=1, failures=0, errors=1)
    case = SubElement(suite, "testcase", classname=_text(error.where), name="read")
    SubElement(case, "error", message=_text(error.message), type="unreadable").text = _text(
        str(error)
    )


def _suite(root: Element, name: str, **counts: int) -> Element:
    attributes = {key: str(count) for key, count in counts.items()}
    return SubElement(root, "testsuite", attributes, name=_text(name))


def _text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", safe_text(text))
