import pytest

from cassette_cli.commands.redact.redaction_settings import (
    RedactionSettings,
    check_settings,
    rule_set_for,
    search_for,
)
from cassette_cli.errors import CassetteError
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.redaction.samples import fake
from cassette_cli.texts.leaf import Kind

_KEY = fake("sk-ant-api03-", 93)


def _ids(settings: RedactionSettings, kind: Kind, name: str, text: str) -> list[str]:
    hits = search_for(settings).find(kind, name, text)
    return [getattr(hit.label, "id", "") for hit in hits]


@pytest.mark.parametrize(
    ("settings", "kind", "name", "text", "ids"),
    [
        pytest.param(
            RedactionSettings(headers=("X-User",)),
            Kind.HEADER,
            "x-user",
            "me",
            ["header:X-User"],
            id="header",
        ),
        pytest.param(
            RedactionSettings(query=("User",)),
            Kind.URL,
            "",
            "/?user=me",
            ["query:User"],
            id="parameter",
        ),
        pytest.param(
            RedactionSettings(patterns=(r"id-\d+",)),
            Kind.TEXT,
            "",
            "a id-12",
            [r"pattern:id-\d+"],
            id="pattern",
        ),
        pytest.param(
            RedactionSettings(headers=("X-User",)),
            Kind.HEADER,
            "x-user",
            "<user>",
            ["header:X-User"],
            id="what was asked for is taken, even if it looks like a placeholder",
        ),
        pytest.param(
            RedactionSettings(headers=("X-User",)),
            Kind.HEADER,
            "x-user",
            "REDACTED",
            [],
            id="but for our own",
        ),
        pytest.param(RedactionSettings(), Kind.TEXT, "", _KEY, ["anthropic-key"], id="our rules"),
        pytest.param(
            RedactionSettings(ignore=("anthropic-key",)), Kind.TEXT, "", _KEY, [], id="but for some"
        ),
        pytest.param(
            RedactionSettings(select=("jwt",)), Kind.TEXT, "", _KEY, [], id="or only some"
        ),
        pytest.param(
            RedactionSettings(select=("jwt",), patterns=("key",)),
            Kind.TEXT,
            "",
            "a key",
            ["pattern:key"],
            id="and always one's own",
        ),
    ],
)
def test_search_for(
    settings: RedactionSettings, kind: Kind, name: str, text: str, ids: list[str]
) -> None:
    assert _ids(settings, kind, name, text) == ids


def test_values_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_PASSWORD", "a.b.c.d")
    settings = RedactionSettings(variables=("APP_PASSWORD",))
    assert _ids(settings, Kind.TEXT, "", "it is a.b.c.d, not aXb.c.d") == ["env:APP_PASSWORD"]


def test_classes() -> None:
    both = rule_set_for(RedactionSettings(classes=("credential", "identifier")))
    assert {rule.secret_class for rule in both.rules} == set(SecretClass)
    assert rule_set_for(RedactionSettings(placeholder="<gone>")).placeholder == "<gone>"


def test_rules_of_a_file() -> None:
    settings = RedactionSettings(ignore=("jwt",), per_file=(("old/*", ("cookie",)),))
    assert settings.in_file("tests/old/a.yaml").ignore == ("jwt", "cookie")
    assert settings.in_file("new/a.yaml") == RedactionSettings(ignore=("jwt",))


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        pytest.param(
            RedactionSettings(patterns=("(",)),
            "'(' is not a regular expression: missing )",
            id="a pattern",
        ),
        pytest.param(RedactionSettings(body_paths=("$[",)), "'$[' is not a JSONPath", id="a path"),
        pytest.param(
            RedactionSettings(select=("none",)), "no redaction rule is called 'none'", id="a rule"
        ),
        pytest.param(
            RedactionSettings(classes=("secret",)), "no class is called 'secret'", id="a class"
        ),
        pytest.param(
            RedactionSettings(per_file=(("a/*", ("none",)),)),
            "no redaction rule is called 'none'",
            id="a rule of some files",
        ),
        pytest.param(
            RedactionSettings(variables=("NOT_SET_ANYWHERE",)),
            "the environment variable NOT_SET_ANYWHERE holds no value",
            id="a variable",
        ),
    ],
)
def test_what_makes_no_sense(settings: RedactionSettings, error: str) -> None:
    with pytest.raises(CassetteError) as caught:
        check_settings(settings)
    assert error in str(caught.value)
