"""Deltas at the places where events have them."""

from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.json_fields import string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json


def delta_at(value: Json, channel: tuple[str | int, ...], path: JsonPath) -> tuple[Delta, ...]:
    """The text at this path, as a piece of this channel; none where there is no text."""
    text = string_at(value, *path)
    return (Delta(channel, path, text),) if text else ()
