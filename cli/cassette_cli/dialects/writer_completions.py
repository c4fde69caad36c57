"""Writer's completions, which stream each piece as a bare value.

https://dev.writer.com/api-reference/completion-api/text-generation
"""

from collections.abc import Iterable, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, add_text, chunks_of, finish, lay_over
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.matching import host_is
from cassette_cli.dialects.parts import text_message, text_parts
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Prompt

# The path is that of OpenAI's completions: only the host tells the two apart.
_HOST = "writer.com"


def matches(exchange: Exchange) -> bool:
    """By path and host, or without a URL by an answer that is a bare value or has `log_probs`."""
    if path := exchange.path.rstrip("/"):
        return path.endswith("/v1/completions") and host_is(exchange, _HOST)
    first = exchange.response.first_value
    choice = at(first, "choices", 0)
    if isinstance(choice, dict):
        return "log_probs" in choice and "text" in choice
    return isinstance(first, dict) and set(first) == {"value"} and isinstance(first["value"], str)


def read_request(value: Json) -> Prompt:
    """A prompt and its settings."""
    prompt = string_at(value, "prompt")
    return Prompt(
        model=string_at(value, "model"),
        messages=text_message("user", prompt),
        settings=other_fields(value, ("model", "prompt")),
    )


def read_response(value: Json) -> Completion:
    """Choices of bare text; the API names no finish reason and counts no tokens."""
    texts = [string_at(choice, "text") for choice in objects_at(value, "choices")]
    return Completion(
        model=string_at(value, "model"),
        messages=tuple(Message("assistant", text_parts(text)) for text in texts),
        error=read_error(value, "choices"),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Values joined to the text of one choice. The API has no mark for the end of a stream."""
    folded: Fields = {}
    choice: Fields = {}
    for chunk in chunks_of(events):
        lay_over(folded, chunk, but=("value",))
        if (piece := string_at(chunk, "value")) is not None:
            add_text(choice, "text", piece)
    answer: Fields = {"choices": [choice]} if choice else {}
    return finish(answer | folded, ended=bool(choice))


def deltas(event: Event) -> Iterable[Delta]:
    """The value is a piece of text."""
    return delta_at(event.value, ("text", 0), ("value",))


DIALECT = Dialect(
    name="writer-completions",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
