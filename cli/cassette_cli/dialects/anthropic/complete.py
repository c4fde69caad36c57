"""Anthropic's text completions, which came before messages.

https://platform.claude.com/docs/en/api/completions
"""

from collections.abc import Iterable, Sequence

from cassette_cli.dialects.bedrock.paths import operation_of
from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, chunks_of, finish, merge
from cassette_cli.dialects.json_fields import at, extra_fields, other_fields, string_at
from cassette_cli.dialects.matching import posts_to
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Prompt, Text

_ANSWER_FIELDS = ("id", "type", "model", "completion", "stop_reason", "error")


def matches(exchange: Exchange) -> bool:
    """By the path of the request, or by an answer that is a completion."""
    if posts_to(exchange, "/v1/complete"):
        return True
    return operation_of(exchange.path) is None and is_completion(exchange.response.first_value)


def is_completion(value: Json) -> bool:
    """Whether this is a completion, or a piece of one; the `type` came late."""
    match value:
        case {"completion": str(), "stop_reason": _}:
            return True
    return False


def read_request(value: Json) -> Prompt:
    """The body of a request; its prompt has the turns in one text."""
    prompt = string_at(value, "prompt")
    return Prompt(
        model=string_at(value, "model"),
        messages=() if prompt is None else (Message("user", (Text(prompt),)),),
        settings=other_fields(value, ("model", "prompt")),
    )


def read_response(value: Json) -> Completion:
    """A `completion` object, or an error."""
    match value:
        case {"completion": str(text)}:
            reason = string_at(value, "stop_reason")
            return Completion(
                id=string_at(value, "id"),
                model=string_at(value, "model"),
                messages=(Message("assistant", (Text(text),), reason),),
                error=at(value, "error"),
                extra=extra_fields(value, *_ANSWER_FIELDS),
            )
    return Completion(error=read_error(value))


def fold(events: Sequence[Event]) -> Fold:
    """Pieces into one completion, which is complete where a reason to stop was given."""
    folded: Fields = {}
    for piece in chunks_of(events):
        if piece.get("type") != "ping":
            merge(folded, piece, ("completion",))
    return finish(folded, ended=bool(folded.get("stop_reason")))


def deltas(event: Event) -> Iterable[Delta]:
    """The text of each event."""
    return delta_at(event.value, ("text",), ("completion",))


DIALECT = Dialect(
    name="anthropic-complete",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
