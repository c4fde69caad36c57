import json
from textwrap import dedent

import pytest

from cassette_cli.checks.engine import CheckSettings, check_cassette, find_problems
from cassette_cli.document import parse
from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.place import Place
from cassette_cli.redaction.samples import fake

_TEXT = """interactions:
- request:
    method: GET
    uri: https://e.org/
    headers:
      X Bad: [a]{comment}
    body: null
  response:
    status:
      code: 999
      message: ''
    headers: {{}}
    body: {{string: ''}}
version: 1
"""


def check(
    text: str, *select: str, per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
) -> tuple[Finding, ...]:
    settings = CheckSettings(select, per_file=per_file)
    return check_cassette(read_cassette(parse("a/test.yaml", text)), settings)


def test_findings_have_places_and_excerpts() -> None:
    first, second = check(_TEXT.format(comment=""))
    assert (first.check, first.place) == ("header-name", Place(0, "request.headers", 6, 7))
    assert (first.excerpt, first.caret) == ("      X Bad: [a]", 6)
    assert (second.check, second.severity) == ("status", Severity.ERROR)


@pytest.mark.parametrize(
    ("comment", "checks"),
    [
        pytest.param("", ["header-name", "status"], id="no comment"),
        pytest.param("  # cassette: ignore[header-name]", ["status"], id="on the line"),
        pytest.param("  # cassette: ignore[status]", ["header-name", "status"], id="elsewhere"),
        pytest.param("  # cassette: ignore", ["status"], id="whatever is found on the line"),
    ],
)
def test_comments_silence(comment: str, checks: list[str]) -> None:
    assert [found.check for found in check(_TEXT.format(comment=comment))] == checks


def test_a_comment_where_a_text_begins_is_about_all_of_it() -> None:
    text = _TEXT.format(comment="").replace(
        "headers: {}", "headers: {Content-Type: application/json}"
    )
    text = text.replace("body: {string: ''}", "body:\n      string: |{}\n        [1,\n         2")
    assert "invalid-json" in [found.check for found in check(text.replace("|{}", "|"))]
    silenced = text.replace("|{}", "| # cassette: ignore[invalid-json]")
    assert "invalid-json" not in [found.check for found in check(silenced)]


@pytest.mark.parametrize(
    ("glob", "checks"),
    [
        pytest.param("a/*", ["status"], id="its folder"),
        pytest.param("b/*", ["header-name", "status"], id="another folder"),
    ],
)
def test_exceptions_for_files(glob: str, checks: list[str]) -> None:
    found = check(_TEXT.format(comment=""), per_file=((glob, ("header-name",)),))
    assert [one.check for one in found] == checks


def test_selection() -> None:
    assert [found.check for found in check(_TEXT.format(comment=""), "status")] == ["status"]
    with pytest.raises(CassetteError):
        check(_TEXT.format(comment=""), "nope")


@pytest.mark.parametrize(
    "select", [pytest.param((), id="all checks"), pytest.param(("method",), id="another check")]
)
def test_a_line_with_a_secret_is_not_shown(select: tuple[str, ...]) -> None:
    key = fake("sk-", 48)
    request = {"method": "A B", "uri": "https://e.org/", "headers": {"X": [key]}, "body": None}
    response = {"status": {"code": 200, "message": ""}, "headers": {}, "body": {"string": ""}}
    text = json.dumps({"interactions": [{"request": request, "response": response}], "version": 1})
    found = check(text, *select)
    assert "method" in [one.check for one in found]
    assert [one.excerpt for one in found] == [""] * len(found)


def test_problems_carry_their_fixes() -> None:
    text = dedent("""\
        version: 2
        interactions:
        - id: 4
          request: {method: GET, url: 'https://e.org/'}
          response: {code: 200}
        """)
    found = find_problems(read_cassette(parse("t.yaml", text)), CheckSettings())
    assert [len(one.problem.fix) for one in found] == [1]
