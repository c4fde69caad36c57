"""Events of Bedrock's agents and knowledge bases, put together as one answer.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html
"""

import binascii
from base64 import b64decode
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.json_fields import (at, objects_at, string_at)
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event


def fold(events: Sequence[Event]) -> Fold:
    """Events into what RetrieveAndGenerate returns, or into a list of what an agent said and did.

    An agent's answer exists as a stream alone: its `completion` has the events in order, with the
    text of neighbouring chunks in one. No event says that it was the last.
    """
    folded: dict[str, Json] = {}
    completion: list[dict[str, Json]] = []
    for event in events:
        match event.name, event.value:
            case "output", {"text": str(text)}:
                folded["output"] = {"text": (string_at(folded, "output", "text") or "") + text}
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
    return Fold(folded, complete=bool(events) and "error" not in folded)


def deltas(event: Event) -> Iterator[Delta]:
    """The text of a knowledge base, or that of an agent, which is in base64."""
    if event.name == "output" and (text := string_at(event.value, "text")):
        yield Delta(("text",), ("text",), text)
    if event.name == "chunk" and (encoded := string_at(event.value, "bytes")):
        try:
            text = b64decode(encoded, validate=True).decode()
        except ValueError:  # a letter that is cut in two, or no base64
            return
        if text:
            yield Delta(("text",), ("bytes",), text, encoded=True)


def _add_chunk(completion: list[dict[str, Json]], event: Event) -> None:
    chunk: dict[str, Json] = {"text": _text_of(event)}
    if citations := objects_at(event.value, "attribution", "citations"):
        chunk["citations"] = [*citations]
    before = completion[-1].get("chunk") if completion else None
    if not isinstance(before, dict):
        completion.append({"chunk": chunk})
        return
    joined = before | {"text": f"{before['text']}{chunk['text']}"}
    if citations := [*objects_at(before, "citations"), *citations]:
        joined["citations"] = [*citations]
    completion[-1] = {"chunk": joined}


def _text_of(event: Event) -> str:
    """The text in base64; the framing has unwrapped it where the agent's answer is JSON."""
    encoded = string_at(event.value, "bytes")
    if encoded is None:
        return "" if at(event.value, "attribution") else event.data
    try:
        return b64decode(encoded, validate=True).decode(errors="replace")
    except binascii.Error:
        return encoded
