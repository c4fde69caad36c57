"""A group of commands that imports a command when it is called, or its help is asked for."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

ENVIRONMENT_PREFIX = "CASSETTE"

# Click's own types; Typer brings them along without naming them in public.
Command: TypeAlias = Any


class _CommandWithBareOptions(TyperCommand):
    """A command with options whose value may be left out."""

    bare: Mapping[str, str] = MappingProxyType({})

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 -- Click's type
        end = args.index("--") if "--" in args else len(args)
        whole = [self.bare.get(argument, argument) for argument in args[:end]]
        return super().parse_args(ctx, whole + args[end:])


class LazyGroup(TyperGroup):
    """`names` are the commands, in the order of the help.

    A command stands in `commands/<name>/options.py`, which ends in `COMMAND`: a function with the
    options of the command, or a Typer app that is a group of further commands. `BARE` in it gives
    options whose value may be left out, and what they then are: `--dedupe` is `--dedupe=unplayed`.
    """

    names: ClassVar[tuple[str, ...]] = ()

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 -- Click's type and name
        return list(self.names)

    def get_command(self, ctx: Any, cmd_name: str) -> Command | None:  # noqa: ANN401, ARG002
        if cmd_name not in self.names:
            return None
        module = import_module(f"cassette_cli.commands.{cmd_name}.options")
        found = module.COMMAND
        if isinstance(found, typer.Typer):
            return _without_variables(get_command(found))
        single = typer.Typer(add_completion=False, rich_markup_mode="markdown")
        single.command(cmd_name, cls=_CommandWithBareOptions)(found)
        command = get_command(single)
        command.bare = getattr(module, "BARE", {})  # type: ignore[attr-defined]
        return _without_variables(command)

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 -- Click's type
        return _without_variables(self) and super().get_params(ctx)


def _without_variables(command: Command) -> Command:
    """The command, and those below it, with no environment variables in their help: they all
    follow one rule.
    """
    for parameter in command.params:
        parameter.show_envvar = False
    for below in getattr(command, "commands", {}).values():
        _without_variables(below)
    return command


def commands_of(context: typer.Context) -> dict[str, Command]:
    """All commands of the program, imported."""
    root = context.find_root()
    group: Any = root.command
    return {name: group.get_command(root, name) for name in group.list_commands(root)}
