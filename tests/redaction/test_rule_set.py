import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.rule_set import (
    compile_rules,
    rules_for_field,
    rules_for_header,
    rules_for_parameter,
    words_of,
)
from cassette_cli.redaction.scan import scan_field, scan_text

KEY = Rule("key", SecretClass.CREDENTIAL, "", headers=("x-key",), query=("k",), fields=("thekey",))
OTHER = Rule("other", SecretClass.CREDENTIAL, "")
NAME = Rule("name", SecretClass.IDENTIFIER, "")
ALL = (KEY, NAME, OTHER)


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        pytest.param((), (), (KEY, OTHER), id="credentials by default"),
        pytest.param((), ("key",), (OTHER,), id="without the ignored"),
        pytest.param(("name",), (), (NAME,), id="the selected, of whatever class"),
        pytest.param(("name", "key"), ("key",), (NAME,), id="ignored wins over selected"),
    ],
)
def test_compile_rules(
    select: tuple[str, ...], ignore: tuple[str, ...], chosen: tuple[Rule, ...]
) -> None:
    assert compile_rules(ALL, select=select, ignore=ignore).rules == chosen


def test_classes_choose() -> None:
    assert compile_rules(ALL, classes=[SecretClass.IDENTIFIER]).rules == (NAME,)


def test_unknown_rule_is_an_error() -> None:
    with pytest.raises(CassetteError, match="no redaction rule is called 'keys'"):
        compile_rules(ALL, select=["keys"])


def test_rules_by_name() -> None:
    rule_set = compile_rules(ALL)
    assert rules_for_header(rule_set, "X-Key") == (KEY,)
    assert rules_for_parameter(rule_set, "k") == (KEY,)
    assert rules_for_field(rule_set, "the_Key") == (KEY,)
    assert rules_for_field(rule_set, "x_key") == (KEY,)
    assert rules_for_field(rule_set, "k") == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("clientSecret", "client-secret", id="camel case"),
        pytest.param("X-API_Key", "x-api-key", id="dashes and underscores"),
        pytest.param("APIKey", "api-key", id="an acronym"),
        pytest.param("user[password]", "user-password", id="brackets of a form"),
        pytest.param("max_tokens", "max-tokens", id="a plural"),
    ],
)
def test_words_of(name: str, words: str) -> None:
    assert words_of(name) == words


def test_rule_for_any_value_takes_placeholders_of_others_too() -> None:
    rule = Rule("user", SecretClass.CREDENTIAL, "", fields=("note",), any_value=True)
    rule_set = compile_rules([rule], placeholder="GONE")
    assert [match.rule for match in scan_field("note", "DUMMY", rule_set)] == [rule]
    assert scan_field("note", "GONE", rule_set) == ()


def test_rule_without_keywords_searches_everywhere() -> None:
    rule = Rule("user", SecretClass.CREDENTIAL, "", pattern=Regex("TEST-[0-9]+"), any_value=True)
    [match] = scan_text("see TEST-1234", compile_rules([rule]))
    assert match.span == (4, 13)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("é acme_ x", id="letters of several bytes"),
        pytest.param("\ud800 acme_ x", id="half a surrogate pair"),
        pytest.param("\U0001f511 acme_ x", id="a character beyond the first plane"),
    ],
)
def test_keywords_are_counted_in_characters(text: str) -> None:
    rule = Rule("acme", SecretClass.CREDENTIAL, "", Regex("acme_x"), keywords=("acme_", "me_"))
    found = compile_rules((rule,)).find_keywords(text)
    assert set(found) == {(2, "acme_"), (4, "me_")}


def test_without_rules_there_are_no_keywords() -> None:
    assert list(compile_rules(()).find_keywords("acme_")) == []
