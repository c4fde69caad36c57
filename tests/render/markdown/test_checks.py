from pathlib import Path

import pytest

from cassette_cli.checks.catalogue import checks, choose
from cassette_cli.render.markdown.checks import (
    check_json,
    checks_markdown,
    checks_table,
    checks_text,
)

_DOCUMENT = Path(__file__).parents[3] / "docs" / "checks.md"


def test_the_document_is_current() -> None:
    assert _DOCUMENT.read_text("utf-8") == checks_markdown(checks()), "run scripts/generate_docs.py"


def test_markdown_fences_examples() -> None:
    text = checks_markdown(choose(("method",)))
    assert text.endswith(
        "## Structure\n\n### `method`\n\n*error*\n\n"
        "The request method is a token (RFC 9110, section 9.1).\n\n"
        'Fails:\n\n```\nmethod: "PO ST"\n```\n\n'
        "Passes:\n\n```\nmethod: POST\n```\n"
    )


@pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in checks()])
def test_fences_are_closed(check: object) -> None:
    assert checks_markdown([check]).count("```") % 2 == 0  # type: ignore[list-item]


def test_text() -> None:
    assert checks_text(choose(("method",))).startswith("method (error)\n\n  The request method")


def test_table() -> None:
    lines = checks_table(choose(("method", "content-length"))).splitlines()
    assert lines == [
        "method          error    The request method is legal",
        "content-length  error    Recorded lengths are true",
    ]


def test_json() -> None:
    (check,) = choose(("interaction-ids",))
    shown = check_json(check)
    found = (shown["id"], shown["severity"], shown["fixable"])
    assert found == ("interaction-ids", "warning", True)
