import sys

import pytest
from rich.console import Console
from rich.text import Text

from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.screen import Screen, drawn, is_colored, screen_for


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(
    ("terminal", "color", "environment", "screen"),
    [
        pytest.param(True, Color.AUTO, {}, Screen(80, color=True), id="a terminal has colour"),
        pytest.param(False, Color.AUTO, {}, None, id="a pipe has no screen"),
        pytest.param(
            True, Color.AUTO, {"NO_COLOR": "1"}, Screen(80, color=False), id="NO_COLOR counts"
        ),
        pytest.param(
            True, Color.AUTO, {"NO_COLOR": ""}, Screen(80, color=True), id="unless it is empty"
        ),
        pytest.param(
            True, Color.ALWAYS, {"NO_COLOR": "1"}, Screen(80, color=True), id="an option wins"
        ),
        pytest.param(True, Color.NEVER, {}, Screen(80, color=False), id="no colour is asked for"),
        pytest.param(False, Color.NEVER, {"FORCE_COLOR": "1"}, None, id="nor forced"),
        pytest.param(False, Color.AUTO, {"FORCE_COLOR": "1"}, None, id="FORCE_COLOR makes none"),
        pytest.param(False, Color.ALWAYS, {}, None, id="nor does an option"),
        pytest.param(
            True,
            Color.AUTO,
            {"TERM": "dumb", "FORCE_COLOR": "1"},
            Screen(80, color=True),
            id="FORCE_COLOR counts",
        ),
        pytest.param(
            True,
            Color.AUTO,
            {"NO_COLOR": "1", "FORCE_COLOR": "1"},
            Screen(80, color=False),
            id="but NO_COLOR more",
        ),
        pytest.param(
            True, Color.AUTO, {"TERM": "dumb"}, Screen(80, color=False), id="a dumb terminal"
        ),
        pytest.param(
            True,
            Color.ALWAYS,
            {"TERM": "dumb", "COLUMNS": "60"},
            Screen(60, color=True),
            id="a dumb terminal that is told to",
        ),
    ],
)
def test_screen_for(
    terminal: bool,  # noqa: FBT001 -- a column
    color: Color,
    environment: dict[str, str],
    screen: Screen | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert screen_for(color) == screen


@pytest.mark.parametrize(
    ("screen", "printed"),
    [
        pytest.param(Screen(12, color=True), "\x1b[1;31m[b]:smile: 1\x1b[0m\n", id="colour"),
        pytest.param(Screen(12, color=False), "[b]:smile: 1\n", id="no colour, no escapes"),
    ],
)
def test_drawn(screen: Screen, printed: str) -> None:
    def draw(console: Console, text: str, *, style: str) -> None:
        console.print(Text(text, style=style))

    assert drawn(screen, draw, "[b]:smile: 1", style="bold red") == printed


def test_lines_are_as_long_as_the_screen_is_wide() -> None:
    assert drawn(Screen(3, color=False), lambda console: console.print("a b c")) == "a b\nc\n"


@pytest.mark.parametrize(
    ("color", "environment", "colored"),
    [
        pytest.param(Color.AUTO, {}, False, id="not by itself"),
        pytest.param(Color.AUTO, {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR asks for it"),
        pytest.param(Color.AUTO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
        pytest.param(Color.ALWAYS, {"NO_COLOR": "1"}, True, id="the option wins over both"),
        pytest.param(Color.NEVER, {"FORCE_COLOR": "1"}, False, id="also against colour"),
    ],
)
def test_a_pipe_is_coloured(
    color: Color,
    environment: dict[str, str],
    colored: bool,  # noqa: FBT001 -- a column
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert is_colored(color) is colored
