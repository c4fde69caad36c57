import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.redaction.secret_classes import read_classes


def test_classes_by_name() -> None:
    assert read_classes(["identifier", "credential"]) == (
        SecretClass.IDENTIFIER,
        SecretClass.CREDENTIAL,
    )


def test_an_unknown_class() -> None:
    with pytest.raises(CassetteError, match="no class is called 'secret'") as caught:
        read_classes(["credential", "secret"])
    assert caught.value.hint == "the classes are credential and identifier"
