import pytest

from cassette_cli.commands.shared.per_file_ignores import read_per_file_ignores, rules_alone
from cassette_cli.errors import CassetteError
from cassette_cli.ignores import PerFile


@pytest.mark.parametrize(
    ("values", "per_file", "rules"),
    [
        pytest.param([], (), (), id="none"),
        pytest.param(
            ["a/*:jwt, body-path"],
            (("a/*", ("jwt", "body-path")),),
            (("a/*", ("jwt", "body-path")),),
            id="rules",
        ),
        pytest.param(
            ["a/*:jwt,truncated-stream"],
            (("a/*", ("jwt", "truncated-stream")),),
            (("a/*", ("jwt",)),),
            id="a rule and a check",
        ),
    ],
)
def test_exceptions_by_file(values: list[str], per_file: PerFile, rules: PerFile) -> None:
    assert read_per_file_ignores(values) == per_file
    assert rules_alone(per_file) == rules


@pytest.mark.parametrize(
    ("value", "error"),
    [
        pytest.param("a/*", "'a/*' names no rules or checks", id="no name"),
        pytest.param("a/*:none", "no redaction rule and no check is called 'none'", id="unknown"),
    ],
)
def test_exceptions_that_make_no_sense(value: str, error: str) -> None:
    with pytest.raises(CassetteError) as caught:
        read_per_file_ignores([value])
    assert str(caught.value) == error
