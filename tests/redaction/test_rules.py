"""Every rule proves itself with its own examples."""

import pytest

from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.scan import scan_text

RULES = rules()
PATTERNED = [rule for rule in RULES if rule.pattern]


def found_by(rule: Rule, text: str) -> bool:
    return bool(scan_text(text, compile_rules([rule], select=[rule.id])))


def test_ids_are_unique_and_sorted() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(rule, text, id=rule.id) for rule in RULES for text in rule.hits],
)
def test_rule_finds(rule: Rule, text: str) -> None:
    assert found_by(rule, text), text
    # Most texts are searched together.
    assert found_by(rule, f"a\n{text}\nb"), text


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(rule, text, id=rule.id) for rule in RULES for text in rule.misses],
)
def test_rule_leaves(rule: Rule, text: str) -> None:
    assert not found_by(rule, text), text


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in PATTERNED])
def test_pattern_has_examples_and_keywords(rule: Rule) -> None:
    assert rule.hits
    assert rule.misses
    assert rule.keywords == tuple(keyword.lower() for keyword in rule.keywords)


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(rule, text, id=rule.id) for rule in PATTERNED for text in rule.hits],
)
def test_every_hit_holds_a_keyword(rule: Rule, text: str) -> None:
    assert any(keyword in text.lower() for keyword in rule.keywords)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_rule_can_find_something(rule: Rule) -> None:
    assert rule.pattern or rule.names or rule.headers or rule.query or rule.fields


def test_names_are_in_lower_case() -> None:
    names = [name for rule in RULES for name in (*rule.headers, *rule.query, *rule.fields)]
    assert names == [name.lower() for name in names]
