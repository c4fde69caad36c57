"""Replicate's predictions, and the streams of plain text that they name.

https://replicate.com/docs/reference/http and https://replicate.com/docs/topics/predictions/streaming
"""

import re
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, add_text
from cassette_cli.dialects.json_fields import at, other_fields, string_at
from cassette_cli.dialects.parts import read_media, text_message, text_parts
from cassette_cli.dialects.usage import usage_if_counted
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text

_PATH = re.compile(
    r"/v1/(?:(?:models|deployments)/(?P<model>[^/]+/[^/]+)/)?predictions(?:/[^/]+)?\Z"
)
_URI = re.compile(r"(https?|data):\S+\Z")
_EVENTS = frozenset(("output", "logs", "error", "done"))


def matches(exchange: Exchange) -> bool:
    """By the path and a prediction on either side, or by the names of a stream's events."""
    if _PATH.search(exchange.path):
        return (
            at(exchange.request.value, "input") is not None
            or at(exchange.response.value, "urls") is not None
        )
    if not exchange.path:
        return string_at(exchange.response.value, "urls", "get") is not None
    names = {event.name for event in exchange.response.events}
    return "/streams/" in exchange.path and bool(names) and names <= _EVENTS


def model_in_url(path: str) -> str | None:
    """The owner and the name of a model."""
    found = _PATH.search(path)
    return found["model"] if found else None


def read_request(value: Json) -> Prompt:
    """The input of a model; each model has fields of its own, and most have a prompt."""
    prompt = string_at(value, "input", "prompt")
    system = string_at(value, "input", "system_prompt")
    return Prompt(
        model=string_at(value, "version"),
        system_instructions=text_parts(system),
        messages=text_message("user", prompt),
        settings=(
            *other_fields(at(value, "input"), ("prompt", "system_prompt")),
            *other_fields(value, ("input", "version")),
        ),
    )


def read_response(value: Json) -> Completion:
    """A prediction, as far as it is; its status stands for the reason why it finished."""
    status = string_at(value, "status")
    parts = tuple(_read_output(at(value, "output")))
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=(Message("assistant", parts, status),) if parts or status else (),
        usage=usage_if_counted(
            at(value, "metrics"),
            input_tokens="input_token_count",
            output_tokens="output_token_count",
        ),
        error=read_error(value, "status", "output", "logs"),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Events into a prediction; their data is plain text, even where it would read as JSON."""
    folded: Fields = {}
    for event in events:
        if event.name == "error":
            folded["error"] = event.value or event.data
        elif event.name in ("output", "logs") and event.data:
            add_text(folded, event.name, event.data)
    return Fold(folded, complete=any(event.name == "done" for event in events))


def deltas(event: Event) -> Iterator[Delta]:
    """The data itself is a piece of text: it has no place in any JSON."""
    if event.name == "output" and event.data:
        yield Delta(("text", 0), (), event.data)


def _read_output(output: Json) -> Iterator[Part]:
    """Text, or pieces of one; media by their addresses; anything else as it is."""
    pieces = [output] if isinstance(output, str) else output
    if not pieces:
        return
    if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
        yield GenericPart("output", output)
        return
    texts = [piece for piece in pieces if isinstance(piece, str)]
    if all(_URI.match(text) for text in texts):
        yield from map(read_media, texts)
    else:
        yield Text("".join(texts))


DIALECT = Dialect(
    name="replicate",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
    streams_text=True,
    model_in_url=model_in_url,
)
