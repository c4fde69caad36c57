"""The strings of a JSON text with their names, in its order, and without their places.

Thousands of bodies are listed for each that holds something, so this is read off the value that the
body was parsed to. What JSON members hide that a later one of their name replaces is no part of
that value: it is noticed, since a text has two quotation marks for each string.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cassette_cli.document import Document, parse_json
from cassette_cli.errors import ParseError
from cassette_cli.json_values import Json
from cassette_cli.texts.leaf import Kind, Texts
from cassette_cli.texts.scalars import scalars_of

# As deep as documents are read (with what a list or object holds), so that each has a place.
_MOST_LEVELS = 199
_CONTAINERS = (dict, list)
# What `json.loads` reads beyond the standard.
_STRING_OR_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"|-?Infinity|NaN')


class Strings(NamedTuple):
    """The values that are strings, the names of their members, and all keys, in order.

    The keys of an object come before those of its members.
    """

    names: list[str]
    values: list[str]
    keys: list[str]

    @property
    def texts(self) -> tuple[Texts, Texts]:
        """Values and keys as texts of an interaction."""
        return (
            Texts(Kind.FIELD, self.values, self.names),
            Texts(Kind.FIELD, self.keys),
        )

    @property
    def total(self) -> int:
        """How many strings there are."""
        return len(self.values) + len(self.keys)


class _TooDeepError(Exception):
    """The value is nested more deeply than documents are."""


def strings_of(texts: Sequence[str], values: Sequence[Json], name: str = "") -> Strings | None:
    """The strings of JSON texts, which spell these values, in a member of this name.

    None where a reader by the standard would not read the texts, nested as they are: they are then
    no JSON.
    """
    strings = Strings([], [], [])
    try:
        for value in values:
            _append(strings, value, name, _MOST_LEVELS)
    except _TooDeepError:
        return None
    if 2 * strings.total == _quotation_marks("\n".join(texts)):
        return strings
    return _spelled_strings(texts, name)


def json_document(text: str) -> Document | None:
    """A JSON text with its nodes; None where it is none. NaN and infinities count as numbers."""
    try:
        return parse_json("", text)
    except ParseError:
        pass
    if "NaN" not in text and "Infinity" not in text:
        return None
    try:
        document = parse_json("", _STRING_OR_CONSTANT.sub(_as_number, text))
    except ParseError:
        return None
    return replace(document, text=text)


def _as_number(found: re.Match[str]) -> str:
    """A number by the standard that is as long as the constant; a string stays."""
    return found[0] if found[0].startswith('"') else f"{0:.{len(found[0]) - 2}f}"


def _quotation_marks(text: str) -> int:
    """How many quotation marks of a JSON text begin or end a string."""
    if "\\" not in text:
        return text.count('"')
    if "\\\\" in text:
        text = text.replace("\\\\", "")
    return text.count('"') - text.count('\\"')


def _spelled_strings(texts: Sequence[str], name: str) -> Strings | None:
    """The same from the texts themselves, where members of one name hide each other."""
    strings = Strings([], [], [])
    for text in texts:
        document = json_document(text)
        if document is None:
            return None
        for scalar, _, member, is_key in scalars_of(document.roots[0], name):
            if scalar.style == '"' and is_key:
                strings.keys.append(scalar.value)
            elif scalar.style == '"':
                strings.names.append(member)
                strings.values.append(scalar.value)
    return strings


def _append(strings: Strings, value: Json, name: str, levels: int) -> None:
    """Append the strings of a value; this runs over every member of every body."""
    names, values, keys = strings
    if isinstance(value, dict):
        if not levels:
            raise _TooDeepError
        keys.extend(value)
        paired = _paired_name(value) if "value" in value else ""
        for key, member in value.items():
            if isinstance(member, str):
                names.append(key if key != "value" else paired)
                values.append(member)
            elif isinstance(member, _CONTAINERS):
                _append(strings, member, key if key != "value" else paired, levels - 1)
    elif isinstance(value, list):
        if not levels:
            raise _TooDeepError
        for item in value:
            if isinstance(item, str):
                names.append(name)
                values.append(item)
            elif isinstance(item, _CONTAINERS):
                _append(strings, item, name, levels - 1)
    elif isinstance(value, str):
        names.append(name)
        values.append(value)


def _paired_name(pair: dict[str, Json]) -> str:
    """The name that `value` has in a pair such as `{"name": "x-api-key", "value": "…"}`."""
    name = pair.get("name") or pair.get("key")
    return name if isinstance(name, str) else "value"
