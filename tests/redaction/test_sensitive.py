from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from cassette_cli.recorders.recorder import Sensitive
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import RuleSet, compile_rules
from cassette_cli.redaction.samples import HEX, fake
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.redaction.sensitive import sensitive_in, together

_KEY = fake("sk-ant-api03-", 93)
_HEX = fake("", 32, HEX)
_RULES = compile_rules(rules())
_ANTHROPIC = next(rule for rule in rules() if rule.id == "anthropic-key")
_CASSETTE = """\
version: 2
interactions:
- request:
    method: POST
    url: https://api.example.org/v1?key=HEX&q=1
    headers:
      Authorization: [Bearer HEX]
      Content-Type: [application/json]
    form:
      api_key: [HEX]
    body: '{"a": {"clientSecret": "HEX"}, "token": "see the manual of it", "note": "KEY"}'
  response:
    headers:
      Set-Cookie: ['session=HEX; Path=/']
    body: 'x'
    code: 200
"""


def _cassette(text: str) -> Cassette:
    return read_cassette(parse("t.yaml", text))


def _sensitive(text: str, rule_set: RuleSet = _RULES, *body_paths: str) -> Sensitive:
    text = text.replace("HEX", _HEX).replace("KEY", _KEY)
    return sensitive_in(_cassette(text), rule_set, search_for_secrets(rule_set, body_paths))


_NAMES = Sensitive(
    "REDACTED",
    headers=("Authorization", "Set-Cookie"),
    parameters=("key", "api_key"),
    members=("clientSecret",),
)


def _pattern(rule: Rule) -> str:
    assert rule.pattern is not None
    return rule.pattern.pattern


def _in_any_order(sensitive: Sensitive) -> Sensitive:
    return together([sensitive], sensitive.placeholder)


def test_names_where_there_are_some_and_else_patterns() -> None:
    found = _sensitive(_CASSETTE)
    assert _in_any_order(found) == _in_any_order(
        Sensitive(
            "REDACTED", _NAMES.headers, _NAMES.parameters, _NAMES.members, (_pattern(_ANTHROPIC),)
        )
    )


def test_a_placeholder_tells_the_same_names() -> None:
    redacted = _CASSETTE.replace("HEX", "REDACTED").replace("KEY", "REDACTED")
    assert _in_any_order(_sensitive(redacted)) == _in_any_order(_NAMES)


def test_own_rules() -> None:
    """A value from the environment is named by its variable, a path by its last member."""
    own = (
        Rule("env:APP_ID", _ANTHROPIC.secret_class, "", _ANTHROPIC.pattern, ("sk-ant-",)),
        Rule("header:X-User", _ANTHROPIC.secret_class, "", headers=("x-user",), any_value=True),
    )
    text = _CASSETTE.replace("Content-Type", "X-User")
    found = _sensitive(text, compile_rules(own), "$.a.clientSecret")
    assert found == Sensitive(
        "REDACTED", headers=("X-User",), members=("clientSecret",), variables=("APP_ID",)
    )


def test_together() -> None:
    one = Sensitive("x", headers=("Cookie", "B"), members=("m",))
    two = Sensitive("x", headers=("cookie",), parameters=("key",), members=("a", "m"))
    assert together([one, two], "x") == Sensitive(
        "x", headers=("b", "cookie"), parameters=("key",), members=("a", "m")
    )
