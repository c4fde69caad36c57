"""The parts of an interaction that can be opened in an editor, and how they are put back."""

from typing import NamedTuple

from cassette_cli.editing.body_form import read_body, suffix_of, write_body
from cassette_cli.editing.message_form import read_message, write_message
from cassette_cli.editing.part import Part
from cassette_cli.editing.set_completion import SetCompletion, completion_of
from cassette_cli.editing.transcript_form import write_transcript
from cassette_cli.editing.transcript_parser import read_transcript
from cassette_cli.reading import Reading
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.step import Step


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


def usual_part(reading: Reading) -> Part:
    """The transcript where something was answered, else the body of the response."""
    conversation = reading.conversation
    answered = conversation is not None and (
        conversation.completion.messages or conversation.completion.error is not None
    )
    return Part.TRANSCRIPT if answered else Part.RESPONSE_BODY


def open_part(reading: Reading, part: Part) -> Form:
    """A part as a text. Raises EditError where it is none."""
    message, explanation = HttpMessage(reading, part.side), _EXPLANATIONS[part]
    match part:
        case Part.TRANSCRIPT:
            return Form(write_transcript(completion_of(reading)), ".txt", explanation)
        case Part.REQUEST | Part.RESPONSE:
            return Form(write_message(message), ".http", explanation)
        case Part.REQUEST_BODY | Part.RESPONSE_BODY:
            return Form(write_body(message), suffix_of(message), explanation)


def close_part(reading: Reading, part: Part, text: str) -> list[Step]:
    """The steps that make the part say what the edited text says.

    Raises EditError where the text does not keep to the form of the part.
    """
    message = HttpMessage(reading, part.side)
    match part:
        case Part.TRANSCRIPT:
            return [SetCompletion(read_transcript(text))]
        case Part.REQUEST | Part.RESPONSE:
            return list(read_message(message, text))
        case Part.REQUEST_BODY | Part.RESPONSE_BODY:
            return [read_body(message, text)]
