"""Give a body another text, or another JSON value in the spelling that it has."""

from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.editing.body_content import edit_content
from cassette_cli.editing.json_edits import json_edits
from cassette_cli.json_values import Json, read_json
from cassette_cli.model import Structured
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.step import Plan, Told
from cassette_cli.text import difference

BODY_CHANGED = Told("body changed", "bodies changed")


@dataclass(frozen=True, slots=True)
class SetBody:
    """Make the decoded body of the request or response this text."""

    side: str
    text: str
    told: ClassVar[Told] = BODY_CHANGED

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where the body is no text, or cannot be written back."""
        message = HttpMessage(reading, self.side)
        intents = tuple(edit_content(message, difference(message.text, self.text)))
        return Plan(intents, count=bool(intents))

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether it decodes to the text; of data, whether it is the value that the text spells."""
        message = HttpMessage(after, self.side)
        if isinstance(message.stored.content, Structured):
            return message.payload.value == read_json(self.text)
        return message.payload.content == self.text


@dataclass(frozen=True, slots=True)
class SetBodyJson:
    """Make the JSON of the body of the request or response this value.

    What is equal keeps its spelling.
    """

    side: str
    value: Json
    told: ClassVar[Told] = BODY_CHANGED

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where the body cannot be spelled or written back so."""
        message = HttpMessage(reading, self.side)
        intents = tuple(edit_content(message, json_edits(message.text, self.value)))
        return Plan(intents, count=bool(intents))

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether the body is JSON of this value."""
        return HttpMessage(after, self.side).payload.value == self.value
