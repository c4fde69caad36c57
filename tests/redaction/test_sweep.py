"""What stands where no reader of texts looks is found and taken out all the same."""

import json
from base64 import b64encode

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.redact import Redaction, redact
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.samples import fake
from cassette_cli.redaction.secrets import search_for_secrets

_KEY = fake("sk-ant-api03-", 93)
_SEARCH = search_for_secrets(compile_rules(rules()))
_CASSETTE = """\
# recorded COMMENT
version: 1
TOP: here
interactions:
- request:
    method: GET # END
    uri: https://api.example.org/v1
    body: null
    headers:
      NAME: [a]
  response:
    status: {code: 200, message: OK}
    headers: {}
    body: {string: BODY}
"""
_PLACES = ("COMMENT", "TOP", "END", "NAME", "BODY")


def _redact(text: str) -> Redaction:
    return redact(read_cassette(parse("t.yaml", text)), _SEARCH)


def _text(place: str, value: str) -> str:
    text = _CASSETTE
    for other in _PLACES:
        text = text.replace(other, value if other == place else "x")
    return text


@pytest.mark.parametrize(
    ("place", "value", "location"),
    [
        pytest.param("COMMENT", "KEY", "comment", id="a comment above all interactions"),
        pytest.param("END", "KEY", "comment", id="a comment behind a value"),
        pytest.param("TOP", "KEY", "(key)", id="a key beside the interactions"),
        pytest.param("TOP", "note: KEY\nx", "note", id="a value beside the interactions"),
        pytest.param("TOP", "note: &KEY a\nx", "anchor", id="the name of an anchor"),
        pytest.param(
            "NAME", "KEY", "interactions[0].request.headers (key)", id="the name of a header"
        ),
        pytest.param(
            "BODY", '": KEY\\ndata: {}\\n\\n"', "response.body", id="a comment of a stream"
        ),
        pytest.param(
            "BODY", '"event: KEY\\ndata: {}\\n\\n"', "response.body", id="the name of an event"
        ),
        pytest.param(
            "BODY", '"id: KEY\\ndata: {}\\n\\n"', "response.body", id="the id of an event"
        ),
        pytest.param(
            "BODY", '"x: KEY\\ndata: {}\\n\\n"', "response.body", id="an unknown field of a stream"
        ),
    ],
)
def test_it_is_taken_out(place: str, value: str, location: str) -> None:
    redaction = _redact(_text(place, value.replace("KEY", _KEY)))
    assert redaction.text == _text(place, value.replace("KEY", "REDACTED"))
    (finding,) = redaction.findings
    assert finding.redacted
    assert finding.place.location.endswith(location)


def test_what_cannot_be_taken_out_is_told() -> None:
    text = _text("BODY", f"!<{_KEY}> a")
    redaction = _redact(text)
    assert redaction.text == text
    assert [finding.redacted for finding in redaction.findings] == [False]


def test_keys_stay_apart() -> None:
    text = _text("TOP", f"extra: {{{_KEY}: 1, {fake('ghp_', 36)}: 2, REDACTED: 3}}\nx")
    keys = "extra: {REDACTED-2: 1, REDACTED-3: 2, REDACTED: 3}\nx"
    assert _redact(text).text == _text("TOP", keys)


def test_a_place_is_that_in_the_file_before_it_changed() -> None:
    text = _text("BODY", json.dumps(f"event: {_KEY}\ndata: {_KEY}\n\n"))
    redaction = _redact(text)
    columns = sorted(finding.place.column for finding in redaction.findings)
    start = text.splitlines()[-1].index(_KEY) + 1
    assert columns[0] == start
    assert redaction.text == _text("BODY", json.dumps("event: REDACTED\ndata: REDACTED\n\n"))


def test_a_comment_silences_what_stands_on_its_line() -> None:
    text = _text("TOP", f"note: {_KEY} # cassette: ignore\nx")
    assert _redact(text) == Redaction((), text)


def test_a_public_header_stays_below_escapes() -> None:
    policy = f"report-uri https://example.org/?%64d-api-key={fake('pub', 32)}"
    text = _text("BODY", "x").replace("x: [a]", f"content-security-policy: ['{policy}']")
    assert _redact(text) == Redaction((), text)


def test_a_layer_that_nothing_tells_of() -> None:
    encoded = b64encode(f"the key is {_KEY} and more".encode()).decode()
    redaction = _redact(_text("BODY", f"'see {encoded}'"))
    without = b64encode(b"the key is REDACTED and more").decode()
    assert redaction.text == _text("BODY", f"'see {without}'")
    assert [one.place.location for one in redaction.findings] == ["response.body › base64"]
