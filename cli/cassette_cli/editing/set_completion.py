"""Make an answer say something else: as a whole, or at one path."""

from dataclasses import dataclass, replace
from typing import ClassVar

from cassette_cli.editing.answer import answer_of
from cassette_cli.editing.answer_edits import answer_intents
from cassette_cli.editing.change_answer import change_answer, settled
from cassette_cli.editing.completion_path import assign
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.step import Plan, Told
from cassette_cli.transcript import bare_completion
from cassette_cli.transcript_json import JsonObject, conversation_json

_LENGTH = "content-length"


@dataclass(frozen=True, slots=True)
class SetCompletion:
    """Make the answer say what is wanted, in the JSON of the contract, and nothing else change."""

    wanted: JsonObject
    told: ClassVar[Told] = Told("answer changed", "answers changed")

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where this is no model call, or its answer has no place for a change."""
        old = answer_of(reading)
        new = change_answer(old, self.wanted)
        intents = tuple(answer_intents(HttpMessage(reading, "response"), old, new))
        return Plan(intents, count=bool(intents))

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether the answer reads as wanted, and all else of the interaction as before."""
        old, new = before.interaction, after.interaction
        expected = _conversation(before) | {"completion": settled(self.wanted)}
        return _without_body(new) == _without_body(old) and _conversation(after) == expected


@dataclass(frozen=True, slots=True)
class SetCompletionField:
    """Make the answer say something else at a path, such as `text` or `tool_calls[0].name`."""

    path: str
    text: str
    told: ClassVar[Told] = SetCompletion.told

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """Raises EditError as `SetCompletion` does, and where the answer has no such path."""
        return self._whole(reading).plan(reading, file)

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether the answer is the old one with this in it."""
        return self._whole(before).holds(before, after)

    def _whole(self, reading: Reading) -> SetCompletion:
        """The same as a step that gives the whole answer."""
        return SetCompletion(assign(completion_of(reading), self.path, self.text))


def completion_of(reading: Reading) -> JsonObject:
    """What was answered. Raises EditError where this is no model call."""
    return answer_of(reading).completion()


def _conversation(reading: Reading) -> dict[str, Json]:
    conversation = reading.conversation
    if conversation is None:
        return {}
    bare = replace(conversation, completion=bare_completion(conversation.completion))
    read = conversation_json(bare)
    return read | {"completion": settled(read["completion"]), "notes": None}


def _without_body(interaction: Interaction) -> Interaction:
    headers = tuple(
        header for header in interaction.response.headers if header.name.lower() != _LENGTH
    )
    response = replace(interaction.response, body=None, headers=headers)
    return replace(interaction, response=response)
