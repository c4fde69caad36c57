"""What an edit changed in an answer, and which later requests repeat it.

A client sends the answers that it got as the history of its next request. After an edit it will
send the new ones, and the recording still has the old ones in that request.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.reading import Reading
from cassette_cli.transcript import Part, Reasoning, Refusal, Text, ToolCall

# Who answers, in the words of the providers; calls and reasoning may stand there without a role.
_ANSWERING = frozenset(("assistant", "model", "chatbot", "ai"))
_ANSWERED = frozenset(("function_call", "custom_tool_call", "reasoning", "output_text"))
_SEALS = ("signature", "thoughtSignature", "thought_signature", "encrypted_content")


@dataclass(frozen=True, slots=True)
class Change:
    """A value of an answer before and after an edit. An id is repeated by whoever refers to it."""

    old: Json
    new: Json
    is_id: bool = False


def changes_between(before: Reading, after: Reading) -> tuple[Change, ...]:
    """What an edit changed in what was answered: texts, reasoning, calls and their ids."""
    old, new = before.conversation, after.conversation
    if old is None or new is None:
        return ()
    pairs = zip(old.completion.messages, new.completion.messages, strict=False)
    return tuple(
        change
        for old_message, new_message in pairs
        for old_part, new_part in zip(old_message.parts, new_message.parts, strict=False)
        for change in _changes(old_part, new_part)
        if change.old != change.new and change.old not in ("", None, {})
    )


def with_changes(request: Json, changes: Sequence[Change]) -> Json:
    """The body of a request that repeats the new answer where it repeats the old one."""
    return _changed(request, changes, said=False)


def repeats(reading: Reading, changes: Sequence[Change]) -> bool:
    """Whether a request repeats something of the answer as it was."""
    value = reading.request.value
    return with_changes(value, changes) != value


def is_sealed(reading: Reading) -> bool:
    """Whether the answer carries a signature, which holds for what it signed alone."""
    return any(_sealed(reading.folded))


def _changes(old: Part, new: Part) -> Iterator[Change]:
    match old, new:
        case (
            (Text(before), Text(after))
            | (Reasoning(before), Reasoning(after))
            | (Refusal(before), Refusal(after))
        ):
            yield Change(before, after)
        case ToolCall(), ToolCall():
            yield Change(old.id, new.id, is_id=True)
            yield Change(old.arguments, new.arguments)
            yield Change(old.name, new.name)


def _changed(value: Json, changes: Sequence[Change], *, said: bool) -> Json:
    for change in changes:
        if (said or change.is_id) and value == change.old:
            return change.new
    match value:
        case dict():
            said = _is_said(value, said=said)
            return {name: _changed(member, changes, said=said) for name, member in value.items()}
        case list():
            return [_changed(item, changes, said=said) for item in value]
        case str() if said:
            return _changed_json(value, changes)
    return value


def _changed_json(text: str, changes: Iterable[Change]) -> str:
    """The arguments of a call as they are sent: JSON in a string."""
    for change in changes:
        if isinstance(change.old, dict | list) and read_json(text) == change.old:
            return write_json(change.new)
    return text


def _is_said(message: dict[str, Json], *, said: bool) -> bool:
    match message:
        case {"role": str(role)}:
            return role.lower() in _ANSWERING
        case {"type": str(kind)} if kind in _ANSWERED:
            return True
    return said


def _sealed(value: Json) -> Iterator[bool]:
    match value:
        case dict():
            yield any(isinstance(value.get(name), str) and value[name] for name in _SEALS)
            for member in value.values():
                yield from _sealed(member)
        case list():
            for item in value:
                yield from _sealed(item)
