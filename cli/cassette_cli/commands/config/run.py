"""The work of `cassette config`: the value of every option, and its origin."""

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import typer

from cassette_cli.commands.shared.configuration import configuration_file
from cassette_cli.commands.shared.lazy_group import ENVIRONMENT_PREFIX, Command, commands_of
from cassette_cli.commands.shared.option_defaults import (
    Parameter,
    load_settings,
    option_name,
    options_of,
)
from cassette_cli.commands.shared.output_format import TextOrJson
from cassette_cli.config import Setting
from cassette_cli.json_values import Json
from cassette_cli.render.safe_text import safe_json, safe_line


class Effective(NamedTuple):
    """The value in force for one option, and where it was set."""

    key: str
    value: Json
    origin: str


def describe_configuration(
    context: typer.Context, path: str | None, output_format: TextOrJson
) -> str:
    """Every value in force. Raises CassetteError for a file that cannot be used."""
    file = configuration_file(context, path)
    settings = () if file is None else load_settings(context, file)
    values = list(_effective(commands_of(context), settings))
    if output_format is TextOrJson.JSON:
        rows: list[Json] = [value._asdict() for value in values]
        return safe_json({"settings": rows}) + "\n"
    return "".join(
        f"{key} = {safe_json(value)}  # {safe_line(origin)}\n" for key, value, origin in values
    )


def _effective(
    commands: Mapping[str, Command], settings: tuple[Setting, ...]
) -> Iterator[Effective]:
    general = {setting.key: setting for setting in settings if not setting.command}
    for key in ("include", "exclude", "per-file-ignores"):
        setting = general.get(key)
        yield Effective(key, *_set_or([], setting))
    for name, command in commands.items():
        own = {setting.key: setting for setting in settings if setting.command == name}
        for parameter in options_of(command):
            key = option_name(parameter)
            value, origin = _in_force(name, parameter, own.get(key) or general.get(key))
            yield Effective(f"{name}.{key}", value, origin)


def _in_force(command: str, parameter: Parameter, setting: Setting | None) -> tuple[Json, str]:
    variable = f"{ENVIRONMENT_PREFIX}_{command}_{parameter.name}".upper().replace("-", "_")
    if variable in os.environ:
        return os.environ[variable], variable
    return _set_or(parameter.default, setting)


def _set_or(default: object, setting: Setting | None) -> tuple[Json, str]:
    """The value that a file sets, else the default; and which of the two it is."""
    return (_plain(setting.value), setting.origin) if setting else (_plain(default), "default")


def _plain(value: object) -> Json:
    value = getattr(value, "value", value)
    return value if isinstance(value, str | int | bool | list) else None
