import json

import pytest

from tests.conftest import Main


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        pytest.param([], "jwt                 ", id="all of them, a line each"),
        pytest.param(["jwt"], "jwt (credential)\n\nJSON Web Tokens", id="one of them"),
        pytest.param(["--output-format", "markdown", "jwt"], "\n## jwt\n", id="as a document"),
    ],
)
def test_rules(main_here: Main, arguments: list[str], part: str) -> None:
    result = main_here("rules", *arguments)
    assert (result.code, result.stderr) == (0, "")
    assert part in result.stdout


def test_as_json(main_here: Main) -> None:
    result = main_here("rules", "--output-format", "json", "cookie", "jwt")
    rules = json.loads(result.stdout)["rules"]
    assert [(rule["id"], rule["class"]) for rule in rules] == [
        ("cookie", "credential"),
        ("jwt", "credential"),
    ]
    assert "set-cookie" in rules[0]["headers"]


def test_an_unknown_rule(main_here: Main) -> None:
    result = main_here("rules", "none")
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: no redaction rule is called 'none'\nhint: ")
