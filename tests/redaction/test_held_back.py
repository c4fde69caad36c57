from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.held_back import count_held_back, has_ignores
from cassette_cli.redaction.redact import redact
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.samples import fake
from cassette_cli.redaction.secrets import search_for_secrets
from tests.conftest import source

_TEXT = source("""
    version: 1
    interactions:
    - request: {method: GET, uri: 'http://a.example/', headers: {}}
      response:
        status: {code: 200, message: OK}
        headers:
          X-A: [FIRST] # cassette: ignore[github-token]
          X-B: [SECOND]
        body: {string: x}
""")


def test_what_exceptions_keep_is_counted() -> None:
    text = _TEXT.replace("FIRST", fake("ghp_", 36)).replace("SECOND", fake("gho_", 36))
    cassette = read_cassette(parse("a.yaml", text))
    everything = search_for_secrets(compile_rules(rules()))
    assert has_ignores(cassette)
    assert count_held_back(cassette, everything, redact(cassette, everything)) == 1
    without = search_for_secrets(compile_rules(rules(), ignore=["github-token"]))
    assert count_held_back(cassette, everything, redact(cassette, without)) == 2
