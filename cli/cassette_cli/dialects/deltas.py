"""Deltas at the places where events have them."""

from collections.abc import Iterator

from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.json_fields import string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json


def delta_at(value: Json, channel: tuple[str | int, ...], path: JsonPath) -> Iterator[Delta]:
    """The text at this path, as a piece of this channel; none where there is no text."""
    if text := string_at(value, *path):
        yield Delta(channel, path, text)
