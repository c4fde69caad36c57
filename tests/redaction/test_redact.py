import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from cassette_cli.place import Place
from cassette_cli.recorders.lost import Losses, Unmatched
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.redact import Redaction, SecretFinding, finding_json, redact
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.samples import fake
from cassette_cli.redaction.secrets import search_for_secrets

_KEY = fake("sk-ant-api03-", 93)
_SEARCH = search_for_secrets(compile_rules(rules()))
_CASSETTE = """\
version: 2
interactions:
- request:
    method: POST
    url: https://api.example.org/v1
    headers:
      X-Api-Key:
      - KEY
    body: '{"a": "KEY"}'
  response:
    headers: {}
    body: say KEY
    code: 200
"""


def _cassette(text: str) -> Cassette:
    return read_cassette(parse("t.yaml", text.replace("KEY", _KEY)))


def _finding(location: str, line: int, column: int) -> SecretFinding:
    return SecretFinding(
        "anthropic-key", "credential", Place(0, location, line, column), _KEY[:4] + "…"
    )


def test_findings_and_text() -> None:
    """In the order of the file, with places in the file before it changed."""
    assert redact(_cassette(_CASSETTE), _SEARCH) == Redaction(
        (
            _finding("request.headers.X-Api-Key", 8, 9),
            _finding("request.body › a", 9, 19),
            _finding("response.body", 12, 15),
        ),
        _CASSETTE.replace("KEY", "REDACTED"),
        Losses((Unmatched(0, "go-vcr", "headers, body"),)),
    )


def test_nothing_to_find() -> None:
    text = _CASSETTE.replace("KEY", "REDACTED")
    assert redact(_cassette(text), _SEARCH) == Redaction((), text)


def test_a_response_is_not_compared() -> None:
    text = _CASSETTE.replace("KEY", "none", 2)
    assert redact(_cassette(text), _SEARCH).unmatched == ()


@pytest.mark.parametrize(
    ("comment", "kept"),
    [
        pytest.param("# cassette: ignore[anthropic-key]", True, id="the rule is named"),
        pytest.param("# cassette: ignore", True, id="every rule"),
        pytest.param("# cassette: ignore[openai-key]", False, id="another rule is named"),
    ],
)
def test_a_comment_keeps_one_value(comment: str, kept: bool) -> None:  # noqa: FBT001 -- a column
    text = _CASSETTE.replace("- KEY", f"- KEY {comment}")
    redacted = redact(_cassette(text), _SEARCH).text
    expected = text.replace("- KEY", f"- {_KEY}") if kept else text
    assert redacted == expected.replace("KEY", "REDACTED")


@pytest.mark.parametrize(
    "commented",
    [
        pytest.param(
            "    # cassette: ignore[anthropic-key]\n    body: |\n      two lines\n      say KEY\n",
            id="above a block",
        ),
        pytest.param(
            "    body: | # cassette: ignore[anthropic-key]\n      two lines\n      say KEY\n",
            id="behind the header of a block",
        ),
        pytest.param(
            "    body: 'two lines\n\n      say KEY' # cassette: ignore[anthropic-key]\n",
            id="behind its last line",
        ),
    ],
)
def test_a_comment_is_about_the_whole_text(commented: str) -> None:
    text = _CASSETTE.replace("    body: say KEY\n", commented)
    redacted = redact(_cassette(text), _SEARCH).text
    assert redacted == text.replace("KEY", "REDACTED", 2).replace("KEY", _KEY)


def test_finding_json() -> None:
    assert finding_json(_finding("request.url", 3, 5), 7) == {
        "rule": "anthropic-key",
        "class": "credential",
        "interaction": 0,
        "location": "request.url",
        "line": 3,
        "column": 5,
        "masked": "sk-a…",
        "value": 7,
    }
