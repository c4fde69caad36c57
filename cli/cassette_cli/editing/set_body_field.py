"""Give the values at a JSONPath (RFC 9535) of a JSON body another value."""

from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.editing.set_body import BODY_CHANGED, SetBodyJson
from cassette_cli.errors import EditError
from cassette_cli.json_path import compile_query, replaced, value_at
from cassette_cli.json_values import Json, read_json
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class SetBodyField:
    """Give every value at the path another one: text where it is text, else JSON."""

    side: str
    query: str
    text: str
    told: ClassVar[Told] = BODY_CHANGED

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """Raises CassetteError where the path is none, the body no JSON, or nothing is there."""
        return self._whole(reading).plan(reading, file)

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether the body is the old one with the other values in it."""
        return self._whole(before).holds(before, after)

    def _whole(self, reading: Reading) -> SetBodyJson:
        """The same as a step that gives the whole body."""
        value = HttpMessage(reading, self.side).payload.value
        if not isinstance(value, dict | list):
            raise EditError(f"the body of the {self.side} is not JSON, and has no {self.query}")
        paths = [tuple(match.parts) for match in compile_query(self.query).finditer(value)]
        if not paths:
            raise EditError(f"the body of the {self.side} has nothing at {self.query}")
        for path in paths:
            value = replaced(value, path, _read_value(value_at(value, path), self.text))
        return SetBodyJson(self.side, value)


def _read_value(old: Json, text: str) -> Json:
    if isinstance(old, str):
        return text
    value = read_json(text)
    return text if value is None and text != "null" else value
