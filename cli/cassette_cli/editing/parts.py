"""The parts of an interaction that can be opened in an editor, and how they are put back."""

from typing import NamedTuple

from cassette_cli.editing.body_form import suffix_of, write_body
from cassette_cli.editing.http_form import message_operations, set_body, side_named, write_message
from cassette_cli.editing.part import Part
from cassette_cli.editing.transcript import completion_of, set_completion
from cassette_cli.editing.transcript_form import write_transcript
from cassette_cli.editing.transcript_parser import read_transcript
from cassette_cli.model import Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.operation import Operation


class Form(NamedTuple):
    """A part as a text to edit: `explanation` says what may be changed in it."""

    text: str
    suffix: str
    explanation: tuple[str, ...]


_EXPLANATIONS = {
    Part.TRANSCRIPT: (
        "Texts, calls (their arguments are JSON), finish reasons and counts may be changed.",
        "Sections begin with a line such as `%% text`; none can be added or taken out.",
    ),
    Part.REQUEST: (
        "Method, URL, headers and body may be changed; lengths follow the body.",
        "The body stands below the blank line, without compression; JSON on several lines.",
    ),
    Part.RESPONSE: (
        "Status code, reason, headers and body may be changed; lengths follow the body.",
        "The body stands below the blank line, without compression; JSON on several lines.",
    ),
    Part.REQUEST_BODY: ("All of the body may be changed; lengths follow.",),
    Part.RESPONSE_BODY: ("All of the body may be changed; lengths follow.",),
}


def usual_part(interaction: Interaction) -> Part:
    """The transcript where something was answered, else the body of the response."""
    conversation = Reading(interaction).conversation
    answered = conversation is not None and (
        conversation.completion.messages or conversation.completion.error is not None
    )
    return Part.TRANSCRIPT if answered else Part.RESPONSE_BODY


def open_part(interaction: Interaction, part: Part) -> Form:
    """A part as a text. Raises EditError where it is none."""
    explanation = _EXPLANATIONS[part]
    match part:
        case Part.TRANSCRIPT:
            return Form(write_transcript(completion_of(interaction)), ".txt", explanation)
        case Part.REQUEST | Part.RESPONSE:
            return Form(write_message(interaction, part.side), ".http", explanation)
        case Part.REQUEST_BODY | Part.RESPONSE_BODY:
            side = side_named(interaction, part.side)
            return Form(write_body(side), suffix_of(side), explanation)


def close_part(interaction: Interaction, part: Part, text: str) -> list[Operation]:
    """What makes the part say what the edited text says.

    Raises EditError where the text does not keep to the form of the part.
    """
    match part:
        case Part.TRANSCRIPT:
            return [set_completion(interaction.index, read_transcript(text))]
        case Part.REQUEST | Part.RESPONSE:
            return list(message_operations(interaction, part.side, text))
        case Part.REQUEST_BODY | Part.RESPONSE_BODY:
            return [set_body(interaction.index, part.side, text)]
