"""What a file sets, seen from the commands that it is set for."""

from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cassette_cli.app import app
from cassette_cli.commands.shared.lazy_group import commands_of
from cassette_cli.commands.shared.option_defaults import (
    defaults_of,
    option_name,
    options_of,
    schema_of,
)
from cassette_cli.config import ConfigError, Option, OptionType, Setting


@pytest.fixture(scope="module")
def commands() -> dict[str, Any]:
    group: Any = get_command(app)
    return commands_of(group.make_context("cassette", ["show", "x"]))


def test_every_option_can_be_set(commands: dict[str, Any]) -> None:
    schema = schema_of(commands)
    assert schema["redact"]["header"] == Option(OptionType.LIST)
    assert schema["redact"]["check"] == Option(OptionType.FLAG)
    assert schema["redact"]["placeholder"] == Option(OptionType.TEXT)
    assert schema["redact"]["jobs"] == Option(OptionType.INTEGER)
    assert schema["redact"]["output-format"] == Option(OptionType.TEXT, ("text", "json"))
    assert "jobs" in schema[""]
    assert "header" not in schema["show"]
    for key in ("config", "isolated", "help", "paths"):
        assert key not in schema["redact"]


def test_option_name(commands: dict[str, Any]) -> None:
    names = [option_name(parameter) for parameter in options_of(commands["redact"])]
    assert "value-from-env" in names
    assert "jobs" in names


def test_what_is_set_for_a_command_wins(commands: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.yaml").touch()
    origin = f"{tmp_path / 'cassette.toml'}:1"
    settings = (
        Setting("redact", "jobs", 1, origin),
        Setting("", "jobs", 4, origin),
        Setting("", "header", ["X"], origin),
        Setting("show", "view", "http", origin),
        Setting("", "view", "http", origin),
        Setting("", "include", ["**/*.yaml", "a.yaml", "folder"], origin),
        Setting("", "per-file-ignores", ["a:jwt"], origin),
    )
    defaults = defaults_of(commands["redact"], settings)
    paths = defaults.pop("paths")
    assert defaults == {"jobs": 1, "header": ["X"], "per_file_ignore": ["a:jwt"]}
    assert isinstance(paths, list)
    assert [Path(path).name for path in paths] == ["a.yaml", "b.yaml", "folder"]


@pytest.mark.parametrize(
    ("key", "value", "error", "hint"),
    [
        pytest.param(
            "include",
            ["/srv/cassettes"],
            "'include' cannot hold '/srv/cassettes'",
            "write globs relative to this file, like 'tests/**/*.yaml'",
            id="an absolute path",
        ),
        pytest.param(
            "include",
            [""],
            "'include' cannot hold ''",
            "write globs relative to this file, like 'tests/**/*.yaml'",
            id="an empty glob",
        ),
        pytest.param(
            "per-file-ignores",
            ["a:jwtt"],
            "no redaction rule and no check is called 'jwtt'",
            "did you mean 'jwt'?",
            id="a mistyped rule",
        ),
    ],
)
def test_a_value_that_cannot_be_is_an_error_of_its_file(
    key: str, value: list[str], error: str, hint: str, commands: dict[str, Any]
) -> None:
    with pytest.raises(ConfigError) as caught:
        defaults_of(commands["redact"], (Setting("", key, value, "cassette.toml:2"),))
    assert (str(caught.value), caught.value.hint) == (f"cassette.toml:2: {error}", hint)
