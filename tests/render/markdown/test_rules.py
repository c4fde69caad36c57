from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import fake
from cassette_cli.render.markdown.rules import rule_json, rule_text, rules_markdown, rules_table

_RULE = Rule(
    "acme-key",
    SecretClass.CREDENTIAL,
    "Keys of Acme",
    pattern=Regex("acme_[A-Za-z0-9]{32}"),
    keywords=("acme_",),
    headers=("x-acme-key",),
    query=("acme",),
    fields=("acmekey",),
    names=Regex("acme-`.*"),
    hits=(f"see {fake('acme_', 32)}\nhere",),
)
_EXAMPLE = f"see {fake('acme_', 32)[:12]}…\\nhere"


def test_rules_table() -> None:
    other = Rule("b", SecretClass.IDENTIFIER, "Another")
    assert rules_table([_RULE, other]) == (
        "acme-key  credential  Keys of Acme\nb         identifier  Another\n"
    )


def test_rule_text() -> None:
    assert rule_text(_RULE) == (
        "acme-key (credential)\n\nKeys of Acme\n\n"
        "Headers:\n  x-acme-key\n\n"
        "Parameters of queries and forms:\n  acme\n\n"
        "Members of JSON, with or without - and _:\n  acmekey\n\n"
        "Names that match:\n  acme-`.*\n\n"
        f"Examples:\n  {_EXAMPLE}\n\n"
        "Kept with a comment on the line or above it:\n  # cassette: ignore[acme-key]\n"
    )


def test_rules_markdown() -> None:
    document = rules_markdown([_RULE])
    assert document.startswith("# Redaction rules\n")
    assert (
        "\n## acme-key\n\nKeys of Acme (`credential`).\n\nHeaders:\n\n- `x-acme-key`\n" in document
    )
    assert "- `` acme-`.* ``\n" in document
    assert document.endswith(f"- `{_EXAMPLE}`\n")


def test_rule_json() -> None:
    assert rule_json(_RULE) == {
        "id": "acme-key",
        "class": "credential",
        "description": "Keys of Acme",
        "headers": ["x-acme-key"],
        "query": ["acme"],
        "fields": ["acmekey"],
        "names": "acme-`.*",
        "pattern": "acme_[A-Za-z0-9]{32}",
        "examples": [_EXAMPLE],
    }


def test_no_example_shows_its_secret() -> None:
    document = rules_markdown(rules())
    for rule in rules():
        if rule.pattern is not None:
            for hit in rule.hits:
                found = rule.pattern.compiled.search(hit)
                assert found is not None
                assert found[0] not in document
