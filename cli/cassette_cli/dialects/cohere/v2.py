"""Cohere's chat, version 2: https://docs.cohere.com/reference/chat.

Requests and messages are written as in OpenAI's chat completions.
"""

from cassette_cli.dialects.cohere.v2_stream import deltas, fold
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import error_object, read_error
from cassette_cli.dialects.json_fields import at, extra_fields, string_at
from cassette_cli.dialects.openai.chat import read_message, read_request
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, Message, Usage

_ANSWER_FIELDS = ("id", "message", "finish_reason", "usage", "error")
# https://docs.cohere.com/reference/chat: reasons that are errors.
_FAILED = ("ERROR", "TIMEOUT")


def matches(exchange: Exchange) -> bool:
    """By the path and a request with messages, or by an answer with Cohere's usage."""
    request, first = exchange.request.value, exchange.response.first_value
    if exchange.path.rstrip("/").endswith("/v2/chat") and at(request, "messages") is not None:
        return True
    if at(first, "type") == "message-start":
        return at(first, "delta", "message") is not None
    usage = at(first, "usage")
    units = at(usage, "billed_units") or at(usage, "tokens")
    return isinstance(at(first, "message"), dict) and isinstance(units, dict)


def read_response(value: Json) -> Completion:
    """A chat response; an error has a text in the place of the message."""
    message = at(value, "message")
    return Completion(
        id=string_at(value, "id"),
        messages=(_read_answer(value),) if isinstance(message, dict) else (),
        usage=read_usage(at(value, "usage")),
        error=_read_error(value),
        extra=extra_fields(value, *_ANSWER_FIELDS) if isinstance(message, dict) else (),
    )


def _read_answer(value: Json) -> Message:
    return read_message(at(value, "message"), "assistant", string_at(value, "finish_reason"))


def _read_error(value: Json) -> Json:
    if isinstance(at(value, "message"), str):
        return value
    reason = string_at(value, "finish_reason")
    return read_error(value, "message") or (error_object(reason) if reason in _FAILED else None)


def read_usage(usage: Json) -> Usage | None:
    """Token counts of the model, or where it gives none, those that are billed."""
    return usage_of(
        usage,
        input_tokens=("tokens.input_tokens", "billed_units.input_tokens"),
        output_tokens=("tokens.output_tokens", "billed_units.output_tokens"),
        cache_read_input_tokens="cached_tokens",
        reasoning_output_tokens=("tokens.reasoning_tokens", "billed_units.reasoning_tokens"),
    )


DIALECT = Dialect(
    name="cohere-v2",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
