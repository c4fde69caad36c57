"""What the configuration file sets, as defaults of the options of commands."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import typer

from cassette_cli.commands.shared.lazy_group import Command, commands_of
from cassette_cli.config import (
    ConfigError,
    Option,
    OptionType,
    Schema,
    Setting,
    read_settings,
)
from cassette_cli.errors import CassetteError
from cassette_cli.files import read_text

_NOT_CONFIGURABLE = frozenset(("config", "isolated", "help", "paths"))
# What is no option of a command, and what becomes of it.
_GENERAL = {
    "include": Option(OptionType.LIST),
    "exclude": Option(OptionType.LIST),
    "per-file-ignores": Option(OptionType.TABLE),
}

# Click's own type; Typer brings it along without naming it in public.
Parameter: TypeAlias = Any


def load_settings(context: typer.Context, file: Path) -> tuple[Setting, ...]:
    """What a configuration file sets.

    Raises CassetteError where it cannot be read, ConfigError for what is wrong in it.
    """
    text = read_text(str(file))
    return read_settings(str(file), text, schema_of(commands_of(context)))


def defaults_of(command: Command, settings: tuple[Setting, ...]) -> dict[str, object]:
    """The defaults of a command's parameters, by their names."""
    names = {option_name(parameter): parameter.name for parameter in options_of(command)}
    defaults: dict[str, object] = {}
    # What is set for this command alone wins over what is set for all.
    for setting in sorted(settings, key=lambda setting: bool(setting.command)):
        if setting.command not in ("", command.name):
            continue
        if setting.key == "include" and isinstance(setting.value, list):
            defaults["paths"] = _expand(setting, setting.value)
        elif setting.key == "per-file-ignores":
            if "per-file-ignore" in names:
                _check_names(setting)
            defaults["per_file_ignore"] = setting.value
        elif setting.key in names:
            defaults[names[setting.key]] = setting.value
    return defaults


def excluded_by(settings: tuple[Setting, ...]) -> tuple[str, ...]:
    """The globs of `exclude` as absolute ones: relative to the file that they stand in."""
    return tuple(
        os.path.join(os.path.abspath(_folder_of(setting)), glob.rstrip("/"))  # noqa: PTH100, PTH118 -- a glob is no path
        for setting in settings
        if setting.key == "exclude" and isinstance(setting.value, list)
        for glob in setting.value
    )


def schema_of(known: Mapping[str, Command]) -> Schema:
    """What can be set: the options of all commands, and at the top those that any has."""
    commands = {
        name: {option_name(parameter): _option(parameter) for parameter in options_of(command)}
        for name, command in known.items()
    }
    everywhere = {key: option for options in commands.values() for key, option in options.items()}
    return {**commands, "": {**everywhere, **_GENERAL}}


def options_of(command: Command) -> Iterator[Parameter]:
    """The options of a command that a file can set."""
    for parameter in command.params:
        if parameter.name not in _NOT_CONFIGURABLE and parameter.param_type_name == "option":
            yield parameter


def option_name(parameter: Parameter) -> str:
    """An option as it is written, without its dashes."""
    return str(max(parameter.opts, key=len)).lstrip("-")


def _option(parameter: Parameter) -> Option:
    if parameter.multiple:
        return Option(OptionType.LIST)
    if parameter.is_flag:
        return Option(OptionType.FLAG)
    if choices := getattr(parameter.type, "choices", None):
        return Option(
            OptionType.TEXT, tuple(getattr(choice, "value", choice) for choice in choices)
        )
    return Option(OptionType.INTEGER if parameter.type.name.startswith("int") else OptionType.TEXT)


def _expand(setting: Setting, globs: list[str]) -> list[str]:
    """The files and directories behind the globs, relative to the file that they stand in."""
    found = (path for glob in globs for path in _matches(setting, glob))
    return list(dict.fromkeys(os.path.relpath(path) for path in found))


def _matches(setting: Setting, glob: str) -> list[Path]:
    try:
        return sorted(_folder_of(setting).glob(glob))
    except (NotImplementedError, ValueError):  # an absolute path; an empty one, or "**a"
        raise ConfigError(
            f"{setting.key!r} cannot hold {glob!r}",
            where=setting.origin,
            hint="write globs relative to this file, like 'tests/**/*.yaml'",
        ) from None


def _folder_of(setting: Setting) -> Path:
    """The folder of the file that a setting stands in."""
    return Path(setting.origin.rpartition(":")[0]).parent


def _check_names(setting: Setting) -> None:
    """Raise what is wrong with the exceptions of a file as an error of that file."""
    from cassette_cli.commands.shared.per_file_ignores import read_per_file_ignores

    try:
        read_per_file_ignores(setting.value if isinstance(setting.value, list) else ())
    except CassetteError as error:
        raise ConfigError(error.message, where=setting.origin, hint=error.hint) from None
