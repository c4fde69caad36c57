"""Events of Bedrock's agents and knowledge bases, put together as one answer.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html
"""

import binascii
from base64 import b64decode
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import Fields, finish, merge
from cassette_cli.dialects.json_fields import at, objects_at, string_at
from cassette_cli.streams.event import Event


def fold(events: Sequence[Event]) -> Fold:
    """Events into what RetrieveAndGenerate returns, or into a list of what an agent said and did.

    An agent's answer exists as a stream alone: its `completion` has the events in order, with the
    text of neighbouring chunks in one. No event says that it was the last.
    """
    folded: Fields = {}
    completion: list[Fields] = []
    for event in events:
        match event.name, event.value:
            case "output", {"text": str(text)}:
                merge(folded, {"output": {"text": text}}, ("text",))
            case "citation", dict(citation):
                whole = citation.get("citation") or citation
                folded["citations"] = [*objects_at(folded, "citations"), whole]
            case "guardrail", {"action": action}:
                folded["guardrailAction"] = action
            case "chunk", _:
                _add_chunk(completion, event)
            case str(name), value if name.endswith("Exception"):
                folded["error"] = {name: value}
            case name, value:
                completion.append({name or "unknown": value})
    if completion or not folded:
        folded["completion"] = [*completion]
    return finish(folded, ended=bool(events))


def deltas(event: Event) -> Iterator[Delta]:
    """The text of a knowledge base, or that of an agent, which is in base64."""
    if event.name == "output":
        yield from delta_at(event.value, ("text",), ("text",))
    if event.name == "chunk" and (encoded := string_at(event.value, "bytes")):
        try:
            text = b64decode(encoded, validate=True).decode()
        except ValueError:  # a letter that is cut in two, or no base64
            return
        if text:
            yield Delta(("text",), ("bytes",), text, encoded=True)


def _add_chunk(completion: list[Fields], event: Event) -> None:
    """Put a chunk behind the others, or its text and citations into the chunk before it."""
    chunk: Fields = {"text": _text_of(event)}
    if citations := objects_at(event.value, "attribution", "citations"):
        chunk["citations"] = [*citations]
    if not completion or "chunk" not in completion[-1]:
        completion.append({})
    merge(completion[-1], {"chunk": chunk}, ("text",))


def _text_of(event: Event) -> str:
    """The text in base64; the framing has unwrapped it where the agent's answer is JSON."""
    encoded = string_at(event.value, "bytes")
    if encoded is None:
        return "" if at(event.value, "attribution") else event.data
    try:
        return b64decode(encoded, validate=True).decode(errors="replace")
    except binascii.Error:
        return encoded
