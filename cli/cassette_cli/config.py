"""The configuration file: `[tool.cassette]` in pyproject.toml, or cassette.toml.

Every option of every command can be set in it: at the top for all commands that have the option,
in a table of the command's name for that one alone. What can be set is given as a schema, so that
an unknown key and a wrong type are told with file, line and key.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from cassette_cli.errors import CassetteError
from cassette_cli.nearest import did_you_mean

_PYPROJECT = "pyproject.toml"

Value: TypeAlias = str | int | bool | list[str]
_TABLE_LINE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?")
_KEY_LINE = re.compile(r"""\s*["']?([\w*/.?\[\]!{},-]+?)["']?\s*=""")


class ConfigError(CassetteError):
    """The configuration cannot be used."""


class OptionType(StrEnum):
    """The types that a value can have; a table holds a list of strings for each of its keys."""

    TEXT = "a string"
    INTEGER = "an integer"
    FLAG = "true or false"
    LIST = "a list of strings"
    TABLE = "a table of lists of strings"


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be set; `choices` are the only values, where there are any."""

    kind: OptionType
    choices: tuple[str, ...] = ()


Schema: TypeAlias = Mapping[str, Mapping[str, Option]]


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that a file sets: `command` is "" for all commands, `origin` is `file:line`.

    A table is given as a list of `key:item,item`.
    """

    command: str
    key: str
    value: Value
    origin: str


def read_settings(name: str, text: str, schema: Schema) -> tuple[Setting, ...]:
    """Read the text of a configuration file; `name` decides where its settings stand.

    Raises ConfigError for what is no TOML, for an unknown key and for a value of a wrong type.
    """
    table = _read_toml(name, text)
    if name.endswith(_PYPROJECT):
        table = _member(_member(table, "tool"), "cassette")
    return tuple(_settings(_File(name, text), table, schema))


def _read_toml(name: str, text: str) -> object:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ConfigError("not readable as TOML: it is nested too deeply", where=name) from None
    except ValueError as error:  # also of a number with more digits than Python reads
        line = re.search(r"line (\d+)", str(error))
        where = f"{name}:{line[1]}" if line else name
        raise ConfigError(f"not readable as TOML: {error}", where=where) from None


@dataclass(frozen=True, slots=True)
class _File:
    """A file, to say where in it a key stands."""

    name: str
    text: str

    def where(self, table: str, key: str) -> str:
        """The place of a key as `file:line`; that of its table where it is written otherwise."""
        root = "tool.cassette" if self.name.endswith(_PYPROJECT) else ""
        wanted = ".".join(filter(None, (root, table)))
        current, fallback = "", self.name
        for number, line in enumerate(self.text.splitlines(), 1):
            if found := _TABLE_LINE.fullmatch(line):
                current = found[1]
                if current in (wanted, f"{wanted}.{key}".lstrip(".")):
                    fallback = f"{self.name}:{number}"
            elif (found := _KEY_LINE.match(line)) and current == wanted and found[1] == key:
                return f"{self.name}:{number}"
        return fallback


def _settings(file: _File, table: object, schema: Schema) -> Iterator[Setting]:
    if not isinstance(table, dict):
        return
    for key, value in table.items():
        if isinstance(value, dict) and key in schema and key not in schema[""]:
            for inner, inner_value in value.items():
                yield _setting(file, key, inner, inner_value, schema[key])
        else:
            yield _setting(file, "", key, value, schema[""])


def _setting(
    file: _File, command: str, key: str, value: object, options: Mapping[str, Option]
) -> Setting:
    where = file.where(command, key)
    full = f"{command}.{key}" if command else key
    option = options.get(key)
    if option is None:
        hint = did_you_mean(key, options, "`cassette config` lists all keys")
        raise ConfigError(f"unknown key {full!r}", where=where, hint=hint)
    read = _read(option, value)
    if read is None:
        raise ConfigError(f"{full!r} must be {_expected(option)}", where=where)
    return Setting(command, key, read, where)


def _read(option: Option, value: object) -> Value | None:
    match option.kind, value:
        case OptionType.FLAG, bool():
            return value
        case OptionType.INTEGER, int() if not isinstance(value, bool):
            return value
        case OptionType.TEXT, str() if not option.choices or value in option.choices:
            return value
        case OptionType.LIST, list() if _is_list(value):
            return list(value)
        case OptionType.TABLE, dict() if all(map(_is_list, value.values())):
            return [f"{key}:{','.join(items)}" for key, items in value.items() if items]
    return None


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _expected(option: Option) -> str:
    return f"one of {', '.join(option.choices)}" if option.choices else option.kind.value


def _member(table: object, key: str) -> object:
    return table.get(key, {}) if isinstance(table, dict) else {}
