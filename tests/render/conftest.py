"""A report for all that render one."""

import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.place import Place
from cassette_cli.render.reports.report import Report


@pytest.fixture
def report() -> Report:
    """A finding of each severity, and a file that could not be read."""
    error = Finding(
        "secret",
        Severity.ERROR,
        "openai-key: sk-p…",
        "a b.yaml",
        Place(0, "request.url", 4, 9),
        "f1",
    )
    warning = Finding(
        "content-length",
        Severity.WARNING,
        "the recorded length is 9, the body has 8 bytes",
        "a b.yaml",
        Place(1, "response.content_length", 12, 3),
        "f2",
        fixable=True,
        excerpt="  content_length: 9",
        caret=2,
    )
    note = Finding(
        "version", Severity.INFO, "the version is missing", "c.yaml", Place(None, "", 1, 1), "f3"
    )
    return Report(
        ("a b.yaml", "c.yaml"),
        (error, warning, note),
        (CassetteError("not readable as YAML", where="d.yaml:7"),),
    )
