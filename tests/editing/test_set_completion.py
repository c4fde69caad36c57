import copy
from collections.abc import Callable
from dataclasses import replace

import pytest

from cassette_cli.editing.set_completion import SetCompletion, SetCompletionField, completion_of
from cassette_cli.editing.transcript_form import write_transcript
from cassette_cli.editing.transcript_parser import read_transcript
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette, Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.transcript import Completion, Conversation, Text

_NO_MODEL_CALL = """\
interactions:
- request: {method: GET, uri: https://example.com/}
  response: {status: {code: 200}, headers: {}, body: {string: hello}}
"""
_CHAT = """\
interactions:
- request: {method: POST, uri: https://api.example.com/v1/chat/completions}
  response:
    status: {code: 200, message: OK}
    body:
      string: '{"choices":[{"message":{"content":"Yes"}}]}'
"""
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


def _unlike(reading: Reading) -> tuple[object, ...]:
    """What an edit of the answer leaves alone: the request, the framing, the number of events."""
    response = reading.response
    return (
        reading.interaction.request,
        response.framing,
        response.layers,
        response.notes,
        [(event.name, event.id, event.dispatched) for event in response.events],
    )


def test_a_transcript_that_is_saved_as_it_is_changes_no_byte(sample: Cassette) -> None:
    for interaction in sample.interactions:
        if _conversation(interaction) is not None:
            text = write_transcript(completion_of(Reading(interaction)))
            step = InEach(SetCompletion(read_transcript(text)), frozenset((interaction.index,)))
            assert rewrite(sample, [step]).cassette is sample


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
        form = write_transcript(completion_of(Reading(interaction)))
        edited = form.replace(f"%% text\n{said}\n", f"%% text\n{_NEW}\n", 1)
        step = InEach(SetCompletion(read_transcript(edited)), frozenset((interaction.index,)))
        if "erlang-term" in Reading(interaction).response.layers:
            with pytest.raises(EditError, match="cannot be written back"):
                rewrite(sample, [step])
            continue
        after = rewrite(sample, [step]).cassette.interactions
        assert _conversation(after[interaction.index]) == replace(before, completion=wanted)
        assert _unlike(Reading(after[interaction.index])) == _unlike(Reading(interaction))
        others = [one for one in after if one.index != interaction.index]
        assert others == [one for one in sample.interactions if one.index != interaction.index]


def test_an_edit_touches_the_lines_of_the_answer_alone(
    read_sample: Callable[[str], Cassette],
) -> None:
    cassette = read_sample("go-vcr/openai-chat-multi-tool-streaming.yaml")
    wanted = copy.deepcopy(completion_of(Reading(cassette.interactions[0])))
    wanted["model"] = "another-model"
    after = rewrite(cassette, [InEach(SetCompletion(wanted), frozenset((0,)))]).text
    before = cassette.document.text
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    changed = [(old, new) for old, new in pairs if old != new]
    assert len(changed) == 25
    assert all(
        new == old.replace("moonshotai/kimi-k2-instruct-0905", "another-model")
        for old, new in changed
    )


def test_what_is_no_model_call_has_no_transcript(cassette_of: Callable[[str], Cassette]) -> None:
    cassette = cassette_of(_NO_MODEL_CALL)
    with pytest.raises(EditError, match="not a model call"):
        completion_of(Reading(cassette.interactions[0]))


def test_one_path_of_an_answer(edited: Callable[..., str]) -> None:
    assert edited(_CHAT, SetCompletionField("text", "No")) == _CHAT.replace("Yes", "No")


def test_another_answer_than_the_wanted_does_not_hold(cassette_of: Callable[..., Cassette]) -> None:
    yes, no = (
        Reading(cassette_of(text).interactions[0]) for text in (_CHAT, _CHAT.replace("Yes", "No"))
    )
    step = SetCompletionField("text", "No")
    assert step.holds(yes, no)
    assert not step.holds(yes, yes)


def test_what_the_answer_has_not_is_said_with_its_line(edited: Callable[..., str]) -> None:
    with pytest.raises(EditError, match=r"^t\.yaml:2: the answer has no reasoning to edit"):
        edited(_CHAT, SetCompletionField("reasoning", "Hm"))
