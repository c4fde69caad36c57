import re

import pytest

from cassette_cli.recorders.go_vcr import go_pattern, write_config
from cassette_cli.recorders.recorder import Sensitive
from cassette_cli.redaction.catalogue import rules


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param(r"\bkey_[a-z]{3}", r"\bkey_[a-z]{3}", id="no look-around"),
        pytest.param(r"(?<![A-Z])key", r"(?:^|[^A-Z])(?P<secret>key)", id="not behind a letter"),
        pytest.param(r"(?<=\s)-u x", r"(?:\s)(?P<secret>-u x)", id="behind a space"),
        pytest.param(
            r"(?:(?<![()A])|(?<=\\n))k(?P<secret>e)y(?![\]\)])",
            r"(?:(?:^|[^()A])|(?:\\n))k(?P<secret>e)y",
            id="one of both, and what follows",
        ),
        pytest.param("(?<!page)token", "token", id="what has no other spelling"),
        pytest.param(r"a(?=[)])b(?!c(d)e)", "ab", id="brackets in brackets"),
    ],
)
def test_go_pattern(pattern: str, expected: str) -> None:
    assert go_pattern(pattern) == expected


def test_every_rule_has_a_pattern_for_go() -> None:
    """RE2 has no look-around, and repeats at most a thousand times."""
    for rule in rules():
        if rule.pattern is not None:
            pattern = go_pattern(rule.pattern.pattern)
            re.compile(pattern)
            assert re.search(r"\(\?<?[=!]", pattern) is None
            assert all(int(count) <= 1000 for count in re.findall(r"[{,](\d+)\}", pattern))


def test_write_config() -> None:
    sensitive = Sensitive(
        "GONE",
        headers=("x-api-key",),
        parameters=("key",),
        members=("token",),
        patterns=("(?<!a)k`y",),
        variables=("API_KEY",),
    )
    code = write_config(sensitive)
    assert "@{" not in code
    for line in (
        "const placeholder = `GONE`",
        "\t\t`X-Api-Key`,",
        '\t\t`k` + "`" + `y`,',
        "\tsecretVariables  = []string{\n\t\t`API_KEY`,\n\t}",
    ):
        assert line in code


def test_write_config_of_nothing() -> None:
    assert "secretHeaders    = []string{}" in write_config(Sensitive("GONE"))
