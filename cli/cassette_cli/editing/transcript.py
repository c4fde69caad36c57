"""The answer of an interaction as a transcript, and the operation that makes it say another one."""

from dataclasses import replace

from cassette_cli.editing.answer import Answer, answer_of
from cassette_cli.editing.answer_edits import answer_intents
from cassette_cli.editing.completion import change_answer, settled
from cassette_cli.editing.side import response_side
from cassette_cli.errors import EditError
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette, Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.operation import Operation, Step
from cassette_cli.transcript_json import JsonObject, conversation_json

_LENGTH = "content-length"


def completion_of(interaction: Interaction) -> JsonObject:
    """What was answered. Raises EditError where this is no model call."""
    return _answer(interaction).completion()


def set_completion(index: int, wanted: JsonObject) -> Operation:
    """Make the answer of this interaction say what is wanted, and nothing else change.

    The operation raises EditError where that cannot be done.
    """

    def operation(cassette: Cassette) -> Step:
        interaction = cassette.interactions[index]
        answer = _answer(interaction)
        changed = change_answer(answer, wanted)
        side = response_side(decode_exchange(interaction))
        return Step(
            tuple(answer_intents(side, answer, changed)),
            holds=lambda after: _is_changed_alone(cassette, after, index, wanted),
        )

    return operation


def _answer(interaction: Interaction) -> Answer:
    answer = answer_of(decode_exchange(interaction))
    if answer is None:
        raise EditError(
            "this is no model call, and has no transcript",
            hint="edit another part: --part response or response.body",
        )
    return answer


def _is_changed_alone(before: Cassette, after: Cassette, index: int, wanted: JsonObject) -> bool:
    """Whether the one answer reads as wanted, and all else as before."""
    old, new = before.interactions[index], after.interactions[index]
    others = [*before.interactions[:index], new, *before.interactions[index + 1 :]]
    return (
        list(after.interactions) == others
        and _without_body(new) == _without_body(old)
        and _conversation(new) == _conversation(old) | {"completion": settled(wanted)}
    )


def _conversation(interaction: Interaction) -> dict[str, Json]:
    conversation = Reading(interaction).conversation
    if conversation is None:
        return {}
    read = conversation_json(conversation)
    return read | {"completion": settled(read["completion"]), "notes": None}


def _without_body(interaction: Interaction) -> Interaction:
    headers = tuple(
        header for header in interaction.response.headers if header.name.lower() != _LENGTH
    )
    response = replace(interaction.response, body=None, headers=headers)
    return replace(interaction, response=response)
