"""`cassette config`: every effective value, and where it comes from."""

import os
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from cassette_cli.commands.shared.configuration import ConfigFile, Isolated, configuration_file
from cassette_cli.commands.shared.lazy_group import ENVIRONMENT_PREFIX, Command, commands_of
from cassette_cli.commands.shared.settings import load_settings, option_name, options_of
from cassette_cli.config import Setting
from cassette_cli.json_values import Json


class OutputFormat(StrEnum):
    """How `config` prints."""

    TEXT = "text"
    JSON = "json"


class _Effective(NamedTuple):
    key: str
    value: Json
    origin: str


def config(
    context: typer.Context,
    *,
    file: ConfigFile = None,
    isolated: Isolated = False,
    output_format: Annotated[
        OutputFormat,
        typer.Option("--output-format", metavar="FORMAT", help="How to print: text or json."),
    ] = OutputFormat.TEXT,
) -> None:
    """Print every value in force for every option, and where it comes from.

    The command line wins over the environment (CASSETTE_REDACT_HEADER), that over the file
    ([tool.cassette] in the nearest pyproject.toml, or cassette.toml), and that over the defaults.
    """
    from cassette_cli.render.safe_text import safe_json, safe_line

    path = configuration_file(context, file)
    settings = () if path is None else load_settings(context, path)
    values = list(_effective(commands_of(context), settings))
    if output_format is OutputFormat.JSON:
        rows: list[Json] = [effective._asdict() for effective in values]
        typer.echo(safe_json({"settings": rows}))
        return
    for key, value, origin in values:
        typer.echo(f"{key} = {safe_json(value)}  # {safe_line(origin)}")


def _effective(
    commands: Mapping[str, Command], settings: tuple[Setting, ...]
) -> Iterator[_Effective]:
    general = {setting.key: setting for setting in settings if not setting.command}
    for key in ("include", "per-file-ignores"):
        setting = general.get(key)
        yield _Effective(
            key, _plain(setting.value) if setting else [], setting.origin if setting else "default"
        )
    for name, command in commands.items():
        own = {setting.key: setting for setting in settings if setting.command == name}
        for parameter in options_of(command):
            key = option_name(parameter)
            variable = f"{ENVIRONMENT_PREFIX}_{name}_{parameter.name}".upper().replace("-", "_")
            setting = own.get(key) or general.get(key)
            if variable in os.environ:
                yield _Effective(f"{name}.{key}", os.environ[variable], variable)
            elif setting is not None:
                yield _Effective(f"{name}.{key}", _plain(setting.value), setting.origin)
            else:
                yield _Effective(f"{name}.{key}", _plain(parameter.default), "default")


def _plain(value: object) -> Json:
    value = getattr(value, "value", value)
    return value if isinstance(value, str | int | bool | list) else None
