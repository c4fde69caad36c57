import pytest

from cassette_cli.commands.shared.screen import Screen, drawn
from cassette_cli.place import Place
from cassette_cli.redaction.redact import SecretFinding
from cassette_cli.render.text.redactions_terminal import print_diff, print_findings


def _finding(interaction: int, location: str, line: int, rule: str = "cookie") -> SecretFinding:
    return SecretFinding(rule, "credential", Place(interaction, location, line, 9), "abcd…")


def test_findings_stand_in_columns_and_what_repeats_on_one_line() -> None:
    findings = [
        _finding(0, "response.headers.Set-Cookie", 7),
        _finding(0, "request.headers.Authorization", 12, "authorization"),
        _finding(1, "response.headers.Set-Cookie", 107),
        _finding(3, "response.headers.Set-Cookie", 207),
    ]
    text = drawn(Screen(80, color=False), print_findings, "[bold]a.yaml", findings)
    assert [line.rstrip() for line in text.splitlines()] == [
        "[bold]a.yaml",
        "     7:9  cookie ×3      abcd…  response.headers.Set-Cookie    #0–#1, #3",
        "    12:9  authorization  abcd…  request.headers.Authorization  #0",
    ]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        pytest.param("--- a/x", "\x1b[1m--- a/x\x1b[0m", id="a heading"),
        pytest.param("@@ -1 +1 @@", "\x1b[36m@@ -1 +1 @@\x1b[0m", id="a place"),
        pytest.param("-old", "\x1b[31m-old\x1b[0m", id="what goes"),
        pytest.param("+new\x1b[0m", "\x1b[32m+new\\x1b[0m\x1b[0m", id="what comes, no escapes"),
        pytest.param(" same", " same", id="what stays"),
    ],
)
def test_print_diff(line: str, printed: str) -> None:
    assert drawn(Screen(80, color=True), print_diff, f"{line}\n") == f"{printed}\n"
