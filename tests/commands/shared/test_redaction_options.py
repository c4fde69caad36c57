import pytest

from cassette_cli.commands.shared.redaction_options import (
    Wanted,
    per_file_ignores,
    rule_set_for,
    search_for,
)
from cassette_cli.errors import CassetteError
from cassette_cli.passages.passage import Kind
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.redaction.samples import fake

_KEY = fake("sk-ant-api03-", 93)


def _ids(wanted: Wanted, kind: Kind, name: str, text: str) -> list[str]:
    hits = search_for(wanted).find(kind, name, text)
    return [getattr(hit.label, "id", "") for hit in hits]


@pytest.mark.parametrize(
    ("wanted", "kind", "name", "text", "ids"),
    [
        pytest.param(
            Wanted(headers=("X-User",)), Kind.HEADER, "x-user", "me", ["header:X-User"], id="header"
        ),
        pytest.param(
            Wanted(query=("User",)), Kind.URL, "", "/?user=me", ["query:User"], id="parameter"
        ),
        pytest.param(
            Wanted(patterns=(r"id-\d+",)),
            Kind.TEXT,
            "",
            "a id-12",
            [r"pattern:id-\d+"],
            id="pattern",
        ),
        pytest.param(
            Wanted(headers=("X-User",)),
            Kind.HEADER,
            "x-user",
            "<user>",
            ["header:X-User"],
            id="what was asked for is taken, even if it looks like a placeholder",
        ),
        pytest.param(
            Wanted(headers=("X-User",)), Kind.HEADER, "x-user", "REDACTED", [], id="but for our own"
        ),
        pytest.param(Wanted(), Kind.TEXT, "", _KEY, ["anthropic-key"], id="our rules"),
        pytest.param(Wanted(ignore=("anthropic-key",)), Kind.TEXT, "", _KEY, [], id="but for some"),
        pytest.param(Wanted(select=("jwt",)), Kind.TEXT, "", _KEY, [], id="or only some"),
        pytest.param(
            Wanted(select=("jwt",), patterns=("key",)),
            Kind.TEXT,
            "",
            "a key",
            ["pattern:key"],
            id="and always one's own",
        ),
    ],
)
def test_search_for(wanted: Wanted, kind: Kind, name: str, text: str, ids: list[str]) -> None:
    assert _ids(wanted, kind, name, text) == ids


def test_values_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_PASSWORD", "a.b.c.d")
    wanted = Wanted(variables=("APP_PASSWORD",))
    assert _ids(wanted, Kind.TEXT, "", "it is a.b.c.d, not aXb.c.d") == ["env:APP_PASSWORD"]


def test_classes() -> None:
    both = rule_set_for(Wanted(classes=("credential", "identifier")))
    assert {rule.secret_class for rule in both.rules} == set(SecretClass)
    assert rule_set_for(Wanted(placeholder="<gone>")).placeholder == "<gone>"


def test_rules_of_a_file() -> None:
    wanted = Wanted(ignore=("jwt",), per_file=(("old/*", ("cookie",)),))
    assert wanted.in_file("tests/old/a.yaml").ignore == ("jwt", "cookie")
    assert wanted.in_file("new/a.yaml") == Wanted(ignore=("jwt",))


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        pytest.param(
            Wanted(patterns=("(",)), "'(' is no regular expression: missing )", id="a pattern"
        ),
        pytest.param(Wanted(body_paths=("$[",)), "'$[' is no JSONPath", id="a path"),
        pytest.param(Wanted(select=("none",)), "no redaction rule is called 'none'", id="a rule"),
        pytest.param(Wanted(classes=("secret",)), "no class is called 'secret'", id="a class"),
        pytest.param(
            Wanted(variables=("NOT_SET_ANYWHERE",)),
            "the environment variable NOT_SET_ANYWHERE holds no value",
            id="a variable",
        ),
    ],
)
def test_what_makes_no_sense(wanted: Wanted, error: str) -> None:
    with pytest.raises(CassetteError) as caught:
        search_for(wanted)
    assert error in str(caught.value)


@pytest.mark.parametrize(
    ("values", "per_file"),
    [
        pytest.param([], (), id="none"),
        pytest.param(["a/*:jwt,cookie"], (("a/*", ("jwt", "cookie")),), id="rules"),
        pytest.param(["a/*:jwt,truncated-stream"], (("a/*", ("jwt",)),), id="checks are others'"),
    ],
)
def test_per_file_ignores(
    values: list[str], per_file: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    assert per_file_ignores(values) == per_file


@pytest.mark.parametrize(
    ("value", "error"),
    [
        pytest.param("a/*", "'a/*' names no rules", id="no rule"),
        pytest.param("a/*:none", "no redaction rule and no check is called 'none'", id="unknown"),
    ],
)
def test_exceptions_that_make_no_sense(value: str, error: str) -> None:
    with pytest.raises(CassetteError) as caught:
        per_file_ignores([value])
    assert error in str(caught.value)
