"""From an interaction to the model call that it records: exchange -> dialect -> Inference."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from cassette_cli.dialects.dialect import Dialect, Fold
from cassette_cli.exchange import Exchange
from cassette_cli.plugins import iter_plugins
from cassette_cli.transcript import Inference

# Asked first, because most recordings speak one of them: the others then need no import.
_COMMON = ("openai.chat", "openai.responses", "anthropic.messages", "gemini.generate_content")


def dialects() -> Iterator[Dialect]:
    """All dialects, imported as they are reached; the order decides nothing."""
    return iter_plugins("cassette_cli.dialects", "DIALECT", Dialect, _COMMON)


def dialect_of(exchange: Exchange) -> Dialect | None:
    """The dialect that claims an exchange; None where it is no model call."""
    return next((dialect for dialect in dialects() if dialect.matches(exchange)), None)


@cache
def dialect_named(name: str) -> Dialect:
    """The dialect of this name; KeyError where there is none."""
    found = next((dialect for dialect in dialects() if dialect.name == name), None)
    if found is None:
        raise KeyError(name)
    return found


def infer(exchange: Exchange) -> Inference | None:
    """Read an exchange as a model call; None where no dialect claims it."""
    dialect = dialect_of(exchange)
    if dialect is None:
        return None
    response = exchange.response
    streamed = response.framing in dialect.framings
    fold = (
        fold_events(dialect, exchange)
        if streamed
        else Fold(dialect.value_of(response), complete=True)
    )
    completion = dialect.read_response(fold.value)
    prompt = dialect.read_request(dialect.value_of(exchange.request))
    if prompt.model is None:
        prompt = replace(prompt, model=dialect.model_in_url(exchange.path))
    return Inference(
        dialect=dialect.name,
        streamed=streamed,
        framing=response.framing if streamed else None,
        complete=fold.complete and completion.error is None,
        prompt=prompt,
        completion=completion,
        notes=exchange.request.notes + response.notes + fold.notes,
    )


def fold_events(dialect: Dialect, exchange: Exchange) -> Fold:
    """Put the events together that a client saw."""
    return dialect.fold([event for event in exchange.response.events if event.dispatched])
