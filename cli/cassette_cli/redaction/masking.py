"""Mask secrets where people read: what the default rules find is cut short (`sk-p…`)."""

from collections.abc import Iterable
from functools import cache

from cassette_cli.json_values import Json
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.match import Match
from cassette_cli.redaction.rule_set import RuleSet, compile_rules
from cassette_cli.redaction.scan import scan_field, scan_header, scan_text, scan_url
from cassette_cli.redaction.secrets import mask

_PAIR = 2


def mask_text(text: str) -> str:
    """A text with its secrets cut short; the same text where there are none."""
    return _masked(text, scan_text(text, _default_rules()))


def mask_header(name: str, value: str) -> str:
    """The value of an HTTP field with its secrets cut short."""
    return _masked(value, scan_header(name, value, _default_rules()))


def mask_header_lines(text: str) -> str:
    """Lines of `Name: value` with the secrets in them cut short, in names, too."""
    return "\n".join(map(_header_line, text.split("\n")))


def mask_url(url: str) -> str:
    """A URL with its secrets cut short."""
    return _masked(url, scan_url(url, _default_rules()))


def mask_json(value: Json, name: str = "") -> Json:
    """A value of JSON with the secrets in its texts and in its names cut short.

    `name` is that of the member it is. What stands in a list `headers` is a pair of name and value.
    """
    match value:
        case str():
            return _masked(value, scan_field(name, value, _default_rules()))
        case [str() as header, str() as field] if name == "headers" and len(value) == _PAIR:
            return [mask_text(header), mask_header(header, field)]
        case list():
            return [mask_json(item, name) for item in value]
        case dict():
            return {mask_text(key): mask_json(inner, key) for key, inner in value.items()}
    return value


@cache
def _default_rules() -> RuleSet:
    return compile_rules(rules())


def _header_line(line: str) -> str:
    name, colon, value = line.partition(": ")
    return f"{mask_text(name)}: {mask_header(name, value)}" if colon else mask_text(line)


def _masked(text: str, matches: Iterable[Match]) -> str:
    pieces: list[str] = []
    position = 0
    for _, (start, end) in matches:
        pieces += (text[position:start], mask(text[start:end]))
        position = end
    return "".join((*pieces, text[position:])) if pieces else text
