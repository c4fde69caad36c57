"""A group of commands that imports a command when it is called, or its help is asked for."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cassette_cli.nearest import did_you_mean

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

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 -- Click's type
        """`help COMMAND` is another way to write `COMMAND --help`."""
        asked = args[:1] == ["help"]
        return super().parse_args(ctx, [*args[1:], "--help"] if asked else args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 -- Click's types
        """Find the command that is called; an unknown one is answered with the nearest."""
        if args[0] not in self.names and not args[0].startswith("-"):
            hint = did_you_mean(args[0], self.names).capitalize()
            ctx.fail(f"No such command {args[0]!r}. {hint}".rstrip())
        return super().resolve_command(ctx, args)

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
