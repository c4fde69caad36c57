import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.json_path import JsonPath
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.samples import HEX, fake
from cassette_cli.redaction.secrets import (
    BODY_PATH,
    mask,
    search_for_secrets,
    without_rules,
)
from cassette_cli.text import Edit, splice
from cassette_cli.texts.leaf import Kind

_KEY = fake("sk-ant-api03-", 93)
_HEX = fake("", 32, HEX)
_RULES = compile_rules(rules(), placeholder="gone & forgotten")


def _redacted(kind: Kind, name: str, text: str, *, masked: bool = False) -> str:
    hits = search_for_secrets(_RULES, masked=masked).find(kind, name, text)
    return splice(text, [Edit(hit.span, hit.replacement or "") for hit in hits])


@pytest.mark.parametrize(
    ("kind", "name", "before", "after"),
    [
        pytest.param(Kind.TEXT, "", f"a {_KEY} b", "a gone & forgotten b", id="text"),
        pytest.param(
            Kind.HEADER, "X-Api-Key", _HEX, "gone & forgotten", id="a header field by its name"
        ),
        pytest.param(Kind.FIELD, "clientSecret", _HEX, "gone & forgotten", id="a member"),
        pytest.param(Kind.PARAMETER, "api_key", _HEX, "gone & forgotten", id="a parameter"),
        pytest.param(
            Kind.URL,
            "",
            f"https://a.example/b?key={_HEX}&c=d",
            "https://a.example/b?key=gone%20%26%20forgotten&c=d",
            id="a URL stays a URL",
        ),
        pytest.param(
            Kind.FORM,
            "",
            f"c=d&password={_HEX}",
            "c=d&password=gone%20%26%20forgotten",
            id="a form stays a form",
        ),
    ],
)
def test_find(kind: Kind, name: str, before: str, after: str) -> None:
    assert _redacted(kind, name, before) == after
    assert _redacted(kind, name, after) == after


def test_what_is_found_may_be_shown_in_part() -> None:
    assert _redacted(Kind.TEXT, "", f"a {_KEY} b", masked=True) == "a sk-a… b"


@pytest.mark.parametrize(
    ("secret", "shown"),
    [
        pytest.param("abcdefghijkl", "abcd…", id="how it begins"),
        pytest.param("abcdefghijk", "…", id="nothing of a short one"),
    ],
)
def test_mask(secret: str, shown: str) -> None:
    assert mask(secret) == shown


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        pytest.param("$.a", {("a",)}, id="a member"),
        pytest.param("$.b[*].c", {("b", 0, "c"), ("b", 1, "c")}, id="of every item"),
        pytest.param("$..c", {("b", 0, "c"), ("b", 1, "c")}, id="anywhere"),
        pytest.param("$.z", set(), id="nowhere"),
    ],
)
def test_paths(query: str, paths: set[JsonPath]) -> None:
    search = search_for_secrets(_RULES, (query,))
    assert search.paths is not None
    assert search.paths({"a": 1, "b": [{"c": 2}, {"c": "3"}]}) == paths


def test_the_hit_of_a_path() -> None:
    search = search_for_secrets(_RULES, ("$.a",), masked=True)
    assert search.whole is not None
    assert search.whole("a long secret").replacement == "a lo…"
    assert search.whole("gone & forgotten").replacement == "gone & forgotten"
    assert search_for_secrets(_RULES).paths is None


def test_what_is_no_path() -> None:
    with pytest.raises(CassetteError, match=r"'\$\[' is not a JSONPath"):
        search_for_secrets(_RULES, ("$[",))


def test_without_rules() -> None:
    search = search_for_secrets(_RULES, ("$.a",))

    def found(*ids: str) -> list[str]:
        hits = without_rules(search, lambda rule: rule.id in ids).find(Kind.TEXT, "", f"{_KEY}")
        return [hit.label.id for hit in hits if isinstance(hit.label, Rule)]

    assert found() == ["anthropic-key"]
    assert found("anthropic-key") == []
    assert without_rules(search, lambda _: False).paths is not None
    assert without_rules(search, lambda rule: rule is BODY_PATH).paths is None
