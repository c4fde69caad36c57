import pytest

from cassette_cli.checks.engine import CheckSettings
from cassette_cli.commands.validate.check_settings import read_check_settings
from cassette_cli.errors import CassetteError
from cassette_cli.redaction.rule import SecretClass


def test_what_is_not_given_is_usual(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    assert read_check_settings() == CheckSettings(root=str(tmp_path))


def test_names_may_stand_together() -> None:
    settings = read_check_settings(
        ["url, status", "method"], ["url"], ["a/*:secret,openai-key"], ["credential,identifier"]
    )
    assert settings.select == ("url", "status", "method")
    assert settings.ignore == ("url",)
    assert settings.per_file == (("a/*", ("secret", "openai-key")),)
    assert settings.secret_classes == (SecretClass.CREDENTIAL, SecretClass.IDENTIFIER)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param((["nope"],), "no check is called 'nope'", id="selected"),
        pytest.param((None, ["nope"]), "no check is called 'nope'", id="ignored"),
        pytest.param(
            (None, None, ["a/*"]), "names no rules or checks", id="an exception without a name"
        ),
        pytest.param(
            (None, None, ["a/*:nope"]), "no redaction rule and no check", id="of an unknown name"
        ),
        pytest.param((None, None, None, ["nope"]), "nope", id="an unknown class"),
    ],
)
def test_what_makes_no_sense(options: tuple[list[str] | None, ...], message: str) -> None:
    with pytest.raises(CassetteError, match=message):
        read_check_settings(*options)
