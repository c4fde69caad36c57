import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.redaction.own_rules import header_rule, pattern_rule, query_rule, value_rule
from cassette_cli.redaction.rule import Rule, SecretClass

_CREDENTIAL = SecretClass.CREDENTIAL


def test_names_are_compared_in_lower_case() -> None:
    assert header_rule("X-Key") == Rule(
        "header:X-Key", _CREDENTIAL, "--header", headers=("x-key",), any_value=True
    )
    assert query_rule("Key") == Rule(
        "query:Key", _CREDENTIAL, "--query", query=("key",), any_value=True
    )


def test_a_value_is_found_literally() -> None:
    rule = value_rule("env:KEY", "A.b+", "the environment variable KEY")
    assert (rule.id, rule.keywords) == ("env:KEY", ("a.b+",))
    assert rule.pattern is not None
    assert rule.pattern.fullmatch("A.b+")
    assert not rule.pattern.fullmatch("Axbb")


def test_a_pattern_is_a_regular_expression() -> None:
    rule = pattern_rule("a+")
    assert rule.pattern is not None
    assert rule.pattern.fullmatch("aaa")
    with pytest.raises(CassetteError, match="'\\[' is not a regular expression"):
        pattern_rule("[")


@pytest.mark.parametrize("value", ["", "abc"])
def test_a_value_that_stands_everywhere_is_refused(value: str) -> None:
    with pytest.raises(CassetteError) as caught:
        value_rule("env:KEY", value, "the environment variable KEY")
    assert caught.value.message == "the environment variable KEY holds no value to look for"
    assert caught.value.hint == "set it to at least 4 characters"
