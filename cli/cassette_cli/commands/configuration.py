"""The configuration in force for a command: found, read, and made the defaults of its options."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from cassette_cli.commands.lazy_group import ENVIRONMENT_PREFIX, Command, commands_of
from cassette_cli.config import OWN_FILE, PYPROJECT, Kind, Option, Schema, Setting, read_settings
from cassette_cli.errors import CassetteError

_ISOLATED = "cassette_cli.isolated"
_NOT_CONFIGURABLE = frozenset(("config", "isolated", "help", "paths"))
# What is no option of a command, and what becomes of it.
_GENERAL = {"include": Option(Kind.LIST), "per-file-ignores": Option(Kind.TABLE)}

# Click's own types; Typer brings them along without naming them in public.
Parameter: TypeAlias = Any


def _isolate(context: typer.Context, wanted: bool) -> bool:  # noqa: FBT001 -- Click calls it so
    if wanted:
        context.meta[_ISOLATED] = True
    return wanted


def _use_file(context: typer.Context, path: str | None) -> str | None:
    """Make what the file sets the defaults of this command's options."""
    if not context.resilient_parsing and not context.meta.get(_ISOLATED):
        settings = load_settings(context, path)
        context.default_map = {
            **_defaults(context.command, settings),
            **(context.default_map or {}),
        }
    return path


ConfigFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        envvar=f"{ENVIRONMENT_PREFIX}_CONFIG",
        help="Configuration file. [default: the nearest pyproject.toml or cassette.toml]",
        callback=_use_file,
        is_eager=True,
        show_default=False,
    ),
]
Isolated: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--isolated", help="Read no configuration file.", callback=_isolate, is_eager=True
    ),
]


def load_settings(context: typer.Context, path: str | None = None) -> tuple[Setting, ...]:
    """What the configuration file sets; nothing where there is none.

    Raises CassetteError where a named file cannot be read, ConfigError for what is wrong in one.
    """
    file = Path(path) if path else find_file(Path.cwd())
    if file is None:
        return ()
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CassetteError(f"cannot be read: {error}", where=str(file)) from None
    return read_settings(str(file), text, schema_of(commands_of(context)))


def find_file(directory: Path) -> Path | None:
    """The configuration file of the nearest directory that has one, going upwards."""
    for folder in (directory, *directory.parents):
        if (folder / OWN_FILE).is_file():
            return folder / OWN_FILE
        project = folder / PYPROJECT
        if project.is_file() and "[tool.cassette" in project.read_text("utf-8", errors="replace"):
            return project
    return None


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
        return Option(Kind.LIST)
    if parameter.is_flag:
        return Option(Kind.FLAG)
    if choices := getattr(parameter.type, "choices", None):
        return Option(Kind.TEXT, tuple(getattr(choice, "value", choice) for choice in choices))
    return Option(Kind.INTEGER if parameter.type.name.startswith("integer") else Kind.TEXT)


def _defaults(command: Command, settings: tuple[Setting, ...]) -> dict[str, object]:
    names = {option_name(parameter): parameter.name for parameter in options_of(command)}
    defaults: dict[str, object] = {}
    # What is set for this command alone wins over what is set for all.
    for setting in sorted(settings, key=lambda setting: bool(setting.command)):
        if setting.command not in ("", command.name):
            continue
        if setting.key == "include" and isinstance(setting.value, list):
            defaults["paths"] = _expand(setting.value, setting.origin)
        elif setting.key == "per-file-ignores":
            defaults["per_file_ignore"] = setting.value
        elif setting.key in names:
            defaults[names[setting.key]] = setting.value
    return defaults


def _expand(globs: list[str], origin: str) -> list[str]:
    """The files behind the globs, which are relative to the file that they stand in."""
    folder = Path(origin.rpartition(":")[0]).parent
    found = (path for glob in globs for path in sorted(folder.glob(glob)) if path.is_file())
    return list(dict.fromkeys(os.path.relpath(path) for path in found))
