import copy
from collections.abc import Callable
from dataclasses import replace

import pytest

from cassette_cli.editing.transcript import completion_of, set_completion
from cassette_cli.editing.transcript_form import write_transcript
from cassette_cli.editing.transcript_parser import read_transcript
from cassette_cli.errors import EditError
from cassette_cli.exchange import Exchange, decode_exchange
from cassette_cli.model import Cassette, Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.operation import rewrite
from cassette_cli.transcript import Completion, Conversation, Text

_NEW = "Other words – quite a few more of them,\nand “these”, than anybody said before."


def _conversation(interaction: Interaction) -> Conversation | None:
    return Reading(interaction).conversation


def _say(completion: Completion, text: str) -> Completion:
    """The completion with another text in its first part of text."""
    for number, message in enumerate(completion.messages):
        for place, part in enumerate(message.parts):
            if isinstance(part, Text):
                parts = (*message.parts[:place], Text(text), *message.parts[place + 1 :])
                changed = replace(message, parts=parts)
                messages = (
                    *completion.messages[:number],
                    changed,
                    *completion.messages[number + 1 :],
                )
                return replace(completion, messages=messages)
    return completion


def _unlike(exchange: Exchange) -> tuple[object, ...]:
    """What an edit of the answer leaves alone: the request, the framing, the number of events."""
    response = exchange.response
    return (
        exchange.interaction.request,
        response.framing,
        response.layers,
        response.notes,
        [(event.name, event.id, event.dispatched) for event in response.events],
    )


def test_a_transcript_that_is_saved_as_it_is_changes_no_byte(sample: Cassette) -> None:
    for interaction in sample.interactions:
        if _conversation(interaction) is not None:
            text = write_transcript(completion_of(interaction))
            operation = set_completion(interaction.index, read_transcript(text))
            assert rewrite(sample, [operation]).cassette is sample


def test_what_was_edited_shows_and_nothing_else_changes(sample: Cassette) -> None:
    for interaction in sample.interactions:
        before = _conversation(interaction)
        if before is None or (wanted := _say(before.completion, _NEW)) == before.completion:
            continue
        said = next(
            part.content
            for message in before.completion.messages
            for part in message.parts
            if isinstance(part, Text)
        )
        form = write_transcript(completion_of(interaction))
        edited = form.replace(f"%% text\n{said}\n", f"%% text\n{_NEW}\n", 1)
        operation = set_completion(interaction.index, read_transcript(edited))
        if "erlang-term" in decode_exchange(interaction).response.layers:
            with pytest.raises(EditError, match="cannot be written back"):
                rewrite(sample, [operation])
            continue
        after = rewrite(sample, [operation]).cassette.interactions
        assert _conversation(after[interaction.index]) == replace(before, completion=wanted)
        assert _unlike(decode_exchange(after[interaction.index])) == _unlike(
            decode_exchange(interaction)
        )
        others = [one for one in after if one.index != interaction.index]
        assert others == [one for one in sample.interactions if one.index != interaction.index]


def test_an_edit_touches_the_lines_of_the_answer_alone(
    read_sample: Callable[[str], Cassette],
) -> None:
    cassette = read_sample("go-vcr/openai-chat-multi-tool-streaming.yaml")
    wanted = copy.deepcopy(completion_of(cassette.interactions[0]))
    wanted["model"] = "another-model"
    after = rewrite(cassette, [set_completion(0, wanted)]).text
    before = cassette.document.text
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    changed = [(old, new) for old, new in pairs if old != new]
    assert len(changed) == 25
    assert all(
        new == old.replace("moonshotai/kimi-k2-instruct-0905", "another-model")
        for old, new in changed
    )


def test_what_is_no_model_call_has_no_transcript(cassette_of: Callable[[str], Cassette]) -> None:
    cassette = cassette_of(
        "interactions:\n- request: {method: GET, uri: https://example.com/}\n"
        "  response: {status: {code: 200}, headers: {}, body: {string: hello}}\n"
    )
    with pytest.raises(EditError, match="no model call"):
        completion_of(cassette.interactions[0])
