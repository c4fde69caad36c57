import sys
from typing import Any

import pytest
from typer import Context
from typer.main import get_command

from cassette_cli.app import Commands, app
from cassette_cli.commands.shared.lazy_group import commands_of
from tests.conftest import Main


@pytest.fixture
def context() -> Context:
    group: Any = get_command(app)
    made: Context = group.make_context("cassette", ["config"])
    return made


def test_every_command_can_be_imported(context: Context) -> None:
    commands = commands_of(context)
    assert list(commands) == list(Commands.names)
    assert all(command.name == name for name, command in commands.items())


def test_another_name_is_no_command(context: Context) -> None:
    group: Any = context.command
    assert group.get_command(context, "play") is None


def test_variables_are_left_out_of_the_help(context: Context) -> None:
    todo: list[Any] = [context.command, *commands_of(context).values()]
    while todo:
        command = todo.pop()
        assert [parameter.name for parameter in command.params if parameter.show_envvar] == []
        todo += getattr(command, "commands", {}).values()


def test_a_command_is_imported_when_it_is_called(
    main_here: Main, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("textconv", "validate"):
        monkeypatch.delitem(sys.modules, f"cassette_cli.commands.{module}.options", raising=False)
    main_here("textconv", "--help")
    assert "cassette_cli.commands.textconv.options" in sys.modules
    assert "cassette_cli.commands.validate.options" not in sys.modules
